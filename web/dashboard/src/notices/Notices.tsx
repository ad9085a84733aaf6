import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";

export default function Notices() {
  const { t } = useTranslation("notices");
  return <Page title={t("title")}>{null}</Page>;
}
