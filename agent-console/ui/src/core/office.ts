import type { Reply } from "../wire/api";
import type { FoundList, Role } from "../wire/http";
import type {
  Change,
  Compared,
  Edition,
  Past,
  RulebookStep,
  RuleRow,
  SetBar,
  Told,
  Trial,
  WhyNot,
} from "../wire/office";
import { formatMoment, formatStamp } from "./time";
import { sentenceCase } from "./words";

/// Who sees the compliance page.
export function maySeeOffice(roles: readonly Role[]): boolean {
  return roles.includes("OFFICER") || roles.includes("SUPERVISOR");
}

/// The decision that an address such as "#/office/decision/71" names; empty when it names none.
export function decisionOf(hash: string): string {
  return /^#\/office\/decision\/([1-9][0-9]{0,17})$/.exec(hash)?.[1] ?? "";
}

export function mayLift(roles: readonly Role[]): boolean {
  return roles.includes("OFFICER");
}

/// "Number …0142, mobile" of the number that a decision was about.
export function numberWords(past: Past): string {
  return past.phoneLast4 === null
    ? "A number that was erased"
    : `Number …${past.phoneLast4}, ${lineWords(past.lineType ?? "UNKNOWN")}`;
}

function lineWords(lineType: string): string {
  return lineType === "UNKNOWN"
    ? "kind of line unknown"
    : sentenceCase(lineType).replace(/^[A-Z](?=[a-z]+\b)/, (letter) => letter.toLowerCase());
}

/// What the rules would say to a call that was told of here. Beside a time that is refused already
/// only the first that would do.
export function forewarning(told: Told, timeFault: string, zone: string): string {
  const refusal = told.rows.find((row) => row.answer === "REFUSES");
  if (told.allowed || refusal === undefined) {
    return "";
  }
  const mend =
    told.nextAllowedAt === null
      ? "No other time would do."
      : `The first time that would do: ${formatMoment(told.nextAllowedAt, zone)}.`;
  return timeFault === "" ? `The rules refuse a call then: ${refusal.sentence} ${mend}` : mend;
}

/// "20 found", or that there are more and how to come to them.
export function foundWords({ found, more }: FoundList): string {
  return more
    ? `The first ${found.length} of more, who was called lately first: type more of it, given and family name, or a number`
    : `${found.length} found`;
}

/// What went wrong, in a sentence; empty when nothing did.
export function faultOf(reply: Reply<unknown>): string {
  switch (reply.kind) {
    case "done":
      return "";
    case "refused":
      return reply.refused.sentence;
    case "unreachable":
      return "The server does not answer.";
  }
}

/// "US-TX (where we work from), US-HI (the number's area)": whose law reaches the call, and why.
export function reachWords(told: Told): string {
  return told.jurisdictions.map((one) => `${one.code} (${one.because.join("; ")})`).join(", ");
}

/// Whether the row says what to do in the call, instead of whether to place it.
export function obliges(row: RuleRow): boolean {
  return row.type === "OBLIGATION" || row.type === "RECORDING";
}

/// The rows that refuse, then those that oblige.
export function weighty(told: Told): readonly RuleRow[] {
  return [
    ...told.rows.filter((row) => row.answer === "REFUSES"),
    ...told.rows.filter((row) => row.answer === "PASSES" && obliges(row)),
  ];
}

/// The rows that were asked and let the call pass.
export function passing(told: Told): readonly RuleRow[] {
  return told.rows.filter((row) => row.answer === "PASSES" && !obliges(row));
}

export function notAsked(told: Told): readonly RuleRow[] {
  return told.rows.filter((row) => row.answer === "NOT_CONCERNED" || row.answer === "SWITCHED_OFF");
}

export interface FunnelLine {
  readonly code: string;
  readonly words: string;
  readonly waits: boolean;
  readonly accounts: number;
  /// Accounts still left after this reason.
  readonly left: number;
  /// Share of all accounts, 0 to 1.
  readonly share: number;
}

/// The funnel with what each reason leaves; the last left is what may be dialed.
export function funnelLines(whyNot: WhyNot): readonly FunnelLine[] {
  let left = whyNot.accounts;
  return whyNot.steps.map((step) => {
    left -= step.accounts;
    return { ...step, left, share: whyNot.accounts === 0 ? 0 : step.accounts / whyNot.accounts };
  });
}

/// Our number of an account as the search takes it, which wants three characters: "007".
export function ownNumber(account: number): string {
  return `${account}`.padStart(3, "0");
}

/// A bar with nothing special to it.
export function bar(
  code: string,
  account: number,
  phone: number | null,
  evidence: string,
): SetBar {
  return {
    bar: code,
    account,
    phone,
    attempt: null,
    until: null,
    evidence,
    days: [],
    from: null,
    to: null,
    place: null,
    onPage: true,
  };
}

