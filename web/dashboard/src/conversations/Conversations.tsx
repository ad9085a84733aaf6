import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Conversations() {
  const { t } = useTranslation("conversations");
  return <Page title={t("title")}>{null}</Page>;
}
