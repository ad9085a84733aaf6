import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Providers() {
  const { t } = useTranslation("providers");
  return <Page title={t("title")}>{null}</Page>;
}
