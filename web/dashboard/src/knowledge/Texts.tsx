import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Texts() {
  const { t } = useTranslation("knowledge");
  return <Page title={t("title")}>{null}</Page>;
}
