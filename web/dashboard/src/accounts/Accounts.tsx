import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Accounts() {
  const { t } = useTranslation("accounts");
  return <Page title={t("title")}>{null}</Page>;
}
