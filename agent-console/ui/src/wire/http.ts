import type { Mode, PhoneNumber } from "./desk";
import type { Fault } from "./frames";

export type Role = "AGENT" | "SUPERVISOR" | "OFFICER" | "ADMIN";

export interface Staff {
  readonly id: number;
  readonly name: string;
  readonly login: string;
  readonly roles: readonly Role[];
}

export interface Campaign {
  readonly id: number;
  readonly name: string;
  readonly mode: Mode;
}

/// GET /api/me, null when nobody is logged in. `campaign` is the one last worked on.
export interface Me {
  readonly agent: Staff;
  readonly csrf: string;
  readonly campaigns: readonly Campaign[];
  readonly campaign: number | null;
  /// Where this person's desk stands open now.
  readonly desk: number | null;
}

/// POST /api/log-in
export interface LoggedIn {
  readonly agent: Staff;
  readonly csrf: string;
}

/// The body of every refusal.
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly faults: readonly Fault[];
}

/// A row of GET /api/dispositions. `party` says who must have spoken.
export interface Disposition {
  readonly code: string;
  readonly label: string;
  readonly category: string;
  readonly hotKey: number | null;
  readonly party: "RIGHT" | "THIRD" | "NOBODY" | "ANY";
  readonly conversation: boolean;
  readonly needsPromise: boolean;
  readonly needsCallback: boolean;
  readonly needsNote: boolean;
  readonly needsReason: boolean;
  readonly needsPayment: boolean;
  readonly needsAttorney: boolean;
  readonly holdCode: string | null;
}

/// A row of GET /api/reasons.
export interface Reason {
  readonly code: string;
  readonly label: string;
}

/// GET /api/desk/phone: how the agent's line is connected.
export type DeskPhone =
  | {
      readonly kind: "BROWSER";
      readonly uri: string;
      readonly password: string;
      readonly webSocketUrl: string;
      readonly iceHosts: readonly string[];
    }
  | { readonly kind: "DESK"; readonly line: string }
  | { readonly kind: "PRACTICE"; readonly line: string };

/// POST /api/desk/numbers: a number that somebody gave in a call.
export interface LearnedNumber {
  readonly attempt: number;
  readonly number: string;
  readonly place: "HOME" | "WORK" | "MOBILE" | "OTHER";
  readonly giver: "CONSUMER" | "SOMEBODY_ELSE";
  readonly dialing: "AGREED" | "REFUSED";
  readonly words: string;
}

/// GET /api/desk/parties: to whom a conversation may be handed over.
export interface PartyList {
  readonly parties: readonly Party[];
}

export interface Party {
  readonly phone: number;
  readonly role: string;
  readonly name: string;
  readonly number: string;
}

export interface NamedParty {
  readonly attempt: number;
  readonly role: string;
  readonly name: string;
  readonly number: string;
}

/// POST /api/search: the first that match.
export interface FoundList {
  readonly found: readonly Found[];
  /// There are others.
  readonly more: boolean;
}

/// A row of POST /api/search: an account to dial by hand.
export interface Found {
  readonly account: number;
  readonly consumer: number;
  readonly name: string;
  readonly accountLast4: string;
  /// Null for agents: nothing tells of the debt before the person is verified.
  readonly client: string | null;
  readonly phones: readonly FoundPhone[];
}

export interface FoundPhone {
  readonly id: number;
  readonly number: PhoneNumber;
  readonly place: string;
  readonly lineType: string;
  readonly usable: string;
}
