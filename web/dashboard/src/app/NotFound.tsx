import { Button } from "@mantine/core";
import { Compass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { useTitle } from "@/ui/Page";

export function NotFound() {
  const { t } = useTranslation("app");
  useTitle(t("notFound.title"));
  return (
    <EmptyState
      icon={Compass}
      title={t("notFound.title")}
      advice={t("notFound.advice")}
      action={
        <Button component={Link} to="/" variant="default" mt="sm">
          {t("notFound.home")}
        </Button>
      }
    />
  );
}
