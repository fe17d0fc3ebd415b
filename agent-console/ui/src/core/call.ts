import type { CallInFront, Desk, Dialed, Screen } from "../wire/desk";
import { missedWords } from "./missed";
import { placeWords } from "./person";
import { clockIn, formatMoment, formatSpan, millisOf, zoneWords } from "./time";

export const attemptsInSevenDaysMax = 7;

/// What the call pane shows, ready to read.
export interface CallFacts {
  readonly phase: string;
  /// How long the call has lasted from its answer on, holds included; empty before.
  readonly onThePhone: string;
  readonly number: string;
  readonly place: string;
  readonly localClock: string;
  readonly localZone: string;
  /// Where she may be as well, and it is another time.
  readonly otherClocks: readonly string[];
  readonly window: string;
  readonly windowClosing: boolean;
  readonly attempts: string;
  readonly lastTalk: string;
  readonly why: string;
}

const closingMillis = 10 * 60_000;

export function callFacts(call: CallInFront, screen: Screen, nowMillis: number): CallFacts {
  const { dialed } = screen;
  const ends = dialed.windowEndsAt === null ? null : millisOf(dialed.windowEndsAt);
  return {
    phase: phaseWords(call),
    onThePhone: onThePhone(call, nowMillis),
    number: dialed.number.text,
    place: placeWords(dialed.place),
    localClock: clockIn(dialed.zone, nowMillis),
    localZone: zoneWords(dialed.zone, nowMillis),
    otherClocks: otherClocks(dialed, nowMillis),
    window: ends === null ? "no end known" : windowWords(dialed.zone, ends, nowMillis),
    windowClosing: ends !== null && ends - nowMillis < closingMillis,
    attempts: attemptsWords(call, dialed.attemptsInWindow),
    lastTalk:
      dialed.lastConversationAt === null
        ? "never"
        : formatMoment(dialed.lastConversationAt, dialed.zone),
    why: dialed.why,
  };
}

/// "2:15 PM (Central Time)" of each other clock that she may go by, once.
function otherClocks(dialed: Dialed, nowMillis: number): readonly string[] {
  const clocks = new Map([[clockIn(dialed.zone, nowMillis), ""]]);
  for (const zone of dialed.otherZones) {
    const clock = clockIn(zone, nowMillis);
    if (!clocks.has(clock)) {
      clocks.set(clock, `${clock} (${zoneWords(zone, nowMillis)})`);
    }
  }
  return [...clocks.values()].slice(1);
}

/// Every call is counted the same way: those before it, and it, once it is placed.
function attemptsWords(call: CallInFront, before: number): string {
  return call.phase === "PREVIEW"
    ? `${before} of ${attemptsInSevenDaysMax}`
    : `this is ${before + 1} of ${attemptsInSevenDaysMax}`;
}

function windowWords(zone: string, endsMillis: number, nowMillis: number): string {
  const left = endsMillis - nowMillis;
  const clock = clockIn(zone, endsMillis);
  return left <= 0 ? `${clock}: closed` : left < closingMillis ? `${clock}: closing` : clock;
}

export function phaseWords(call: CallInFront): string {
  switch (call.phase) {
    case "PREVIEW":
      return "Preview: nothing dialed yet";
    case "RINGING":
      return "Ringing";
    case "CONNECTING":
      return "Connecting";
    case "TALKING":
      return "Connected";
    case "ON_HOLD":
      return "On hold: the person hears music";
    case "LINE_LOST":
      return "Your line broke: the person hears music";
    case "ENDED":
      return `Call ended${hungUpWords(call)}`;
  }
}

/// Whether whoever was called to take over did: what came to nothing has its end.
function handedOver({ transfer }: CallInFront): boolean {
  return transfer !== null && transfer.ended === null;
}

function hungUpWords(call: CallInFront): string {
  if (handedOver(call)) {
    return ": handed over";
  }
  switch (call.hungUpBy) {
    case "CONSUMER":
      return ": the person hung up";
    case "AGENT":
      return ": you hung up";
    case "DIALER":
      return ": ended by the program";
    case "NETWORK":
      return ": ended by the network";
    case "":
      return "";
  }
}

function onThePhone(call: CallInFront, nowMillis: number): string {
  if (call.answeredAt === null) {
    return "";
  }
  const end = call.endedAt === null ? nowMillis : millisOf(call.endedAt);
  return formatSpan(end - millisOf(call.answeredAt));
}

/// What a screen reader is told at once when the desk changes: connect, drop, line loss, a call
/// that reached nobody, an order of the supervisor; empty otherwise.
export function urgentWords(before: Desk | null, after: Desk): string {
  if (after.missed !== null && after.missed.attempt !== before?.missed?.attempt) {
    return missedWords(after.missed);
  }
  if (takenOut(after) && before !== null && !takenOut(before)) {
    return after.call === null ? takenOutWords : takenOutLaterWords;
  }
  return phaseChange(before, after);
}

/// What a screen reader finds there after a change: what is told now, else what was told while it is
/// still so. A sentence that has passed is taken away.
export function urgentNext(told: string, before: Desk | null, after: Desk): string {
  const words = urgentWords(before, after);
  return words === "" && before !== null && isStillSo(before, after) ? told : words;
}

function isStillSo(before: Desk, after: Desk): boolean {
  return (
    before.call?.phase === after.call?.phase &&
    before.missed?.attempt === after.missed?.attempt &&
    takenOut(before) === takenOut(after)
  );
}

export const takenOutWords =
  "Your supervisor took you out: no calls come. Go ready again when you have agreed on it.";
export const takenOutLaterWords =
  "Your supervisor takes you out after this call: no further call comes.";

/// Whether a supervisor took the agent out, now or after the present call.
export function takenOut(desk: Desk): boolean {
  return desk.state.kind === "notReady"
    ? desk.state.reason === "SUPERVISOR"
    : desk.pauseAfterCall === "SUPERVISOR";
}

function phaseChange(before: Desk | null, after: Desk): string {
  const was = before?.call?.phase ?? null;
  const is = after.call?.phase ?? null;
  if (was === is) {
    return "";
  }
  switch (is) {
    case "TALKING":
      return was === "ON_HOLD" ? "Call resumed." : `Call connected. ${personName(after)}`.trim();
    case "ENDED":
      return `Call ended${after.call === null ? "" : hungUpWords(after.call)}. Record the disposition.`;
    case "LINE_LOST":
      return "Your line broke. The person hears music.";
    case "PREVIEW":
      return `Preview. ${personName(after)}`.trim();
    case "ON_HOLD":
      return "On hold.";
    case "RINGING":
    case "CONNECTING":
    case null:
      return "";
  }
}

export function personName(desk: Desk): string {
  const person = desk.call?.screen?.person;
  return person === undefined ? "" : `${person.givenName} ${person.familyName}`;
}
