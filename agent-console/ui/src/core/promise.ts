import type { Debt, Money } from "../wire/desk";
import { plainAmount, splitEvenly } from "./money";

/// Dispositions whose promise is not simply one to pay.
export const settlement = "SETTLEMENT";
export const plan = "PLAN";

const planParts = 3;

/// An amount that is offered at a click.
export interface Share {
  readonly label: string;
  readonly amount: Money;
}

/// What a promise under this disposition is called.
export function promiseTitle(code: string): string {
  switch (code) {
    case settlement:
      return "Settlement";
    case plan:
      return "First payment of the plan";
    default:
      return "Promise to pay";
  }
}

/// What belongs into the note beside a promise; empty when nothing does.
export function promiseNote(code: string): string {
  return code === plan ? "The plan’s other payments: how much, and when each is due." : "";
}

/// What may be agreed at a click: of a settlement the least that settles, else parts of the balance.
export function promiseShares(code: string, debt: Debt): readonly Share[] {
  return code === settlement
    ? [{ label: "Least", amount: debt.policy.settlementFloor }]
    : [
        { label: "Full", amount: part(debt, 1) },
        { label: "Half", amount: part(debt, 2) },
        { label: "Third", amount: part(debt, 3) },
      ];
}

/// What is promised as a rule, as it is typed: all, or a plan's first part. How much settles is
/// agreed, so nothing is proposed for it.
export function usualAmount(code: string, debt: Debt): string {
  switch (code) {
    case settlement:
      return "";
    case plan:
      return plainAmount(part(debt, planParts));
    default:
      return plainAmount(debt.balance);
  }
}

function part(debt: Debt, parts: number): Money {
  const { minorUnits, currency } = debt.balance;
  return { minorUnits: splitEvenly(minorUnits, parts)[0] ?? minorUnits, currency };
}
