import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Orders() {
  const { t } = useTranslation("orders");
  return <Page title={t("title")}>{null}</Page>;
}
