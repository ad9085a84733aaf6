// A place to drop a file, or to choose one by keyboard.

import { Alert, Button, FileButton, Loader, Stack, Text, ThemeIcon } from "@mantine/core";
import { CircleAlert, FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "@/ui/problems";
import type { ImportState } from "./useImport";

const TAKEN = ".csv,.json,text/csv,application/json";

interface FileChoiceProps {
  state: Extract<ImportState, { step: "choose" | "reading" }>;
  onChoose: (file: File) => void;
}

export function FileChoice({ state, onChoose }: FileChoiceProps) {
  const { t } = useTranslation("catalog");
  const [isOver, setIsOver] = useState(false);
  const isReading = state.step === "reading";
  return (
    <Stack gap="sm">
      {/* Dropping is for the pointer alone: the button does the same by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="card catalog-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          const [file] = event.dataTransfer.files;
          if (file && !isReading) onChoose(file);
        }}
      >
        <ThemeIcon size={48} radius="xl" variant="light" color="gray">
          {isReading ? <Loader size={22} color="currentColor" aria-hidden /> : <FileUp size={24} aria-hidden />}
        </ThemeIcon>
        <Text fw={560} role="status">
          {isReading ? t("import.reading", { name: state.fileName }) : t("import.drop")}
        </Text>
        <FileButton
          accept={TAKEN}
          onChange={(file) => {
            if (file) onChoose(file);
          }}
          inputProps={{ "aria-label": t("import.choose") }}
        >
          {(props) => (
            <Button {...props} variant="default" disabled={isReading}>
              {t("import.choose")}
            </Button>
          )}
        </FileButton>
        <Text fz="sm" className="muted" maw={420}>
          {t("import.dropHelp")}
        </Text>
      </div>
      {state.step === "choose" && state.problem && <ProblemNotice problem={state.problem} />}
      {state.step === "choose" && state.complaint && (
        <Alert role="alert" color="red" icon={<CircleAlert size={18} aria-hidden />}>
          {state.complaint}
        </Alert>
      )}
    </Stack>
  );
}
