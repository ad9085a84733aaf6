import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Me() {
  const { t } = useTranslation("staff");
  return <Page title={t("title")}>{null}</Page>;
}
