// A code from an app besides the password, and recovery codes for the day the phone is lost.

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import { Section } from "@/ui/Page";
import { Enrol } from "./Enrol";
import { ProveAndChange } from "./ProveAndChange";
import { RecoveryCodes } from "./RecoveryCodes";

type Step = "idle" | "enrol" | "regenerate" | "disable";

const FEW_CODES = 3;

export function SecondFactor() {
  const { t } = useTranslation("staff");
  const { viewer } = useSession();
  const [step, setStep] = useState<Step>("idle");
  const [codes, setCodes] = useState<string[]>();
  // The session was read before; what was done here since is known here.
  const [isOn, setIsOn] = useState(viewer.totpEnabled);
  const left = viewer.recoveryCodesLeft;

  const shown = (fresh: string[]) => {
    setCodes(fresh);
    setIsOn(true);
    setStep("idle");
  };
  const idle = () => {
    setStep("idle");
  };

  return (
    <Section title={t("me.second.title")}>
      <Stack maw={560}>
        <Group gap="xs" wrap="nowrap">
          {isOn ? <ShieldCheck size={20} aria-hidden /> : <ShieldOff size={20} aria-hidden />}
          <Text fz="sm">{isOn ? t("me.second.on") : t("me.second.off")}</Text>
        </Group>
        {codes && <RecoveryCodes codes={codes} />}
        {isOn && codes === undefined && left !== null && left <= FEW_CODES && (
          <Alert color="orange">{t("me.second.fewCodes", { count: left })}</Alert>
        )}
        {step === "enrol" && <Enrol onDone={shown} onCancel={idle} />}
        {step === "regenerate" && <ProveAndChange what="regenerate" onCodes={shown} onCancel={idle} />}
        {step === "disable" && (
          <ProveAndChange
            what="disable"
            onCodes={() => {
              setCodes(undefined);
              setIsOn(false);
              idle();
            }}
            onCancel={idle}
          />
        )}
        {step === "idle" && (
          <Group gap="xs">
            {isOn ? (
              <>
                <Button
                  variant="default"
                  onClick={() => {
                    setStep("regenerate");
                  }}
                >
                  {t("me.second.regenerate")}
                </Button>
                <Button
                  variant="subtle"
                  color="red"
                  onClick={() => {
                    setStep("disable");
                  }}
                >
                  {t("me.second.disable")}
                </Button>
              </>
            ) : (
              <Button
                onClick={() => {
                  setStep("enrol");
                }}
              >
                {t("me.second.enrol")}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Section>
  );
}
