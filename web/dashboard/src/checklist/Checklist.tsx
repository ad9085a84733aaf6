import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Checklist() {
  const { t } = useTranslation("checklist");
  return <Page title={t("title")}>{null}</Page>;
}
