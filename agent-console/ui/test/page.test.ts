import { describe, expect, test } from "vitest";
import { emptyDraft } from "../src/core/form";
import {
  firstPage,
  next,
  type Page,
  type PageEvent,
  serverNow,
  waitingFor,
} from "../src/core/page";
import type { ToPage } from "../src/wire/frames";
import { golden } from "./golden";

type DeskFrame = Extract<ToPage, { kind: "desk" }>;
const nowMillis = Date.parse("2026-03-02T20:15:02Z");

function frame(name: string, seq: number): PageEvent {
  return { kind: "frame", frame: { ...golden<DeskFrame>(name), seq }, nowMillis };
}

function after(...events: readonly PageEvent[]): Page {
  return events.reduce(next, firstPage);
}

const typed: PageEvent = { kind: "typed", draft: { ...emptyDraft, note: "Will p" } };
const lost: PageEvent = { kind: "lost", nowMillis, retryInMillis: 250 };

describe("the desk", () => {
  test("is the server's word, whole", () => {
    const page = after(
      { kind: "opened" },
      frame("desk-ready", 1),
      frame("desk-talking-unverified", 2),
    );
    expect(page.desk?.state.kind).toBe("talking");
    expect(page.attempt).toBe(81);
  });

  test("a frame that comes late or twice changes nothing", () => {
    const page = after(
      frame("desk-talking-verified", 7),
      frame("desk-ready", 6),
      frame("desk-ready", 7),
    );
    expect(page.desk?.state.kind).toBe("talking");
  });

  test("a new socket counts its frames anew", () => {
    const page = after(
      frame("desk-talking-verified", 7),
      lost,
      { kind: "opened" },
      frame("desk-ready", 1),
    );
    expect(page.desk?.state.kind).toBe("ready");
  });
});

describe("a turn", () => {
  const talking = golden<DeskFrame>("desk-talking-unverified");
  const call = talking.desk.call;
  const calling = (seq: number, attempt: number | null, account: number): PageEvent => ({
    kind: "frame",
    frame: {
      ...talking,
      seq,
      desk: {
        ...talking.desk,
        call: call && {
          ...call,
          attempt,
          screen: call.screen && { ...call.screen, account },
        },
      },
    },
    nowMillis,
  });

  test.each<[string, number, readonly PageEvent[]]>([
    ["lasts while nobody calls", 0, [frame("desk-ready", 1), frame("desk-not-ready", 2)]],
    ["lasts while a call is in front", 0, [calling(1, 81, 701), frame("desk-wrapping-up", 2)]],
    ["ends with its call", 1, [calling(1, 81, 701), frame("desk-ready", 2)]],
    ["ends when another call takes its place", 1, [calling(1, 81, 701), calling(2, 82, 701)]],
    [
      "lasts when the account that was offered is dialed",
      0,
      [calling(1, null, 701), calling(2, 81, 701)],
    ],
    ["ends when another account is offered", 1, [calling(1, null, 701), calling(2, null, 702)]],
    [
      "lasts through a network loss",
      0,
      [calling(1, 81, 701), lost, { kind: "opened" }, calling(1, 81, 701)],
    ],
  ])("%s", (_, turn, events) => expect(after(...events).turn).toBe(turn));
});

describe("what was typed", () => {
  test("stays through a network loss and is sent again", () => {
    const page = after(
      frame("desk-talking-verified", 1),
      typed,
      { kind: "saved" },
      lost,
      { kind: "opened" },
      frame("desk-wrapping-up", 1),
    );
    expect(page.draft.note).toBe("Will p");
    expect(page.unsaved).toBe(true);
  });

  test("is filled in from the server after a reload", () => {
    const draft = golden<Extract<ToPage, { kind: "draft" }>>("draft");
    const page = after(frame("desk-wrapping-up", 1), { kind: "frame", frame: draft, nowMillis });
    expect(page.draft).toEqual({ ...emptyDraft, code: "PROMISE", note: "Will pay" });
    expect(page.unsaved).toBe(false);
  });

  test("is not overwritten by an older draft", () => {
    const draft = golden<Extract<ToPage, { kind: "draft" }>>("draft");
    const page = after(frame("desk-wrapping-up", 1), typed, {
      kind: "frame",
      frame: draft,
      nowMillis,
    });
    expect(page.draft.note).toBe("Will p");
  });

  test("goes with its call", () => {
    const page = after(frame("desk-wrapping-up", 1), typed, frame("desk-ready", 2));
    expect(page.draft).toEqual(emptyDraft);
    expect(page.unsaved).toBe(false);
  });
});

describe("an ask", () => {
  const asked: PageEvent = { kind: "asked", ref: "r2", intent: "dispose" };

  test("waits for its answer", () => {
    expect(waitingFor(after(asked), "dispose")).toBe(true);
    expect(waitingFor(after(asked), "hangUp")).toBe(false);
  });

  const declined = golden<Extract<ToPage, { kind: "answer" }>>("answer-declined");
  const answered = (answer: ToPage) =>
    after(frame("desk-wrapping-up", 1), asked, { kind: "frame", frame: answer, nowMillis });

  test("that is declined for its fields shows each fault beside its field, and no notice", () => {
    const page = answered(declined);
    expect(waitingFor(page, "dispose")).toBe(false);
    expect(page.notice).toBe("");
    expect(page.faults).toEqual(declined.faults);
  });

  test("that is declined as a whole shows the sentence", () => {
    const page = answered({ ...declined, faults: [] });
    expect(page.notice).toBe("The disposition cannot be recorded like this.");
    expect(page.faults).toEqual([]);
  });

  test("to dial by hand that a rule refuses says that nobody was called, and why", () => {
    const dialed: PageEvent = { kind: "asked", ref: "r2", intent: "dialManually" };
    const answer = { ...declined, faults: [], sentence: "The debt is disputed." };
    const page = after(dialed, { kind: "frame", frame: answer, nowMillis });
    expect(page.notice).toBe("The call was not placed. The debt is disputed.");
  });

  test("without an answer is forgotten when the line breaks: the next desk tells", () =>
    expect(waitingFor(after(asked, lost), "dispose")).toBe(false));
});

test("timers run on the server's clock", () => {
  const pong = golden<ToPage>("pong");
  const page = after({
    kind: "frame",
    frame: { ...pong, at: "2026-03-02T20:15:12Z" } as ToPage,
    nowMillis,
  });
  expect(serverNow(page, nowMillis)).toBe(nowMillis + 10_000);
});

test("a dismissed page says why", () => {
  const dismissed = golden<Extract<ToPage, { kind: "dismissed" }>>("dismissed");
  expect(after({ kind: "frame", frame: dismissed, nowMillis }).link).toEqual({
    kind: "dismissed",
    reason: dismissed.reason,
  });
});
