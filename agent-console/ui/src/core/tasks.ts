import type { Day, Instant } from "../wire/desk";
import type { Role } from "../wire/http";
import type { Closing, Task } from "../wire/tasks";
import { formatMoney, parseMinorUnits, plainAmount } from "./money";
import { dayIn, millisOf } from "./time";
import { sentenceCase } from "./words";

/// Who has a list of tasks.
export function mayDoTasks(roles: readonly Role[]): boolean {
  return roles.includes("SUPERVISOR") || roles.includes("OFFICER");
}

/// Whether a payment can be verified in closing it.
export function isOfPayment(task: Task): boolean {
  return task.kind === "VERIFY_PAYMENT" && task.whom?.debt != null;
}

/// "Maria Delgado, account 7" of whom it is about; "Nobody in particular".
export function whomWords(task: Task): string {
  if (task.whom === null) {
    return "Nobody in particular";
  }
  return task.whom.debt === null
    ? task.whom.name
    : `${task.whom.name}, account ${task.whom.debt.account}`;
}

/// "$120.00 by card, confirmation C-77" as the agent recorded it; empty when nothing was paid.
export function paidWords(task: Task): string {
  if (task.paid === null) {
    return "";
  }
  const { amountMinor, currency, method, confirmation } = task.paid;
  const said = confirmation === "" ? "no confirmation" : `confirmation ${confirmation}`;
  const how = method === "ACH" ? method : sentenceCase(method).toLowerCase();
  return `${formatMoney({ minorUnits: amountMinor, currency })} by ${how}, ${said}`;
}

export function isLate(dueAt: Instant, nowMillis: number): boolean {
  return millisOf(dueAt) < nowMillis;
}

/// The form that closes a task, as it is typed.
export interface ClosingForm {
  readonly verified: boolean;
  readonly amount: string;
  readonly paidOn: Day;
  readonly reference: string;
  readonly result: string;
}

/// What the agent recorded stands in it from the start.
export function closingForm(task: Task, zone: string): ClosingForm {
  const paid = task.paid;
  return {
    verified: false,
    amount:
      paid === null ? "" : plainAmount({ minorUnits: paid.amountMinor, currency: paid.currency }),
    paidOn: paid === null ? "" : dayIn(zone, millisOf(paid.at)),
    reference: paid?.confirmation ?? "",
    result: "",
  };
}

/// What is sent, or what is wrong with the form.
export function closingOf(task: Task, form: ClosingForm): Closing | string {
  const result = form.result.trim();
  if (result === "") {
    return "Say in a word what came of it.";
  }
  if (!form.verified) {
    return { result, paid: null };
  }
  const amountMinor = parseMinorUnits(form.amount, task.whom?.debt?.currency ?? "USD");
  const reference = form.reference.trim();
  if (amountMinor === null) {
    return "Write the amount that came in, as 120.00.";
  }
  if (form.paidOn === "") {
    return "Choose the day it was paid.";
  }
  if (reference === "") {
    return "Write the reference that tells this payment from every other.";
  }
  return { result, paid: { amountMinor, paidOn: form.paidOn, reference } };
}
