import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function WebhookPage() {
  const { t } = useTranslation("integrations");
  return <Page title={t("title")}>{null}</Page>;
}
