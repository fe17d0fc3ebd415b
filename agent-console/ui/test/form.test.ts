import { describe, expect, test } from "vitest";
import {
  amountWords,
  choose,
  e164Of,
  emptyDraft,
  faultAt,
  faultsElsewhere,
  noteFull,
  openPromiseWords,
  readForm,
} from "../src/core/form";
import { promiseShares } from "../src/core/promise";
import type { FromDesk, ToPage } from "../src/wire/frames";
import type { Disposition } from "../src/wire/http";
import { golden } from "./golden";

const screen =
  golden<Extract<ToPage, { kind: "desk" }>>("desk-talking-verified").desk.call!.screen!;
const promise = golden<Disposition[]>("http-dispositions")[0]!;
const callback: Disposition = {
  ...promise,
  needsPromise: false,
  needsReason: false,
  needsCallback: true,
};
const now = Date.parse("2026-03-02T20:15:00Z");
const sound = {
  ...emptyDraft,
  reason: "X",
  promiseAmount: "1482.17",
  promiseDueOn: "2026-03-09",
};

test("a complete form is the dispose that the server reads", () => {
  const ask = golden<Extract<FromDesk, { kind: "ask" }>>("ask-dispose");
  const both: Disposition = {
    ...promise,
    needsCallback: true,
    needsPayment: true,
    needsAttorney: true,
  };
  const draft = {
    ...emptyDraft,
    code: "PROMISE",
    reason: "JOB_LOSS",
    note: " Will pay after the 10th. ",
    promiseAmount: "120",
    promiseDueOn: "2026-03-12",
    callbackAt: "2026-03-13T11:00",
    callbackPhone: 902,
    callbackMine: true,
    callbackAsked: true,
    paidAmount: "50",
    paidConfirmation: "A-81",
    attorneyName: " J. Doe",
    attorneyFirm: "Doe LLP",
    attorneyReach: "(212) 555-0190",
  };
  const reading = readForm(81, draft, both, screen, now);
  expect(reading.kind).toBe("complete");
  const wrapUp = reading.kind === "complete" ? reading.wrapUp : null;
  const wanted = ask.intent.kind === "dispose" ? ask.intent.wrapUp : null;
  expect(normal(wrapUp)).toEqual(normal(wanted));
});

function normal(wrapUp: unknown): unknown {
  return JSON.parse(JSON.stringify(wrapUp).replaceAll(".000Z", "Z"));
}

describe("choosing a promise", () => {
  test("fills in the whole balance in a week", () => {
    const draft = choose(emptyDraft, promise, screen, now);
    expect(draft).toMatchObject({
      code: "PROMISE",
      promiseAmount: "1482.17",
      promiseDueOn: "2026-03-09",
    });
  });

  test("keeps to the client's longest term", () => {
    const policy = { ...screen.debt!.policy, promiseDaysMax: 3 };
    const strict = { ...screen, debt: { ...screen.debt!, policy } };
    expect(choose(emptyDraft, promise, strict, now).promiseDueOn).toBe("2026-03-05");
  });

  test.each([
    ["SETTLEMENT", ""],
    ["PLAN", "494.06"],
    ["PROMISE", "1482.17"],
  ])("proposes for %s %j, whatever was proposed before", (code, amount) => {
    const before = choose(emptyDraft, { ...promise, code: "PLAN" }, screen, now);
    expect(choose(before, { ...promise, code }, screen, now).promiseAmount).toBe(amount);
  });

  test("keeps what was typed", () => {
    const typed = { ...emptyDraft, promiseAmount: "50", promiseDueOn: "2026-03-20" };
    expect(choose(typed, promise, screen, now)).toMatchObject({
      promiseAmount: "50",
      promiseDueOn: "2026-03-20",
    });
  });
});

describe("a form that lacks something names the field", () => {
  test.each([
    ["code", null, emptyDraft],
    ["reason", promise, { ...emptyDraft, promiseAmount: "5", promiseDueOn: "2026-03-09" }],
    ["promise.amount", promise, { ...emptyDraft, reason: "X", promiseDueOn: "2026-03-09" }],
    ["promise.dueOn", promise, { ...emptyDraft, reason: "X", promiseAmount: "5" }],
    ["promise.amount", promise, { ...sound, promiseAmount: "1482.18" }],
    ["promise.amount", promise, { ...sound, code: "SETTLEMENT", promiseAmount: "1037.51" }],
    ["promise.dueOn", promise, { ...sound, promiseDueOn: "2026-03-01" }],
    ["promise.dueOn", promise, { ...sound, promiseDueOn: "2026-05-30" }],
    ["callback.dueAt", callback, emptyDraft],
    ["callback.dueAt", callback, { ...emptyDraft, callbackAt: "2026-03-08T02:30" }],
    ["note", { ...callback, needsCallback: false, needsNote: true }, { ...emptyDraft, note: " " }],
  ])("%s", (field, chosen, draft) => {
    const reading = readForm(81, draft, chosen, screen, now);
    expect(reading.kind === "faulty" && reading.faults.map((fault) => fault.field)).toEqual([
      field,
    ]);
  });
});

