// Single keys that do something on a page, while nobody types and no dialog is open.

import { useEffect, useEffectEvent } from "react";

/** By the key's name; letters small, `Shift+ArrowUp` with its modifier. */
export type Keys = Record<string, (() => void) | undefined>;

const HELD = /^(Shift\+Arrow|[-+=]$)/;

export function useKeys(keys: Keys, { isOn }: { isOn: boolean }): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isElsewhere(event.target) || document.querySelector("[aria-modal=true]") !== null) return;
    const name = nameOf(event);
    const act = keys[name];
    // A key that is held down moves the picture on and on; it decides once.
    if (act === undefined || (event.repeat && !HELD.test(name))) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      press(event);
    };
    window.addEventListener("keydown", listen);
    return () => {
      window.removeEventListener("keydown", listen);
    };
  }, [isOn]);
}

/** On a keyboard of another script, the letter that stands on the same key of a Latin one. */
function nameOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.startsWith("Arrow")) return shiftKey ? `Shift+${key}` : key;
  if (/^[ -~]$/.test(key)) return key.toLowerCase();
  if (code.startsWith("Key") && key.length === 1) return code.slice(3).toLowerCase();
  if (code.startsWith("Digit") && key.length === 1) return code.slice(5);
  return key;
}

/** Where keys mean something else: words, choices, menus. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isTyped = target.matches("input:not([type=checkbox],[type=radio],[type=button]),textarea,select");
  return isTyped || target.isContentEditable || target.closest("[role=menu],[role=listbox],[role=dialog]") !== null;
}
