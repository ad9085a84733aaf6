import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function OrderPage() {
  const { t } = useTranslation("orders");
  return <Page title={t("title")}>{null}</Page>;
}
