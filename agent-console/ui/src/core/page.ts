import type { CallInFront, Desk } from "../wire/desk";
import type { AnswerFrame, Draft, Fault, Intent, ToPage } from "../wire/frames";
import { emptyDraft, isEmpty } from "./form";
import { millisOf } from "./time";

export type Link =
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  | { readonly kind: "lost"; readonly retryAtMillis: number }
  | { readonly kind: "dismissed"; readonly reason: string };

/// All that the agent's page knows. The desk is the server's word; the draft is the agent's.
export interface Page {
  readonly link: Link;
  /// The server's clock minus the browser's.
  readonly clockAheadMillis: number;
  readonly seq: number;
  readonly desk: Desk | null;
  /// The call that the draft belongs to; null between calls.
  readonly attempt: number | null;
  /// How many calls have left this page. What belongs to one call alone is keyed by it.
  readonly turn: number;
  readonly draft: Draft;
  /// Typed and not yet sent.
  readonly unsaved: boolean;
  readonly asked: readonly Asked[];
  readonly notice: string;
  readonly faults: readonly Fault[];
}

export interface Asked {
  readonly ref: string;
  readonly intent: Intent["kind"];
}

export type PageEvent =
  | { readonly kind: "opened" }
  | { readonly kind: "lost"; readonly nowMillis: number; readonly retryInMillis: number }
  | { readonly kind: "frame"; readonly frame: ToPage; readonly nowMillis: number }
  | { readonly kind: "typed"; readonly draft: Draft }
  | { readonly kind: "saved" }
  | { readonly kind: "asked"; readonly ref: string; readonly intent: Intent["kind"] }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] }
  | { readonly kind: "noticed"; readonly notice: string };

export const firstPage: Page = {
  link: { kind: "connecting" },
  clockAheadMillis: 0,
  seq: 0,
  desk: null,
  attempt: null,
  turn: 0,
  draft: emptyDraft,
  unsaved: false,
  asked: [],
  notice: "",
  faults: [],
};

/// The page after an event.
export function next(page: Page, event: PageEvent): Page {
  switch (event.kind) {
    case "opened":
      return { ...page, link: { kind: "open" }, seq: 0, unsaved: !isEmpty(page.draft) };
    case "lost":
      // What was asked and not answered may or may not have happened: the next desk tells.
      return {
        ...page,
        link: { kind: "lost", retryAtMillis: event.nowMillis + event.retryInMillis },
        asked: [],
      };
    case "frame":
      return nextOfFrame(page, event.frame, event.nowMillis);
    case "typed":
      return { ...page, draft: event.draft, unsaved: true, faults: [] };
    case "saved":
      return { ...page, unsaved: false };
    case "asked":
      return {
        ...page,
        asked: [...page.asked, { ref: event.ref, intent: event.intent }],
        notice: "",
      };
    case "faulty":
      return { ...page, faults: event.faults };
    case "noticed":
      return { ...page, notice: event.notice };
  }
}

function nextOfFrame(page: Page, frame: ToPage, nowMillis: number): Page {
  switch (frame.kind) {
    case "desk":
      return frame.seq <= page.seq ? page : showDesk(page, frame.desk, frame.seq, nowMillis);
    case "draft":
      return frame.attempt === page.attempt && isEmpty(page.draft)
        ? { ...page, draft: { ...emptyDraft, ...frame.draft } }
        : page;
    case "answer":
      return settle(page, frame);
    case "pong":
      return { ...page, clockAheadMillis: millisOf(frame.at) - nowMillis };
    case "dismissed":
      return { ...page, link: { kind: "dismissed", reason: frame.reason } };
    case "floor":
      return page;
  }
}

function showDesk(page: Page, desk: Desk, seq: number, nowMillis: number): Page {
  const attempt = desk.call?.attempt ?? null;
  const sameCall = attempt !== null && attempt === page.attempt;
  return {
    ...page,
    seq,
    desk: withScreenKept(page.desk, desk),
    attempt,
    turn: hasLeft(page.desk?.call ?? null, desk.call) ? page.turn + 1 : page.turn,
    clockAheadMillis: page.desk === null ? millisOf(desk.at) - nowMillis : page.clockAheadMillis,
    draft: sameCall ? page.draft : emptyDraft,
    unsaved: sameCall && page.unsaved,
    faults: sameCall ? page.faults : [],
    notice: sameCall || page.attempt === null ? page.notice : "",
  };
}

/// This desk with the screen that is there already when it says the same, so that nothing of it is
/// drawn again.
function withScreenKept(before: Desk | null, now: Desk): Desk {
  const kept = before?.call?.screen ?? null;
  return now.call !== null && JSON.stringify(kept) === JSON.stringify(now.call.screen)
    ? { ...now, call: { ...now.call, screen: kept } }
    : now;
}

/// Whether the call that was in front is there no more. An account that was only offered stays in
/// front while it is dialed.
function hasLeft(before: CallInFront | null, now: CallInFront | null): boolean {
  if (before === null) {
    return false;
  }
  const stays =
    now !== null &&
    (before.attempt === null
      ? before.screen?.account === now.screen?.account
      : before.attempt === now.attempt);
  return !stays;
}

/// What is wrong with a field is told beside the field; a notice would tell it twice. A rule that
/// refuses a dial by hand says why, and not that nobody was called.
function settle(page: Page, answer: AnswerFrame): Page {
  const asked = page.asked.filter((one) => one.ref !== answer.ref);
  const dialed = page.asked.some((one) => one.ref === answer.ref && one.intent === "dialManually");
  const said = dialed ? `The call was not placed. ${answer.sentence}` : answer.sentence;
  const notice = answer.accepted || answer.faults.length > 0 ? "" : said;
  return { ...page, asked, faults: answer.faults, notice };
}

/// Whether an answer to this kind of ask is still outstanding.
export function waitingFor(page: Page, intent: Intent["kind"]): boolean {
  return page.asked.some((one) => one.intent === intent);
}

/// The server's clock now.
export function serverNow(page: Page, nowMillis: number): number {
  return nowMillis + page.clockAheadMillis;
}
