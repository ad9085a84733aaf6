// The QR code that a phone scans: each that WhatsApp gives is shown the moment it comes.

import { Button, Loader, Stack, Text } from "@mantine/core";
import { QrCode, ScanLine } from "lucide-react";
import { QRCodeSVG } from "qrcode.react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/session/session";
import type { LinkedAccount } from "./Connection";
import { Countdown } from "./Countdown";
import { useAccountActions } from "./useAccountActions";
import { useScan } from "./useScan";

export function QrLink({ account }: { account: LinkedAccount }) {
  const { t } = useTranslation("accounts");
  const { connect, isConnecting } = useAccountActions(account);
  const { qr } = account;
  const isTrying = account.status === "CONNECTING";
  const isSpent = account.statusReason === "qr_timeout";
  return (
    <div className="link-panel">
      {qr ? (
        <div className="qr" data-testid="qr">
          <QRCodeSVG value={qr.code} level="M" marginSize={2} title={t("link.qrTitle", { name: account.name })} />
        </div>
      ) : (
        <div className="qr qr-none">
          {isTrying ? (
            <Stack align="center" gap="xs">
              <Loader size="sm" aria-hidden />
              <Text fz="sm">{t("link.asking")}</Text>
            </Stack>
          ) : (
            <Button loading={isConnecting} leftSection={<QrCode size={16} aria-hidden />} onClick={() => void connect()}>
              {isSpent ? t("link.again") : t("link.show")}
            </Button>
          )}
        </div>
      )}
      <Stack gap="md">
        {account.isSimulated ? <Simulated account={account} /> : <Steps />}
        {qr && <Countdown key={qr.code} expiresAt={qr.expiresAt} next="link.newCodeIn" />}
      </Stack>
    </div>
  );
}

function Steps() {
  const { t } = useTranslation("accounts");
  return (
    <ol className="link-steps">
      <li>{t("link.steps.open")}</li>
      <li>{t("link.steps.devices")}</li>
      <li>{t("link.steps.scan")}</li>
    </ol>
  );
}

function Simulated({ account }: { account: LinkedAccount }) {
  const { t } = useTranslation("accounts");
  const { can } = useSession();
  const { scan, isScanning } = useScan(account.id);
  return (
    <>
      <Text fz="sm">{t("link.simulated")}</Text>
      {can("simulator:use") && (
        <Button
          style={{ alignSelf: "flex-start" }}
          leftSection={<ScanLine size={16} aria-hidden />}
          disabled={!account.qr}
          loading={isScanning}
          onClick={() => {
            if (account.qr) void scan(account.qr.code);
          }}
        >
          {t("link.scan")}
        </Button>
      )}
    </>
  );
}
