import type { Tab } from "../core/keys";
import type { Page } from "../core/page";
import type { DeskPhone, Disposition, Me, Reason } from "../wire/http";
import type { DeskActions } from "./useDesk";
import type { SoftphoneControls } from "./useSoftphone";

/// What every part of the agent's page reads and may do.
export interface DeskView {
  readonly me: Me;
  readonly page: Page;
  readonly actions: DeskActions;
  /// The server's clock, in milliseconds. What shows it reads it by `useNow`.
  now(): number;
  readonly phone: DeskPhone | null;
  readonly softphone: SoftphoneControls;
  readonly dispositions: readonly Disposition[];
  readonly reasons: readonly Reason[];
  readonly panels: Panels;
}

export interface Panels {
  readonly shortcuts: boolean;
  readonly keypad: boolean;
  readonly allDispositions: boolean;
  readonly pauses: boolean;
  readonly tab: Tab;
  show(panel: "shortcuts" | "keypad" | "allDispositions" | "pauses", shown: boolean): void;
  showTab(tab: Tab): void;
}

/// Puts the focus on an element of the page: at once when it is there, so that no key typed next is
/// lost, else when it has been drawn.
export function focusOn(id: string): void {
  const element = document.getElementById(id);
  if (element === null) {
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  } else {
    element.focus();
  }
}
