import type { Debt, Instant, Money, Screen } from "../wire/desk";
import type { Attorney, Callback, Draft, Fault, Payment, PromiseToPay, WrapUp } from "../wire/frames";
import type { Disposition } from "../wire/http";
import { formatMoney, parseMinorUnits } from "./money";
import { plan, settlement, usualAmount } from "./promise";
import { dayIn, formatDay, instantAt, plusDays } from "./time";

export const promiseMethods: readonly { readonly value: string; readonly label: string }[] = [
  { value: "CARD", label: "Card" },
  { value: "ACH", label: "Bank transfer (ACH)" },
  { value: "CHECK", label: "Check" },
  { value: "CASH", label: "Cash" },
  { value: "WIRE", label: "Wire" },
  { value: "MONEY_ORDER", label: "Money order" },
  { value: "OTHER", label: "Other" },
];

const promiseDaysUsual = 7;

/// A note is no longer than that.
export const noteCharactersMax = 10_000;

/// What to say beside a note that is full, for more was perhaps pasted; empty when it is not.
export function noteFull(note: string): string {
  return note.length < noteCharactersMax
    ? ""
    : "A note holds 10,000 characters. See whether its end is missing.";
}

export const emptyDraft: Draft = {
  code: "",
  reason: "",
  note: "",
  promiseAmount: "",
  promiseDueOn: "",
  promiseMethod: "CARD",
  callbackAt: "",
  callbackPhone: null,
  callbackMine: false,
  callbackAsked: false,
  proofs: [],
  paidAmount: "",
  paidMethod: "CARD",
  paidConfirmation: "",
  attorneyName: "",
  attorneyFirm: "",
  attorneyReach: "",
};

export function isEmpty(draft: Draft): boolean {
  return JSON.stringify(draft) === JSON.stringify(emptyDraft);
}

/// The draft with this disposition chosen and, where a promise is needed and none was typed, the
/// usual one within the client's policy: as a rule the whole balance in a week.
export function choose(
  draft: Draft,
  chosen: Disposition,
  screen: Screen | null,
  now: number,
): Draft {
  const debt = screen?.debt ?? null;
  if (!chosen.needsPromise || debt === null || screen === null) {
    return { ...draft, code: chosen.code };
  }
  const days = Math.min(promiseDaysUsual, debt.policy.promiseDaysMax);
  const untouched = ["", usualAmount(draft.code, debt)].includes(draft.promiseAmount);
  return {
    ...draft,
    code: chosen.code,
    promiseAmount: untouched ? usualAmount(chosen.code, debt) : draft.promiseAmount,
    promiseDueOn: draft.promiseDueOn || plusDays(dayIn(screen.dialed.zone, now), days),
  };
}

export type Reading =
  | { readonly kind: "complete"; readonly wrapUp: WrapUp }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

/// What an amount amounts to, beside its field: a settlement has a floor, and less than is owed
/// settles nothing. Empty when all is promised.
export function amountWords(draft: Draft, debt: Debt): string {
  const floor = formatMoney(debt.policy.settlementFloor);
  if (draft.code === settlement) {
    return `No less than ${floor} settles it.`;
  }
  const minorUnits = parseMinorUnits(draft.promiseAmount, debt.balance.currency);
  return draft.code === plan || minorUnits === null || minorUnits >= debt.balance.minorUnits
    ? ""
    : "A part, no settlement: the rest stays owed. To settle, for no less than " +
        `${floor}, choose Settlement agreed.`;
}

/// That a promise stands already, which the server replaces; empty when none does.
export function openPromiseWords(debt: Debt): string {
  const open = debt.promises.find((promise) => promise.state === "OPEN");
  return open === undefined
    ? ""
    : `Takes the place of the open promise: ${formatMoney(open.amount)} by ${formatDay(open.dueOn)}.`;
}

/// The form as the server takes it, or what keeps it from being one. Whether the house allows it is
/// the server's to say.
export function readForm(
  attempt: number,
  draft: Draft,
  chosen: Disposition | null,
  screen: Screen | null,
  now: number,
): Reading {
  if (chosen === null) {
    return faulty([{ field: "code", sentence: "Choose a disposition (Alt+1…9, Alt+0 for all)." }]);
  }
  const promise = chosen.needsPromise ? readPromise(draft, screen, now) : null;
  const callback = chosen.needsCallback ? readCallback(draft, screen) : null;
  const payment = chosen.needsPayment ? readPayment(draft, screen) : null;
  const attorney = chosen.needsAttorney ? readAttorney(draft) : null;
  const faults = [
    ...(Array.isArray(promise) ? promise : []),
    ...(Array.isArray(callback) ? callback : []),
    ...(Array.isArray(payment) ? payment : []),
    ...(Array.isArray(attorney) ? attorney : []),
    ...missing(chosen.needsReason && draft.reason === "", "reason", "Choose the reason given."),
    ...missing(
      chosen.needsNote && draft.note.trim() === "",
      "note",
      "Write a note: this one needs it.",
    ),
  ];
  if (
    faults.length > 0 ||
    Array.isArray(promise) ||
    Array.isArray(callback) ||
    Array.isArray(payment) ||
    Array.isArray(attorney)
  ) {
    return faulty(faults);
  }
  const { code, reason } = draft;
  return {
    kind: "complete",
    wrapUp: {
      attempt,
      code,
      reason,
      note: draft.note.trim(),
      promise,
      callback,
      payment,
      attorney,
    },
  };
}

