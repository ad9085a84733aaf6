// The frame around all pages: menu, search, connection, notices, who is signed in.

import { AppShell, Burger, Group, ScrollArea, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, useLocation } from "react-router";
import { NoticeBell } from "@/notices/NoticeBell";
import { useSession } from "@/session/session";
import { Logo } from "@/ui/Logo";
import { ConnectionBanner } from "./ConnectionBanner";
import { Live } from "./Live";
import { Menu } from "./Menu";
import { PersonMenu } from "./PersonMenu";
import { SearchButton } from "./SearchButton";

export function Shell() {
  const { t } = useTranslation("app");
  const { can, settings } = useSession();
  const [isOpen, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);

  // A new page is announced and begins at its top; the first one is where the browser put it. Where the page went on
  // beside another entry, such as a list of chats, the reader stays on what they chose.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 236, breakpoint: "md", collapsed: { mobile: !isOpen } }}
      padding={0}
      layout="alt"
    >
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <AppShell.Header bg="var(--app-card)" px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="xs">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t("menu")} />
            <SearchButton />
          </Group>
          <Group gap={4} wrap="nowrap">
            {can("notices:read") && <NoticeBell />}
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar bg="var(--app-bg)" p="sm" aria-label={t("menu")}>
        <Group justify="space-between" mb="sm" wrap="nowrap">
          <UnstyledButton component={Link} to="/" onClick={close}>
            <Group px="xs" h={36} gap={10} wrap="nowrap">
              <Logo />
              <Text fw={680} fz={16} truncate maw={150}>
                <bdi>{settings.businessName || "Parley"}</bdi>
              </Text>
            </Group>
          </UnstyledButton>
          <Burger opened onClick={close} hiddenFrom="md" size="sm" aria-label={t("closeMenu")} />
        </Group>
        <ScrollArea flex={1} type="auto">
          <Menu onChoose={close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} style={{ outline: "none" }}>
        <ConnectionBanner />
        <Outlet />
      </AppShell.Main>
      <Live />
    </AppShell>
  );
}
