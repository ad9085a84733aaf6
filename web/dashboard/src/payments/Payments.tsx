import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Payments() {
  const { t } = useTranslation("payments");
  return <Page title={t("title")}>{null}</Page>;
}
