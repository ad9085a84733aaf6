import { Box, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Part as Name } from "./Contents";

/** A part of the settings: a heading that can be linked to, what it is about, and its fields. */
export function Part({ name, aside, children }: { name: Name; aside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("settings");
  return (
    <Box component="section" className="card part" id={name} aria-labelledby={`${name}-title`}>
      <div className="part-head">
        <div>
          <Title order={2} id={`${name}-title`}>
            {t(`parts.${name}.title`)}
          </Title>
          <Text fz="sm" className="muted">
            {t(`parts.${name}.text`)}
          </Text>
        </div>
        {aside}
      </div>
      {children}
    </Box>
  );
}
