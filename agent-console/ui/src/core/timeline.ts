import type { Choices, Moment } from "../wire/audit";
import { formatStamp } from "./time";
import { codeWords, nameWords, sentenceCase } from "./words";

/// What happened, where the ledger's own word would not do.
const kinds: Readonly<Record<string, string>> = {
  "dial.permitted": "Call allowed",
  "dial.refused": "Call refused",
  "call.ended": "Call ended",
  "call.held": "Put on hold",
  "call.taken.back": "Taken back from hold",
  "call.came-in": "Rang us, and nobody took it",
  "disposition.recorded": "Disposition recorded",
  "person.viewed": "This timeline was looked at",
  "person.explained": "It was asked whether calls are allowed",
  "holds.viewed": "What stands against calls was looked at",
  "accounts.listed": "Accounts of a campaign were listed",
  "decision.viewed": "A decision was looked at",
  "recording.viewed": "What happened in a recorded call was looked at",
  "personal.erased": "Personal facts erased",
};

/// Particulars that tell a reader nothing: hashes, and numbers of rows.
const untold = /(_sha256|^sha256|^decision|^phone|^tzdb|^rulebooks|_id|^source)$/;

/// As many of a person's moments as the server tells, the newest.
const momentsMax = 300;

/// That there are more than these; empty when there are not.
export function olderWords(shown: number): string {
  return shown < momentsMax
    ? ""
    : `These are the newest ${momentsMax}. A proof of a search for this person holds all.`;
}

/// "Call allowed" of "dial.permitted".
export function kindWords(kind: string): string {
  return kinds[kind] ?? sentenceCase(kind.replaceAll(".", "_"));
}

/// "A. Kim" of "agent:12".
export function actorWords(actor: string, agents: Choices["agents"]): string {
  const id = /^agent:(\d+)$/.exec(actor)?.[1];
  if (id === undefined) {
    return actor === "program" ? "the program" : actor;
  }
  return agents.find((one) => `${one.id}` === id)?.name ?? `agent ${id}`;
}

/// Whether the moment's text is an entry's particulars, which are not for reading as they are.
export function isRaw(moment: Moment): boolean {
  return moment.text.startsWith("{");
}

/// What was noted, or the particulars in words: "mode predictive · reason ok".
export function particulars(moment: Moment, zone: string): string {
  if (!isRaw(moment)) {
    return moment.text;
  }
  const detail = JSON.parse(moment.text) as Readonly<Record<string, unknown>>;
  return Object.entries(detail)
    .filter(([key]) => !untold.test(key))
    .map(([key, value]): [string, string] => [
      nameWords(key),
      key.endsWith("_ms") ? seconds(value) : words(value, zone),
    ])
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key} ${value}`)
    .join(" · ");
}

function seconds(millis: unknown): string {
  return `${(Number(millis) / 1_000).toFixed(1)} s`;
}

function words(value: unknown, zone: string): string {
  if (Array.isArray(value)) {
    return value.map((one) => words(one, zone)).join(", ");
  }
  switch (typeof value) {
    case "boolean":
      return value ? "yes" : "no";
    case "number":
      return `${value}`;
    case "string":
      return textWords(value, zone);
    default:
      return "";
  }
}

function textWords(text: string, zone: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) {
    return formatStamp(text, zone);
  }
  return codeWords(text);
}
