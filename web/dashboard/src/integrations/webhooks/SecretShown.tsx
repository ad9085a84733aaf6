// The secret with which a webhook signs.

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ShownOnce } from "@/ui/ShownOnce";

interface SecretShownProps {
  secret: string | null;
  isRotated?: boolean;
  onClose: () => void;
}

export function SecretShown({ secret, isRotated = false, onClose }: SecretShownProps) {
  const { t } = useTranslation("integrations");
  return (
    <ShownOnce
      title={isRotated ? t("secret.rotated") : t("secret.made")}
      label={t("secret.label")}
      value={secret}
      warning={t("secret.warning")}
      gone={t("secret.gone")}
      done={t("secret.kept")}
      onClose={onClose}
    >
      <Text fz="sm" className="muted">
        {isRotated ? t("secret.rotatedAdvice") : t("secret.advice")}
      </Text>
    </ShownOnce>
  );
}
