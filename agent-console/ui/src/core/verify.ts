import type { Person, Phase, Screen } from "../wire/desk";
import { formatDay } from "./time";
import { sentenceCase } from "./words";

export interface Proof {
  readonly code: string;
  readonly label: string;
  /// What the answer must match; empty when the house does not show it.
  readonly expected: string;
}

const name = "FULL_NAME";
const furtherProofsWanted = 2;

/// What identity can be proved with, the name first.
export function proofs(screen: Screen): readonly Proof[] {
  return [...screen.proofs]
    .sort((a, b) => Number(b === name) - Number(a === name))
    .map((code) => ({
      code,
      label: proofLabel(code),
      expected: expectedAnswer(code, screen.person),
    }));
}

/// The full name and two more, or all there are.
export function enoughProofs(screen: Screen, ticked: readonly string[]): boolean {
  const further = screen.proofs.filter((code) => code !== name);
  const given = further.filter((code) => ticked.includes(code)).length;
  const named = ticked.includes(name) || !screen.proofs.includes(name);
  return named && given >= Math.min(furtherProofsWanted, further.length);
}

/// What to do with the proofs at this point of the call.
export function proofsAsked(phase: Phase, screen: Screen): string {
  const needed = proofsNeeded(screen);
  switch (phase) {
    case "PREVIEW":
    case "RINGING":
      return `Ask whoever answers; tick what is said right: ${needed}.`;
    case "CONNECTING":
    case "TALKING":
    case "ON_HOLD":
    case "LINE_LOST":
      return `Ask; tick what the person says right: ${needed}.`;
    case "ENDED":
      return `If the person proved it in the call, tick what was said right: ${needed}.`;
  }
}

function proofsNeeded(screen: Screen): string {
  const further = screen.proofs.filter((code) => code !== name).length;
  return further <= furtherProofsWanted
    ? "all of these"
    : `the full name and ${furtherProofsWanted} more`;
}

function proofLabel(code: string): string {
  const known: Record<string, string> = {
    NATIONAL_ID_LAST4: "Last 4 of Social Security number",
    POSTAL_CODE: "ZIP code",
  };
  return known[code] ?? sentenceCase(code);
}

function expectedAnswer(code: string, person: Person): string {
  const address = person.addresses.find((one) => one.good) ?? person.addresses[0];
  switch (code) {
    case "FULL_NAME":
      return `${person.givenName} ${person.familyName}`;
    case "DATE_OF_BIRTH":
      return person.bornOn === null ? "" : formatDay(person.bornOn);
    case "NATIONAL_ID_LAST4":
      return person.nationalIdLast4 ?? "";
    case "ADDRESS":
      return address === undefined ? "" : `${address.line}, ${address.city} ${address.postalCode}`;
    case "POSTAL_CODE":
      return address?.postalCode ?? "";
    default:
      return "";
  }
}
