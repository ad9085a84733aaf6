// A code for a phone without a camera: asked for by its number, and typed there.

import { Alert, Button, Group, Loader, Stack, Text, TextInput } from "@mantine/core";
import { Keyboard, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/keys";
import { fieldErrors } from "@/api/problems";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { useProblemText, useTell } from "@/ui/problems";
import { Code, Copyable } from "@/ui/values";
import type { LinkedAccount } from "./Connection";
import { Countdown } from "./Countdown";
import { REQUEST_PAIRING_CODE } from "./changes";
import type { Codes } from "./documents";
import { useScan } from "./useScan";

export function PairingLink({ account }: { account: LinkedAccount }) {
  const { t } = useTranslation("accounts");
  const [isAsked, setAsked] = useState(false);
  const [wantsAnother, setWantsAnother] = useState(false);
  const { pairingCode, pairingTrouble } = account;
  if (pairingCode && !wantsAnother) {
    return (
      <Shown
        account={account}
        shown={pairingCode}
        onOther={() => {
          setWantsAnother(true);
        }}
      />
    );
  }
  const isWaiting = isAsked && account.status === "CONNECTING" && !pairingTrouble && !wantsAnother;
  return (
    <Stack maw={460}>
      {pairingTrouble && (
        <Alert color="orange" icon={<TriangleAlert size={18} aria-hidden />} title={t(`pairing.trouble.${pairingTrouble}.title`)}>
          {t(`pairing.trouble.${pairingTrouble}.advice`)}
        </Alert>
      )}
      <Text fz="sm">{t("pairing.intro")}</Text>
      <Request
        account={account}
        onAsked={() => {
          setAsked(true);
          setWantsAnother(false);
        }}
      />
      {isWaiting && (
        <Group gap="xs" role="status">
          <Loader size="xs" aria-hidden />
          <Text fz="sm">{t("pairing.asking")}</Text>
        </Group>
      )}
    </Stack>
  );
}

function Request({ account, onAsked }: { account: LinkedAccount; onAsked: () => void }) {
  const { t } = useTranslation("accounts");
  const text = useProblemText();
  const tell = useTell();
  const [request, isRequesting] = useChange(REQUEST_PAIRING_CODE);
  const [phone, setPhone] = useState(account.phone ?? "");
  const [error, setError] = useState<string>();
  const submit = async () => {
    const { problem } = await request({ input: { id: account.id, phone, idempotencyKey: newKey() } });
    setError(problem ? fieldErrors(problem, text(problem)).phone : undefined);
    if (!problem) onAsked();
    else if (fieldErrors(problem).phone === undefined) tell.problem(problem);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group align="flex-start" gap="xs" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={t("pairing.phone")}
          description={t("pairing.phoneHint")}
          placeholder="+92 300 1234567"
          type="tel"
          autoComplete="tel"
          dir="ltr"
          inputMode="tel"
          value={phone}
          error={error}
          onChange={(event) => {
            setPhone(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={isRequesting} disabled={phone.trim() === ""} mt={47}>
          {t("pairing.action")}
        </Button>
      </Group>
    </form>
  );
}

function Shown({ account, shown, onOther }: { account: LinkedAccount; shown: NonNullable<Codes["pairingCode"]>; onOther: () => void }) {
  const { t } = useTranslation("accounts");
  const { can } = useSession();
  const { scan, isScanning } = useScan(account.id);
  const half = Math.ceil(shown.code.length / 2);
  return (
    <Stack gap="md">
      <Text fz="sm">
        {t("pairing.for")} <Code>{shown.phone}</Code>
      </Text>
      <Copyable value={shown.code} label={t("link.pairing")}>
        <div className="pairing-code" role="img" aria-label={t("pairing.code", { code: Array.from(shown.code).join(" ") })} data-code={shown.code}>
          {Array.from(shown.code).map((letter, place) => (
            <span key={place} style={{ marginInlineStart: place === half ? 14 : 0 }} aria-hidden>
              {letter}
            </span>
          ))}
        </div>
      </Copyable>
      <Countdown key={shown.code} expiresAt={shown.expiresAt} next="pairing.expiresIn" />
      {account.isSimulated ? (
        <Text fz="sm">{t("pairing.simulated")}</Text>
      ) : (
        <ol className="link-steps">
          <li>{t("link.steps.open")}</li>
          <li>{t("link.steps.devices")}</li>
          <li>{t("pairing.steps.instead")}</li>
        </ol>
      )}
      <Group gap="xs">
        {account.isSimulated && can("simulator:use") && (
          <Button leftSection={<Keyboard size={16} aria-hidden />} loading={isScanning} onClick={() => void scan(shown.code)}>
            {t("pairing.type")}
          </Button>
        )}
        <Button variant="default" onClick={onOther}>
          {t("pairing.other")}
        </Button>
      </Group>
    </Stack>
  );
}
