/// What a key means. Single letters count only outside fields (WCAG 2.1.4).
export type Command =
  | { readonly kind: "readiness" }
  | { readonly kind: "dial" }
  | { readonly kind: "hangUp" }
  | { readonly kind: "mute" }
  | { readonly kind: "hold" }
  | { readonly kind: "recording" }
  | { readonly kind: "keypad" }
  | { readonly kind: "help" }
  | { readonly kind: "search" }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "disposition"; readonly digit: number }
  | { readonly kind: "allDispositions" }
  | { readonly kind: "purpose"; readonly purpose: "promise" | "callback" | "dispute" | "cease" }
  | { readonly kind: "note" }
  | { readonly kind: "script" }
  | { readonly kind: "save"; readonly next: "READY" | "NOT_READY" }
  | { readonly kind: "verified" }
  | { readonly kind: "wrongParty" }
  | { readonly kind: "chord" }
  | { readonly kind: "tab"; readonly tab: Tab };

export type Tab = "person" | "debt" | "timeline" | "money";

export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /// The focus is where text is typed.
  readonly inField: boolean;
  /// G was the key before.
  readonly afterG: boolean;
}

/// The command of a keystroke; null when it means nothing here.
export function commandOf(stroke: Keystroke): Command | null {
  if (stroke.ctrl) {
    return stroke.key === "Enter" && !stroke.alt
      ? { kind: "save", next: stroke.shift ? "NOT_READY" : "READY" }
      : null;
  }
  if (stroke.alt) {
    return altCommand(stroke);
  }
  return functionKey(stroke) ?? (stroke.inField ? null : letterCommand(stroke));
}

function altCommand(stroke: Keystroke): Command | null {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(stroke.code)?.[1];
  if (digit !== undefined) {
    return digit === "0"
      ? { kind: "allDispositions" }
      : { kind: "disposition", digit: Number(digit) };
  }
  switch (stroke.code) {
    case "KeyP":
      return { kind: "purpose", purpose: "promise" };
    case "KeyB":
      return { kind: "purpose", purpose: "callback" };
    case "KeyD":
      return { kind: "purpose", purpose: "dispute" };
    case "KeyC":
      return { kind: "purpose", purpose: "cease" };
    case "KeyN":
      return { kind: "note" };
    case "KeyR":
      return { kind: "script" };
    default:
      return null;
  }
}

function functionKey(stroke: Keystroke): Command | null {
  switch (stroke.key) {
    case "F2":
      return { kind: "readiness" };
    case "F3":
      return { kind: "dial" };
    case "F4":
      return { kind: "hangUp" };
    case "F6":
      return stroke.shift ? { kind: "hold" } : { kind: "mute" };
    case "F7":
      return { kind: "recording" };
    case "F8":
      return { kind: "keypad" };
    case "F9":
      return { kind: "help" };
    default:
      return null;
  }
}

function letterCommand(stroke: Keystroke): Command | null {
  if (stroke.afterG) {
    return tabCommand(stroke.key.toLowerCase());
  }
  switch (stroke.key.toLowerCase()) {
    case "/":
      return { kind: "search" };
    case "?":
      return { kind: "shortcuts" };
    case "v":
      return { kind: "verified" };
    case "w":
      return { kind: "wrongParty" };
    case "g":
      return { kind: "chord" };
    default:
      return null;
  }
}

function tabCommand(letter: string): Command | null {
  const tabs: Record<string, Tab> = {
    p: "person",
    d: "debt",
    t: "timeline",
    m: "money",
  };
  const tab = tabs[letter];
  return tab === undefined ? null : { kind: "tab", tab };
}

/// The list that "?" shows.
export const shortcuts: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: "F2", does: "Connect the line; then ready; then the reasons to be not ready" },
  { keys: "F3", does: "Dial the previewed account" },
  { keys: "F4", does: "End the call" },
  { keys: "F6", does: "Mute" },
  { keys: "Shift+F6", does: "Hold" },
  { keys: "F7", does: "Pause or resume the recording" },
  { keys: "F8", does: "Keypad" },
  { keys: "F9", does: "Call a supervisor to your desk" },
  { keys: "V", does: "Identity verified" },
  { keys: "W", does: "Wrong party" },
  { keys: "Alt+1…9", does: "Disposition with that number" },
  { keys: "Alt+0", does: "Search all dispositions" },
  { keys: "Alt+P", does: "Promise to pay" },
  { keys: "Alt+B", does: "Callback" },
  { keys: "Alt+D", does: "Dispute" },
  { keys: "Alt+C", does: "Stop contact: choose it, then save" },
  { keys: "Alt+N", does: "Note" },
  { keys: "Alt+R", does: "What to say now" },
  { keys: "Ctrl+Enter", does: "Save and be ready" },
  { keys: "Ctrl+Shift+Enter", does: "Save and be not ready, for the reason on the button" },
  { keys: "G then T, D, M, P", does: "Timeline, Debt, Money, Person" },
  { keys: "/", does: "Search an account to dial by hand" },
  { keys: "?", does: "This list" },
  { keys: "Esc", does: "Close a panel; typed text stays" },
];
