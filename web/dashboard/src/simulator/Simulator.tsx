import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Simulator() {
  const { t } = useTranslation("simulator");
  return <Page title={t("title")}>{null}</Page>;
}
