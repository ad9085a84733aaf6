// Two ways to link a phone: it scans a code, or its owner types one.

import { Divider, Tabs } from "@mantine/core";
import { Keyboard, QrCode } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFilter } from "@/ui/paging";
import type { LinkedAccount } from "./Connection";
import { PairingLink } from "./PairingLink";
import { QrLink } from "./QrLink";

export function Linking({ account }: { account: LinkedAccount }) {
  const { t } = useTranslation("accounts");
  const [way, setWay] = useFilter("link");
  return (
    <>
      <Divider my="md" />
      <Tabs
        value={way === "pairing" || (way === null && account.pairingCode) ? "pairing" : "qr"}
        onChange={setWay}
        keepMounted={false}
        aria-label={t("link.title")}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="qr" leftSection={<QrCode size={16} aria-hidden />}>
            {t("link.qr")}
          </Tabs.Tab>
          <Tabs.Tab value="pairing" leftSection={<Keyboard size={16} aria-hidden />}>
            {t("link.pairing")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="qr">
          <QrLink account={account} />
        </Tabs.Panel>
        <Tabs.Panel value="pairing">
          <PairingLink account={account} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
