import type { Instant, Mode } from "./desk";
import type { FoundPhone } from "./http";

/// POST /api/compliance/explain
export interface ExplainAsk {
  readonly account: number;
  readonly phone: number | null;
  readonly mode: Mode | null;
  readonly at: Instant | null;
}

/// One number of the account: what the gate would say. An agent gets the refusing rows only.
export interface Told {
  readonly account: number;
  readonly phone: number;
  readonly mode: Mode;
  readonly at: Instant;
  readonly allowed: boolean;
  readonly nextAllowedAt: Instant | null;
  readonly rulebooks: string;
  readonly zones: readonly string[];
  readonly jurisdictions: readonly Reaching[];
  readonly rows: readonly RuleRow[];
}

/// A place whose law reaches the call, and what points to it, in words.
export interface Reaching {
  readonly code: string;
  readonly because: readonly string[];
}

export type RuleAnswer = "REFUSES" | "PASSES" | "NOT_CONCERNED" | "SWITCHED_OFF";

export interface RuleRow {
  readonly rule: string;
  readonly type: string;
  readonly book: string;
  readonly jurisdiction: string;
  readonly citation: string;
  readonly strength: string;
  readonly provenance: string;
  readonly code: string;
  readonly sentence: string;
  readonly answer: RuleAnswer;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  readonly clearsAt: Instant | null;
  readonly change: string;
}

/// POST /api/compliance/explain-decision
export interface Past {
  readonly told: Told;
  readonly allowedThen: boolean;
  readonly tzdbThen: string;
  /// Null when the number was erased.
  readonly phoneLast4: string | null;
  readonly lineType: string | null;
}

/// POST /api/compliance/unmask
export type UnmaskReason = "COMPLAINT" | "CONSUMER_ASKED" | "COURT_OR_REGULATOR" | "WRONG_DATA";

export interface Unmasked {
  readonly phones: readonly FoundPhone[];
  readonly bornOn: string | null;
  readonly nationalIdLast4: string | null;
}

/// POST /api/compliance/why-not
export interface WhyNot {
  readonly campaign: number;
  readonly at: Instant;
  readonly accounts: number;
  readonly steps: readonly FunnelStep[];
  readonly dialable: number;
}

export interface FunnelStep {
  readonly code: string;
  readonly words: string;
  readonly waits: boolean;
  readonly accounts: number;
}

/// POST /api/compliance/why-not/accounts
export interface Behind {
  readonly accounts: readonly number[];
  /// There are others.
  readonly more: boolean;
}

/// A row of GET /api/compliance/bars
export interface BarKind {
  readonly code: string;
  readonly label: string;
  readonly reach: "CONSUMER" | "ACCOUNT" | "NUMBER";
}

/// A row of POST /api/compliance/holds/standing
export interface Standing {
  readonly kind: "HOLD" | "WISH";
  readonly id: number;
  readonly code: string;
  readonly account: number | null;
  readonly phone: number | null;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly evidence: string;
  readonly source: string;
  readonly by: number | null;
  /// Of a wish about time: the days and hours, on the consumer's clock.
  readonly days: readonly string[];
  readonly wishFrom: string | null;
  readonly wishTo: string | null;
  /// Of a wish about a place.
  readonly place: "HOME" | "WORK" | "MOBILE" | "OTHER" | null;
}

/// POST /api/compliance/holds
export interface SetBar {
  readonly bar: string;
  readonly account: number;
  readonly phone: number | null;
  readonly attempt: number | null;
  readonly until: Instant | null;
  readonly evidence: string;
  readonly days: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string | null;
  /// Set by somebody, not by another program.
  readonly onPage: true;
}

/// POST /api/compliance/holds/lift
export interface Lift {
  readonly kind: "HOLD" | "WISH";
  readonly id: number;
  readonly reason: string;
  readonly evidence: string;
}

/// POST /api/compliance/correct
export interface Correct {
  readonly attempt: number;
  readonly outcome: string;
  readonly reason: string;
}

/// A row of GET /api/rulebooks
export interface Edition {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  readonly author: string;
  readonly approver: string | null;
  readonly approvedAt: Instant | null;
  readonly triedAt: Instant | null;
  readonly activeFrom: Instant | null;
  readonly state: "DRAFT" | "APPROVED" | "PENDING" | "IN_FORCE";
}

export type RulebookStep = "try" | "approve" | "activate" | "roll-back";

/// POST /api/rulebooks/content, diff, roll-back
export interface WhichBook {
  readonly name: string;
  readonly version: string | null;
}

/// POST /api/rulebooks/try, approve: the text with this hash and no other
export interface ShownBook {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

/// POST /api/rulebooks/test
export interface Tested {
  readonly passed: number;
  readonly failed: number;
  readonly line: string;
  readonly failures: readonly FailedTest[];
}

export interface FailedTest {
  readonly id: string;
  readonly title: string;
  readonly refused: boolean;
  readonly expected: string;
  readonly actual: string;
  readonly rows: readonly string[];
}

/// POST /api/rulebooks/diff
export interface Change {
  readonly kind: "ADDED" | "REMOVED" | "CHANGED";
  readonly row: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/// POST /api/rulebooks/try
export interface Trial {
  readonly title: string;
  readonly sha256: string;
  readonly since: Instant;
  readonly past: Compared;
  /// Recorded with less history than the draft looks at.
  readonly shortened: number;
  readonly tomorrowFrom: Instant;
  readonly tomorrow: Compared;
  /// How many persons may be called at all.
  readonly candidates: number;
}

export interface Compared {
  readonly compared: number;
  readonly refusedMore: number;
  readonly allowedMore: number;
  readonly reasons: Readonly<Record<string, number>>;
}