/// How a call can have ended.
export const outcomes = [
  "BUSY",
  "NOT_IN_SERVICE",
  "NETWORK_BLOCKED",
  "RING_NO_ANSWER",
  "VOICEMAIL_NO_MESSAGE",
  "VOICEMAIL_LEFT",
  "ANSWERED_DROPPED",
  "ABANDONED",
  "ANSWERED",
  "UNKNOWN",
  "NEVER_PLACED",
] as const;

/// Who wrote the rulebooks that come with the program.
const program = "Rightparty";

/// What came with the program is put in force by another person than who approved it.
function wantsAnother(edition: Edition, login: string): boolean {
  return edition.author === program && edition.approver === login;
}

/// What may be done with a version of a rulebook next, by whom is logged in.
export function stepsOf(
  edition: Edition,
  login: string,
  all: readonly Edition[],
): readonly RulebookStep[] {
  switch (edition.state) {
    case "DRAFT":
      return edition.triedAt === null
        ? ["try"]
        : edition.author === login
          ? ["try"]
          : ["try", "approve"];
    case "APPROVED":
      return wantsAnother(edition, login) ? [] : ["activate"];
    case "PENDING":
      return ["activate"];
    case "IN_FORCE":
      return all.some((one) => isBefore(one, edition)) ? ["roll-back"] : [];
  }
}

/// Whether there is something to go back to: a version of the book that was in force earlier.
function isBefore(one: Edition, edition: Edition): boolean {
  return (
    one.name === edition.name &&
    one.activeFrom !== null &&
    edition.activeFrom !== null &&
    one.activeFrom < edition.activeFrom
  );
}

/// Who stands behind a version, and from when on it decides.
export function originWords(edition: Edition, zone: string): string {
  const { author, approver, activeFrom, state } = edition;
  const when = activeFrom === null ? "" : formatStamp(activeFrom, zone);
  if (approver === "installation") {
    return `Came with the program${when === "" ? "" : `; decides calls from ${when} on`}`;
  }
  const approved = approver === null ? "not approved yet" : `approved by ${approver}`;
  const rolled = state === "APPROVED" ? "rolled back after it was " : "";
  return [`Written by ${author}`, approved, when === "" ? "" : `${rolled}in force from ${when}`]
    .filter((part) => part !== "")
    .join(", ");
}

/// What has to happen before the version is in force; empty when nothing does.
export function nextWords(edition: Edition, login: string): string {
  switch (edition.state) {
    case "DRAFT":
      return edition.triedAt === null
        ? `${edition.author === program ? "It came with the program and waits for you. " : ""}Next: try it; nobody can approve it before.`
        : edition.author === login
          ? "Next: another officer approves it."
          : "Next: approve it, when it says what it should.";
    case "APPROVED":
      return wantsAnother(edition, login)
        ? "Next: another officer activates it."
        : "Next: activate it.";
    case "PENDING":
    case "IN_FORCE":
      return "";
  }
}

/// The drafts that came with the program, in a sentence; empty when none waits.
export function waitingWords(editions: readonly Edition[]): string {
  const waiting = editions
    .filter((one) => one.author === program && one.state === "DRAFT")
    .map((one) => `${one.name} ${one.version}`);
  return waiting.length === 0
    ? ""
    : `Came with the program and not in force: ${waiting.join(", ")}. Try and approve each; then another officer activates it.`;
}

/// "412 more would have been refused of 9,000: COOLDOWN_7D 400, …"
export function comparedWords(compared: Compared): string {
  const reasons = Object.entries(compared.reasons)
    .sort((one, other) => other[1] - one[1])
    .map(([code, count]) => `${code} ${count.toLocaleString("en-US")}`)
    .join(", ");
  const more = compared.refusedMore.toLocaleString("en-US");
  const of = compared.compared.toLocaleString("en-US");
  const allowed = compared.allowedMore.toLocaleString("en-US");
  return `${more} more refused of ${of}${reasons === "" ? "" : `: ${reasons}`}; ${allowed} more allowed`;
}

/// What the comparison leaves open; empty when nothing.
export function openWords(trial: Trial): readonly string[] {
  const shortened = trial.shortened.toLocaleString("en-US");
  const compared = trial.tomorrow.compared.toLocaleString("en-US");
  const candidates = trial.candidates.toLocaleString("en-US");
  return [
    ...(trial.shortened === 0
      ? []
      : [
          `${shortened} of the last 30 days were recorded with less history than this draft looks at: it may have refused more of them.`,
        ]),
    ...(trial.candidates <= trial.tomorrow.compared
      ? []
      : [`Tomorrow was asked of ${compared} of ${candidates} persons, those that selection takes first.`]),
  ];
}

/// A change of a field that is an object, as changes of what differs in it.
export function changedFields(change: Change): readonly Change[] {
  const before = objectOf(change.before);
  const after = objectOf(change.after);
  if (change.kind !== "CHANGED" || before === null || after === null) {
    return [change];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = keys
    .map((key) => ({
      ...change,
      field: `${change.field}.${key}`,
      before: textOf(before[key]),
      after: textOf(after[key]),
    }))
    .filter((one) => one.before !== one.after);
  return differing.length === 0 ? [change] : differing;
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === "object" && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value);
}
