import { request } from "./api";
import type { Instant } from "./desk";

/// A row of GET /api/licences
export interface Licence {
  readonly id: number;
  readonly place: string;
  /// False where the place requires one and we have none.
  readonly held: boolean;
  /// Empty while not held.
  readonly number: string;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly evidence: string;
}

/// POST /api/licences/add
export interface NewLicence {
  readonly place: string;
  /// Null when the place requires one and we have none.
  readonly number: string | null;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly evidence: string;
}

/// A person who works here.
export interface Officer {
  readonly id: number;
  readonly name: string;
}

export type OverrideState = "ASKED" | "REFUSED" | "PENDING" | "IN_FORCE" | "ENDED";

/// A row of GET /api/overrides
export interface Override {
  readonly id: number;
  readonly consumer: number;
  readonly account: number;
  readonly phone: number | null;
  readonly rule: string;
  readonly reason: string;
  readonly evidence: string;
  readonly askedBy: Officer;
  readonly approvedBy: Officer | null;
  readonly withdrawnBy: Officer | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly state: OverrideState;
}

/// A row of GET /api/overrides/rules
export interface OverridableRule {
  readonly rule: string;
  readonly sentence: string;
  readonly citation: string;
}

/// POST /api/overrides/ask
export interface NewOverride {
  readonly rule: string;
  readonly account: number;
  readonly phone: number | null;
  readonly reason: string;
  readonly evidence: string;
  readonly from: Instant | null;
  readonly until: Instant;
}

export type OverrideStep = "approve" | "refuse" | "end";

export const licencesApi = {
  all: () => request<readonly Licence[]>("GET", "/api/licences"),
  add: (licence: NewLicence, csrf: string) =>
    request<Licence>("POST", "/api/licences/add", licence, csrf),
  end: (id: number, at: Instant | null, csrf: string) =>
    request<Licence>("POST", "/api/licences/end", { id, at }, csrf),
};

export const overridesApi = {
  all: () => request<readonly Override[]>("GET", "/api/overrides"),
  rules: () => request<readonly OverridableRule[]>("GET", "/api/overrides/rules"),
  ask: (asked: NewOverride, csrf: string) =>
    request<Override>("POST", "/api/overrides/ask", asked, csrf),
  take: (step: OverrideStep, id: number, csrf: string) =>
    request<Override>("POST", `/api/overrides/${step}`, { id }, csrf),
};