test("all that the page can tell is told at once", () => {
  const draft = { ...emptyDraft, promiseAmount: "99999", promiseDueOn: "2026-01-01" };
  const reading = readForm(81, draft, promise, screen, now);
  expect(reading.kind === "faulty" && reading.faults.map((fault) => fault.field)).toEqual([
    "promise.amount",
    "promise.dueOn",
    "reason",
  ]);
});

test("a fault without a field of its own is told all the same", () => {
  const faults = [
    { field: "callback.askedByConsumer", sentence: "Only the consumer can ask." },
    { field: "callback.zone", sentence: "Choose a time zone." },
  ];
  expect(faultsElsewhere(faults)).toEqual(["Choose a time zone."]);
  expect(faultAt(faults, "callback.askedByConsumer")).toBe("Only the consumer can ask.");
});

test("a fault is found whichever way its field is written", () => {
  const faults = [{ field: "promiseDueOn", sentence: "Too late." }];
  expect(faultAt(faults, "promise.dueOn")).toBe("Too late.");
  expect(faultAt(faults, "promise.amount")).toBe("");
});

describe("what a disposition must name", () => {
  const paid: Disposition = { ...promise, needsPromise: false, needsReason: false, needsPayment: true };
  const attorney: Disposition = { ...paid, needsPayment: false, needsAttorney: true };
  test.each([
    ["", "Give the amount paid, such as 120.50."],
    ["0", "Give the amount paid, such as 120.50."],
    ["1482.18", "No more than is owed: $1,482.17."],
    ["1482.17", ""],
  ])("a payment of %j: %s", (paidAmount, sentence) => {
    const reading = readForm(81, { ...emptyDraft, paidAmount }, paid, screen, now);
    expect(reading.kind === "faulty" ? reading.faults[0]?.sentence : "").toBe(sentence);
  });

  test("an attorney has a name", () => {
    const kind = (attorneyName: string) =>
      readForm(81, { ...emptyDraft, attorneyName }, attorney, screen, now).kind;
    expect([kind("  "), kind("J. Doe")]).toEqual(["faulty", "complete"]);
  });
});

test.each([
  [9_999, ""],
  [10_000, /10,000 characters/],
])("a note of %d characters", (length, words) => {
  expect(noteFull("x".repeat(length))).toMatch(words);
});

test.each([
  ["(310) 555-0177", "+13105550177"],
  ["1 310 555 0177", "+13105550177"],
  ["+44 7700 900123", "+447700900123"],
  ["555-0177", null],
  ["1105550177", null],
  ["call me", null],
])("a number is read as it is written: %s", (typed, read) => {
  expect(e164Of(typed)).toBe(read);
});

describe("beside the amount of a promise stands", () => {
  const debt = screen.debt!;
  test.each([
    ["SETTLEMENT", "1037.52", "No less than $1,037.52 settles it."],
    ["PROMISE", "1482.17", ""],
    ["PROMISE", "", ""],
    ["PLAN", "494.06", ""],
    [
      "PROMISE",
      "50",
      "A part, no settlement: the rest stays owed. To settle, for no less than $1,037.52, choose Settlement agreed.",
    ],
  ])("of %s over %j: %s", (code, promiseAmount, words) =>
    expect(amountWords({ ...emptyDraft, code, promiseAmount }, debt)).toBe(words),
  );

  test("what may be agreed at a click, nothing of it under the floor of a settlement", () => {
    const labels = (code: string) => promiseShares(code, debt).map(({ label }) => label);
    expect(labels("PROMISE")).toEqual(["Full", "Half", "Third"]);
    expect(labels("SETTLEMENT")).toEqual(["Least"]);
    expect(promiseShares("SETTLEMENT", debt)[0]?.amount).toEqual(debt.policy.settlementFloor);
  });

  test("that it takes the place of the open one, which a broken one does not need", () => {
    expect(openPromiseWords(debt)).toBe("");
    const open = { ...debt.promises[0]!, state: "OPEN" };
    expect(openPromiseWords({ ...debt, promises: [...debt.promises, open] })).toBe(
      "Takes the place of the open promise: $120.00 by Feb 28, 2026.",
    );
  });

  test("nothing against a settlement at its floor", () => {
    const settled = { ...sound, code: "SETTLEMENT", promiseAmount: "1037.52" };
    expect(readForm(81, settled, promise, screen, now).kind).toBe("complete");
  });
});
