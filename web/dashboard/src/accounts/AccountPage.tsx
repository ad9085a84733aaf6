import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function AccountPage() {
  const { t } = useTranslation("accounts");
  return <Page title={t("title")}>{null}</Page>;
}
