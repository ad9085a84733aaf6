// Who is signed in: their account, language, colours, and the way out.

import { Avatar, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { BookOpen, LogOut, SquareTerminal, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { LANGUAGES, speak, type Language } from "@/i18n";
import { useSession } from "@/session/session";

export function PersonMenu() {
  const { t, i18n } = useTranslation("app");
  const { viewer, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={264} withinPortal>
      <Menu.Target>
        <UnstyledButton aria-label={t("person.menu", { name: viewer.name })} style={{ borderRadius: 999 }}>
          <Avatar size={34} radius="xl" color="brand" name={viewer.name} alt="" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} fz="sm" c="var(--mantine-color-text)" truncate>
            <bdi>{viewer.name}</bdi>
          </Text>
          <Text fz="xs" className="muted" truncate>
            <bdi>{viewer.staff.email}</bdi> · {t(`roles.${viewer.staff.role}`)}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/me" leftSection={<UserRound size={16} aria-hidden />}>
          {t("person.account")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("person.language")}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          mx="xs"
          aria-label={t("person.language")}
          value={i18n.language}
          onChange={(language) => void speak(language as Language)}
          data={Object.entries(LANGUAGES).map(([value, { label }]) => ({ value, label }))}
        />
        <Menu.Label>{t("person.colours")}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          mx="xs"
          mb="xs"
          aria-label={t("person.colours")}
          value={colorScheme}
          onChange={(scheme) => {
            setColorScheme(scheme as MantineColorScheme);
          }}
          data={(["light", "dark", "auto"] as const).map((value) => ({ value, label: t(`person.${value}`) }))}
        />
        <Menu.Divider />
        <Menu.Item component="a" href="/graphiql" leftSection={<SquareTerminal size={16} aria-hidden />}>
          GraphiQL
        </Menu.Item>
        <Menu.Item component={Link} to="/integrations/how-to" leftSection={<BookOpen size={16} aria-hidden />}>
          {t("person.howTo")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => void signOut()}>
          {t("person.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
