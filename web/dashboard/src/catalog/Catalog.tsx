import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Catalog() {
  const { t } = useTranslation("catalog");
  return <Page title={t("title")}>{null}</Page>;
}
