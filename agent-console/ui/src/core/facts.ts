import type { FactChoices, FactKind, FactOrder, KnownFact } from "../wire/facts";
import type { Standing } from "../wire/office";
import { placeName } from "./places";
import { sentenceCase } from "./words";

/// What an officer records, as she calls it.
export const factKinds: Readonly<Record<FactKind, string>> = {
  CONSENT: "A consent, given or taken back",
  NOTICE: "A notice that was sent",
  PLACE: "Where she is",
  CONTACT: "A contact outside our calls",
  LOOK_UP: "A look-up of a number",
};

/// An order with nothing special to it.
export function factOrder(kind: FactKind, account: number): FactOrder {
  return {
    kind,
    account,
    phone: null,
    at: null,
    until: null,
    evidence: "",
    debts: kind === "NOTICE" || kind === "CONTACT" ? "THIS" : "ALL",
    place: null,
    zone: null,
    word: kind === "PLACE" ? "CONSUMER" : null,
    notice: null,
    contact: kind === "CONTACT" ? "INBOUND_CALL" : null,
    result: kind === "CONTACT" ? "CONVERSATION" : null,
    occasion: kind === "CONTACT" ? "OURS" : null,
    consent: kind === "CONSENT" ? "TCPA_PRIOR_EXPRESS" : null,
    change: kind === "CONSENT" ? "GIVEN" : null,
    receiver: kind === "CONSENT" ? "COLLECTOR" : null,
    from: null,
    to: null,
    lineType: null,
    reassigned: null,
    since: null,
    ported: null,
    protection: null,
  };
}

/// How such a contact can have ended, the usual way first.
export function resultsOf(contact: string | null): readonly string[] {
  switch (contact) {
    case "TEXT_SENT":
    case "EMAIL_SENT":
      return ["SENT"];
    case "INBOUND_CALL":
      return [
        "CONVERSATION",
        "ANSWERED_THIRD_PARTY",
        "ANSWERED_DROPPED",
        "VOICEMAIL_LEFT",
        "UNKNOWN",
      ];
    default:
      return [
        "RING_NO_ANSWER",
        "CONVERSATION",
        "VOICEMAIL_NO_MESSAGE",
        "VOICEMAIL_LEFT",
        "ANSWERED_THIRD_PARTY",
        "ANSWERED_DROPPED",
        "ABANDONED",
        "BUSY",
        "NOT_IN_SERVICE",
        "NETWORK_BLOCKED",
        "UNKNOWN",
      ];
  }
}

/// "Consent: text messages", "Lives or is in US-CA": what a row is, in a few words.
export function factTitle(known: KnownFact, choices: FactChoices | null): string {
  switch (known.kind) {
    case "CONSENT": {
      const label = choices?.consents.find((one) => one.code === known.code)?.label;
      return `Consent: ${label ?? sentenceCase(known.code)}`;
    }
    case "NOTICE":
      return `Notice sent: ${sentenceCase(known.code)}`;
    case "PLACE":
      return `Is in ${known.code}`;
    case "CONTACT":
      return sentenceCase(known.code);
    case "LOOK_UP":
      return known.code === "UNKNOWN"
        ? "Number looked up"
        : `Number is ${sentenceCase(known.code)}`;
  }
}

/// The zones of a place; none until one is chosen.
export function zonesOf(choices: FactChoices | null, place: string | null): readonly string[] {
  return choices?.regions.find((one) => one.code === place)?.zones ?? [];
}

/// The places that staff choose from, as the law writes them: the United States first, then by
/// country and by name.
export function placesOf(choices: FactChoices | null): readonly string[] {
  const codes = (choices?.regions ?? [])
    .map((one) => one.code)
    .filter((code) => code.includes("-"));
  const land = (code: string) => (code.startsWith("US-") ? "" : code.slice(0, 2));
  return codes.toSorted(
    (one, other) =>
      land(one).localeCompare(land(other)) || placeName(one).localeCompare(placeName(other)),
  );
}

/// "Not Mon, Tue from 09:00 to 17:00, her clock.", "Not at work.": what a wish is about; empty for
/// a hold.
export function wishWords(one: Pick<Standing, "days" | "wishFrom" | "wishTo" | "place">): string {
  if (one.place !== null) {
    return one.place === "OTHER" ? "Not at any other place." : `Not at ${placeNames[one.place]}.`;
  }
  if (one.wishFrom === null || one.wishTo === null) {
    return "";
  }
  const on =
    one.days.length === 7
      ? "every day"
      : one.days.map((day) => sentenceCase(day).slice(0, 3)).join(", ");
  const from = minutes(one.wishFrom);
  const to = minutes(one.wishTo);
  const whole = from === "00:00" && to === "00:00";
  const until = to === "00:00" ? "midnight" : to;
  return `Not ${on}${whole ? "" : ` from ${from} to ${until}, her clock`}.`;
}

/// A time of day without its seconds.
function minutes(time: string): string {
  return time.slice(0, 5);
}

const placeNames = { HOME: "home", WORK: "work", MOBILE: "the mobile" } as const;
