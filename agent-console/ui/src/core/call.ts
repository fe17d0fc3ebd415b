import type { CallInFront, Desk, Screen } from "../wire/desk";
import { clockIn, formatMoment, formatSpan, millisOf, zoneWords } from "./time";

export const attemptsInSevenDaysMax = 7;

/// What the call pane shows, ready to read.
export interface CallFacts {
  readonly phase: string;
  readonly number: string;
  readonly place: string;
  readonly localClock: string;
  readonly localZone: string;
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
    phase: phaseWords(call, nowMillis),
    number: dialed.number.text,
    place: dialed.place,
    localClock: clockIn(dialed.zone, nowMillis),
    localZone: zoneWords(dialed.zone, nowMillis),
    window: ends === null ? "no end known" : windowWords(dialed.zone, ends, nowMillis),
    windowClosing: ends !== null && ends - nowMillis < closingMillis,
    attempts: `${dialed.attemptsInWindow} of ${attemptsInSevenDaysMax}`,
    lastTalk:
      dialed.lastConversationAt === null
        ? "never"
        : formatMoment(dialed.lastConversationAt, dialed.zone),
    why: dialed.why,
  };
}

function windowWords(zone: string, endsMillis: number, nowMillis: number): string {
  const left = endsMillis - nowMillis;
  const clock = clockIn(zone, endsMillis);
  return left <= 0 ? `${clock}: closed` : left < closingMillis ? `${clock}: closing` : clock;
}

export function phaseWords(call: CallInFront, nowMillis: number): string {
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
      return `Call ended${talkSpan(call, nowMillis)}`;
  }
}

function talkSpan(call: CallInFront, nowMillis: number): string {
  if (call.answeredAt === null) {
    return "";
  }
  const end = call.endedAt === null ? nowMillis : millisOf(call.endedAt);
  return ` after ${formatSpan(end - millisOf(call.answeredAt))}`;
}

/// What a screen reader is told at once when the desk changes: connect, drop, line loss; empty
/// otherwise.
export function urgentWords(before: Desk | null, after: Desk): string {
  const was = before?.call?.phase ?? null;
  const is = after.call?.phase ?? null;
  if (was === is) {
    return "";
  }
  switch (is) {
    case "TALKING":
      return was === "ON_HOLD" ? "Call resumed." : `Call connected. ${personName(after)}`.trim();
    case "ENDED":
      return "Call ended. Record the disposition.";
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
