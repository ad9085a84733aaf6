import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function SetUp() {
  const { t } = useTranslation("session");
  return <Page title={t("signIn")}>{null}</Page>;
}
