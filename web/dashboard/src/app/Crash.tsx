// What is shown instead of a page that broke, or that is of an older version than the server.

import { Button, Center } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";

export function Crash() {
  const { t } = useTranslation("app");
  return (
    <Center component="main" mih="60vh">
      <EmptyState
        icon={TriangleAlert}
        title={t("crash.title")}
        advice={t("crash.advice")}
        action={
          <Button
            mt="sm"
            onClick={() => {
              location.reload();
            }}
          >
            {t("crash.reload")}
          </Button>
        }
      />
    </Center>
  );
}
