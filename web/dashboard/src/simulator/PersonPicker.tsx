// Who the customer is: somebody new, or somebody who wrote before.

import { Button, Group, Popover, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Dices, Search, UserRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "@/ui/useRead";
import { Code, Words } from "@/ui/values";
import { CUSTOMERS, type KnownCustomer } from "./documents";
import { person, somebodyNew, type Person } from "./person";

const QUIET_MILLISECONDS = 250;
const PHONE = /^\+?[1-9][\d\s().-]{6,20}$/;

interface PersonPickerProps {
  accountId: string;
  chosen: Person;
  onChoose: (person: Person) => void;
}

export function PersonPicker({ accountId, chosen, onChoose }: PersonPickerProps) {
  const { t } = useTranslation("simulator");
  const [isOpen, setIsOpen] = useState(false);
  const choose = (next: Person) => {
    setIsOpen(false);
    onChoose(next);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={340} trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<UserRound size={16} aria-hidden />}
          aria-label={t("person.button", { name: chosen.name || chosen.phone })}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <Words>{chosen.name || chosen.phone}</Words>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && <Choices accountId={accountId} chosen={chosen} onChoose={choose} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ accountId, chosen, onChoose }: PersonPickerProps) {
  const { t } = useTranslation("simulator");
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words.trim(), QUIET_MILLISECONDS);
  const { data } = useRead(CUSTOMERS, { account: accountId, words: asked === "" ? null : asked });
  const known = data?.customers?.nodes ?? [];
  return (
    <Stack gap="sm">
      <Button
        variant="light"
        leftSection={<Dices size={16} aria-hidden />}
        onClick={() => {
          onChoose(somebodyNew());
        }}
      >
        {t("person.new")}
      </Button>
      <ByHand chosen={chosen} onChoose={onChoose} />
      <TextInput
        size="sm"
        type="search"
        aria-label={t("person.search")}
        placeholder={t("person.search")}
        leftSection={<Search size={15} aria-hidden />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
        }}
      />
      {known.length === 0 ? (
        <Text fz="sm" className="muted">
          {asked === "" ? t("person.none") : t("person.nobody")}
        </Text>
      ) : (
        <ul className="sim-people" aria-label={t("person.known")}>
          {known.map((customer) => (
            <li key={customer.id}>
              <Known customer={customer} isChosen={customer.lid === chosen.lid} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

function Known({ customer, isChosen, onChoose }: { customer: KnownCustomer; isChosen: boolean; onChoose: (person: Person) => void }) {
  const { lid, phone, profileName } = customer;
  return (
    <UnstyledButton
      className="sim-person"
      aria-current={isChosen}
      onClick={() => {
        onChoose({ lid, phone: phone ?? "", name: profileName });
      }}
    >
      <span className="clip">
        <Words>{profileName || phone}</Words>
      </span>
      {phone !== null && (
        <span className="muted">
          <Code>{phone}</Code>
        </span>
      )}
    </UnstyledButton>
  );
}

function ByHand({ chosen, onChoose }: { chosen: Person; onChoose: (person: Person) => void }) {
  const { t } = useTranslation(["simulator", "common"]);
  const [name, setName] = useState(chosen.name);
  const [phone, setPhone] = useState(chosen.phone);
  const isPhone = PHONE.test(phone.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPhone) return;
        const digits = phone.replaceAll(/\D/g, "");
        // A known number with another name is the same person, who calls themselves otherwise now.
        onChoose(`+${digits}` === chosen.phone ? { ...chosen, name: name.trim() } : person(`+${digits}`, name.trim()));
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          size="sm"
          flex={1}
          label={t("common:fields.name")}
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <TextInput
          size="sm"
          flex={1.3}
          label={t("common:fields.phone")}
          type="tel"
          dir="ltr"
          value={phone}
          error={!isPhone && phone !== ""}
          onChange={(event) => {
            setPhone(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="sm" variant="default" px="sm" disabled={!isPhone}>
          {t("person.be")}
        </Button>
      </Group>
    </form>
  );
}
