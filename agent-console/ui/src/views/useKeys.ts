import { useEffect, useRef } from "react";
import { type Command, commandOf } from "../core/keys";

const chordMillisMax = 1_500;

/// Listens to the whole page's keys and hands over what they mean.
///
/// @param perform says whether it took the command
export function useKeys(perform: (command: Command) => boolean): void {
  const latest = useRef(perform);
  latest.current = perform;
  useEffect(() => {
    let chordAt = -chordMillisMax;
    const press = (event: KeyboardEvent) => {
      const afterG = event.timeStamp - chordAt < chordMillisMax;
      const command = event.isComposing ? null : commandOf(strokeOf(event, afterG));
      chordAt = command?.kind === "chord" ? event.timeStamp : -chordMillisMax;
      if (command !== null && command.kind !== "chord" && latest.current(command)) {
        event.preventDefault();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function strokeOf(event: KeyboardEvent, afterG: boolean) {
  return {
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey || event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    inField: isField(event.target),
    afterG,
  };
}

export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
    !(target instanceof HTMLInputElement && ["checkbox", "radio", "button"].includes(target.type))
  );
}
