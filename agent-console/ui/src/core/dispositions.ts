import type { Disposition } from "../wire/http";

export interface Choice {
  readonly disposition: Disposition;
  /// Why it cannot be chosen now; empty when it can.
  readonly barred: string;
}

/// The dispositions as they stand now: what needs the consumer is barred until it is verified.
export function choices(all: readonly Disposition[], verified: boolean): readonly Choice[] {
  return all.map((disposition) => ({ disposition, barred: barredBecause(disposition, verified) }));
}

function barredBecause(disposition: Disposition, verified: boolean): string {
  switch (disposition.party) {
    case "RIGHT":
      return verified ? "" : "Verify identity first";
    case "THIRD":
    case "NOBODY":
      return verified ? "Identity was verified" : "";
    case "ANY":
      return "";
  }
}

/// The nine favourites, in the order of their keys.
export function favourites(shown: readonly Choice[]): readonly Choice[] {
  return shown
    .filter((choice) => choice.disposition.hotKey !== null)
    .sort((a, b) => (a.disposition.hotKey ?? 0) - (b.disposition.hotKey ?? 0));
}

/// Those whose label, code or category has every word typed: open ones first, and of these, as long
/// as nobody is verified, what somebody else on the line means.
export function searchChoices(shown: readonly Choice[], typed: string): readonly Choice[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = shown.filter(({ disposition }) => {
    const text = `${disposition.label} ${disposition.code} ${disposition.category}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const rank = ({ barred, disposition }: Choice) =>
    barred !== "" ? 2 : disposition.party === "THIRD" ? 0 : 1;
  return found.sort((a, b) => rank(a) - rank(b));
}

export function byHotKey(shown: readonly Choice[], digit: number): Choice | null {
  return shown.find((choice) => choice.disposition.hotKey === digit) ?? null;
}

/// The choice that a letter key means: promise, callback, dispute, or no more calls.
export function byPurpose(
  shown: readonly Choice[],
  purpose: "promise" | "callback" | "dispute" | "cease",
): Choice | null {
  const wanted = (d: Disposition): boolean => {
    switch (purpose) {
      case "promise":
        return d.needsPromise;
      case "callback":
        return d.needsCallback;
      case "dispute":
        return d.code.startsWith("DISP") || d.holdCode === "DISPUTE";
      case "cease":
        return d.code.startsWith("CEASE") || d.holdCode === "CEASE";
    }
  };
  return shown.find((choice) => wanted(choice.disposition)) ?? null;
}
