// Who plays the customer: kept in the address, so that the same person can be met again and shown to others.

import { useMemo } from "react";
import { useSearchParams } from "react-router";

export interface Person {
  /** WhatsApp's id of them: the same id is the same person. */
  lid: string;
  phone: string;
  name: string;
}

const USUAL: Person = person("+923001234567", "Ayesha");
const NAMES = ["Ayesha", "Bilal", "Fatima", "Hamza", "Maryam", "Omar", "Sana", "Usman", "Zainab", "Daniel", "Lucía", "ليلى", "عائشہ", "علی"];

/** Made of the phone number, as the simulated network does it itself. */
export function person(phone: string, name: string): Person {
  return { lid: `${phone.replaceAll(/\D/g, "")}@lid`, phone, name };
}

export function somebodyNew(): Person {
  const [digits = 0, place = 0] = crypto.getRandomValues(new Uint32Array(2));
  return person(`+92300${String(digits % 10_000_000).padStart(7, "0")}`, NAMES[place % NAMES.length] ?? USUAL.name);
}

export function usePerson(): [Person, (person: Person) => void] {
  const [parameters, setParameters] = useSearchParams();
  const phone = parameters.get("phone");
  const name = parameters.get("name");
  const lid = parameters.get("lid");
  const current = useMemo(() => {
    if (phone === null && lid === null) return USUAL;
    const made = person(phone ?? "", name ?? "");
    return lid === null ? made : { ...made, lid };
  }, [phone, name, lid]);
  const choose = (next: Person) => {
    setParameters((before) => {
      const chosen = new URLSearchParams(before);
      for (const [key, value] of [["phone", next.phone], ["name", next.name], ["lid", next.lid === person(next.phone, "").lid ? "" : next.lid]] as const) {
        if (value === "") chosen.delete(key);
        else chosen.set(key, value);
      }
      return chosen;
    });
  };
  return [current, choose];
}
