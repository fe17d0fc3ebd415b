import { useCallback, useEffect, useRef, useState } from "react";
import type { Softphone } from "../core/line";
import type { DeskPhone } from "../wire/http";
import { BrowserPhone } from "../wire/softphone";

export interface SoftphoneControls {
  readonly state: Softphone;
  toggleMute(): void;
  press(key: string): void;
}

/// The page's own telephone, when the agent's line is one.
export function useSoftphone(
  phone: DeskPhone | null,
  ready: (ready: boolean) => void,
  hears: (arrives: boolean) => void,
): SoftphoneControls {
  const [state, setState] = useState<Softphone>({ kind: "none" });
  const live = useRef<BrowserPhone | null>(null);
  useEffect(() => {
    if (phone?.kind !== "BROWSER") {
      return undefined;
    }
    const softphone = new BrowserPhone(phone, { changed: setState, ready, hears });
    live.current = softphone;
    return () => softphone.stop();
  }, [phone, ready, hears]);
  const toggleMute = useCallback(() => live.current?.toggleMute(), []);
  const press = useCallback((key: string) => live.current?.press(key), []);
  return { state, toggleMute, press };
}
