import type { Address, Phone } from "../wire/desk";
import { sentenceCase } from "./words";

/// "Home landline": what kind of number it is and where it rings, as far as either is known.
export function phoneKind(phone: Pick<Phone, "lineType" | "place">): string {
  const words = `${rings(phone.place)} ${line(phone)}`.trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function rings(place: string): string {
  return place === "HOME" || place === "WORK" ? place.toLowerCase() : "";
}

function line({ lineType, place }: Pick<Phone, "lineType" | "place">): string {
  switch (lineType) {
    case "VOIP":
      return "VoIP line";
    case "TOLL_FREE":
      return "toll-free number";
    case "UNKNOWN":
      return place === "MOBILE" ? "mobile" : "number";
    default:
      return sentenceCase(lineType).toLowerCase();
  }
}

/// What we know of a number.
export function phoneStanding({ usable }: Pick<Phone, "usable">): string {
  switch (usable) {
    case "UNVERIFIED":
      return "Not verified yet";
    case "WRONG":
      return "Wrong number";
    case "DO_NOT_CALL":
      return "Not to be called";
    case "REASSIGNED":
      return "Somebody else’s now";
    case "ATTORNEY":
      return "The attorney’s";
    default:
      return sentenceCase(usable);
  }
}

/// What we know of an address.
export function addressStanding({ good }: Pick<Address, "good">): string {
  return good ? "Good" : "Mail came back";
}

/// "Home": where the number that is called rings; empty when that is not known.
export function placeWords(place: string): string {
  return place === "OTHER" ? "" : sentenceCase(place);
}
