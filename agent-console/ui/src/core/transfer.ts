import type { Transfer } from "../wire/desk";
import type { Party } from "../wire/http";
import { sentenceCase } from "./words";

/// Whom an agent may name, in the words of the page (15 U.S.C. 1692c(b), (d)).
export const roles = [
  { value: "ATTORNEY", label: "The consumer’s attorney" },
  { value: "CREDITOR", label: "The creditor" },
  { value: "CREDITOR_ATTORNEY", label: "The creditor’s attorney" },
  { value: "COLLECTOR_ATTORNEY", label: "Our attorney" },
  { value: "COLLEAGUE", label: "A colleague or supervisor of ours" },
  { value: "SPOUSE", label: "The spouse" },
  { value: "GUARDIAN", label: "The guardian" },
  { value: "PARENT", label: "A parent of a minor" },
  { value: "EXECUTOR", label: "The executor or administrator" },
] as const;

export function roleName(role: string): string {
  return roles.find((one) => one.value === role)?.label ?? sentenceCase(role);
}

/// What naming one in this role brings with it; empty when nothing.
export function roleHint(role: string): string {
  return role === "ATTORNEY"
    ? "Adding one holds all calls to the consumer from now on. This call may go on to the attorney."
    : "";
}

/// How a party reads in a list.
export function partyLabel(party: Party): string {
  return `${party.name}: ${roleName(party.role)}, ${party.number}`;
}

/// What became of the call to whoever was to take over.
export function transferSentence(transfer: Transfer | null): string {
  if (transfer === null) {
    return "";
  }
  switch (transfer.ended) {
    case null:
      return "Calling. The person stays with you until they answer.";
    case "BUSY":
      return "Their line is busy. The person is still with you.";
    case "NOT_IN_SERVICE":
      return "That number is not in service. The person is still with you.";
    default:
      return "Nobody took over. The person is still with you.";
  }
}
