import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function ProofReview() {
  const { t } = useTranslation("orders");
  return <Page title={t("title")}>{null}</Page>;
}
