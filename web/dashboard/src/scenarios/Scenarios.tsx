import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Scenarios() {
  const { t } = useTranslation("scenarios");
  return <Page title={t("title")}>{null}</Page>;
}
