import { type Reply, request } from "./api";
import type { Instant } from "./desk";

export type FactKind = "PLACE" | "NOTICE" | "CONTACT" | "CONSENT" | "LOOK_UP";

/// GET /api/compliance/facts/choices
export interface FactChoices {
  readonly regions: readonly { readonly code: string; readonly zones: readonly string[] }[];
  readonly notices: readonly string[];
  readonly consents: readonly { readonly code: string; readonly label: string }[];
}

/// A row of POST /api/compliance/facts/known
export interface KnownFact {
  readonly kind: FactKind;
  readonly id: number;
  readonly code: string;
  readonly words: readonly string[];
  readonly account: number | null;
  readonly phone: number | null;
  readonly at: Instant;
  readonly until: Instant | null;
  readonly stands: boolean;
  readonly evidence: string;
  readonly source: string;
  readonly by: number | null;
}

/// POST /api/compliance/facts
export interface FactOrder {
  readonly kind: FactKind;
  readonly account: number;
  readonly phone: number | null;
  readonly at: Instant | null;
  readonly until: Instant | null;
  readonly evidence: string;
  readonly debts: "THIS" | "ALL";
  readonly place: string | null;
  readonly zone: string | null;
  readonly word: string | null;
  readonly notice: string | null;
  readonly contact: string | null;
  readonly result: string | null;
  readonly occasion: string | null;
  readonly consent: string | null;
  readonly change: string | null;
  readonly receiver: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly lineType: string | null;
  readonly reassigned: boolean | null;
  readonly since: Instant | null;
  readonly ported: Instant | null;
  readonly protection: string | null;
}

/// What came of it; not recorded when the same was known already.
export interface FactKey {
  readonly kind: FactKind;
  readonly id: number;
  readonly recorded: boolean;
}

/// POST /api/desk/places
export interface SaidPlace {
  readonly attempt: number;
  readonly place: string;
  readonly zone: string | null;
  readonly days: number | null;
  readonly words: string;
}

export const factsApi = {
  choices: (): Promise<Reply<FactChoices>> => request("GET", "/api/compliance/facts/choices"),
  known: (account: number, csrf: string): Promise<Reply<readonly KnownFact[]>> =>
    request("POST", "/api/compliance/facts/known", { account }, csrf),
  record: (order: FactOrder, csrf: string): Promise<Reply<FactKey>> =>
    request("POST", "/api/compliance/facts", order, csrf),
  said: (place: SaidPlace, csrf: string): Promise<Reply<unknown>> =>
    request("POST", "/api/desk/places", place, csrf),
};