/// What the page can tell by itself is told at once, so that nobody mends one field after another.
function readPromise(draft: Draft, screen: Screen | null, now: number): PromiseToPay | Fault[] {
  const debt = screen?.debt ?? null;
  const currency = debt?.balance.currency ?? "USD";
  const minorUnits = parseMinorUnits(draft.promiseAmount, currency);
  const today = dayIn(screen?.dialed.zone ?? "UTC", now);
  const last = debt === null ? null : plusDays(today, debt.policy.promiseDaysMax);
  const faults = [
    ...missing(minorUnits === null, "promise.amount", "Give an amount such as 120.50."),
    ...missing(
      minorUnits !== null && debt !== null && minorUnits > debt.balance.minorUnits,
      "promise.amount",
      `No more than is owed: ${debt === null ? "" : formatMoney(debt.balance)}.`,
    ),
    ...underFloor(draft, minorUnits, debt),
    ...missing(draft.promiseDueOn === "", "promise.dueOn", "Give the day it is to be paid."),
    ...missing(
      draft.promiseDueOn !== "" && draft.promiseDueOn < today,
      "promise.dueOn",
      "Choose today or a later day.",
    ),
    ...missing(
      last !== null && draft.promiseDueOn > last,
      "promise.dueOn",
      `Choose a day within ${debt?.policy.promiseDaysMax ?? 0} days.`,
    ),
  ];
  if (minorUnits === null || faults.length > 0) {
    return faults;
  }
  const amount: Money = { minorUnits, currency };
  return { amount, dueOn: draft.promiseDueOn, method: draft.promiseMethod };
}

function underFloor(draft: Draft, minorUnits: number | null, debt: Debt | null): Fault[] {
  const floor = debt?.policy.settlementFloor;
  return draft.code === settlement && floor && minorUnits !== null && minorUnits < floor.minorUnits
    ? [
        {
          field: "promise.amount",
          sentence: `This client settles for no less than ${formatMoney(floor)}.`,
        },
      ]
    : [];
}

function readPayment(draft: Draft, screen: Screen | null): Payment | Fault[] {
  const balance = screen?.debt?.balance ?? null;
  const currency = balance?.currency ?? "USD";
  const minorUnits = parseMinorUnits(draft.paidAmount, currency);
  const owed = balance !== null && minorUnits !== null && minorUnits > balance.minorUnits;
  if (minorUnits === null || owed) {
    const sentence = owed
      ? `No more than is owed: ${formatMoney(balance)}.`
      : "Give the amount paid, such as 120.50.";
    return [{ field: "payment.amount", sentence }];
  }
  return {
    amount: { minorUnits, currency },
    method: draft.paidMethod,
    confirmation: draft.paidConfirmation.trim(),
  };
}

function readAttorney(draft: Draft): Attorney | Fault[] {
  const name = draft.attorneyName.trim();
  return name === ""
    ? [{ field: "attorney.name", sentence: "Give the attorney’s name." }]
    : { name, firm: draft.attorneyFirm.trim(), reach: draft.attorneyReach.trim() };
}

/// When the callback is due; null when day or time is missing, or no clock shows them.
export function callbackAt(draft: Draft, screen: Screen | null): Instant | null {
  const [day = "", time = ""] = draft.callbackAt.split("T");
  return day === "" || time === "" ? null : instantAt(day, time, zoneOf(screen));
}

function zoneOf(screen: Screen | null): string {
  return screen?.dialed.zone ?? "UTC";
}

function readCallback(draft: Draft, screen: Screen | null): Callback | Fault[] {
  const zone = zoneOf(screen);
  const dueAt = callbackAt(draft, screen);
  if (dueAt === null) {
    return [{ field: "callback.dueAt", sentence: "Give day and time on the consumer's clock." }];
  }
  return {
    dueAt,
    zone,
    phone: draft.callbackPhone,
    mine: draft.callbackMine,
    askedByConsumer: draft.callbackAsked,
  };
}

function missing(isMissing: boolean, field: string, sentence: string): Fault[] {
  return isMissing ? [{ field, sentence }] : [];
}

function faulty(faults: readonly Fault[]): Reading {
  return { kind: "faulty", faults };
}

/// Every field beside which a fault is shown.
const shownFields = [
  "code",
  "reason",
  "note",
  "promise.amount",
  "promise.dueOn",
  "promise.method",
  "callback.dueAt",
  "callback.phone",
  "callback.askedByConsumer",
  "payment.amount",
  "payment.method",
  "payment.confirmation",
  "attorney.name",
  "attorney.firm",
  "attorney.reach",
];

/// The sentences of faults that have no field of their own on the page.
export function faultsElsewhere(faults: readonly Fault[]): readonly string[] {
  const shown = new Set(shownFields.flatMap((field) => faultsAt(faults, field)));
  return faults.filter((fault) => !shown.has(fault)).map((fault) => fault.sentence);
}

function faultsAt(faults: readonly Fault[], field: string): readonly Fault[] {
  const bare = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");
  return faults.filter((fault) => bare(fault.field) === bare(field));
}

/// The sentence for a field, whichever way the server names it ("promise.amount", "promiseAmount").
export function faultAt(faults: readonly Fault[], field: string): string {
  return faultsAt(faults, field)[0]?.sentence ?? "";
}

/// A number as it is dialed, of what was typed; null when it is none.
export function e164Of(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, "");
  if (/^[2-9]\d{9}$/.test(digits)) {
    return `+1${digits}`;
  }
  if (/^1[2-9]\d{9}$/.test(digits)) {
    return `+${digits}`;
  }
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}
