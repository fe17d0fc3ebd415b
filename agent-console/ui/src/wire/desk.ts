// What the server says of one desk: mirrors Wire.java, kept in step by the golden files.

export interface Money {
  readonly minorUnits: number;
  readonly currency: string;
}

/// An ISO 8601 instant, "2026-03-02T17:42:10Z".
export type Instant = string;
/// An ISO 8601 date, "2026-03-02".
export type Day = string;

/// A telephone number: E.164 digits, and as people write it, "(212) 555-0142".
export interface PhoneNumber {
  readonly e164: string;
  readonly text: string;
}

export type PauseReason =
  | "LOGGED_IN"
  | "BREAK"
  | "LUNCH"
  | "COACHING"
  | "MEETING"
  | "TRAINING"
  | "BACK_OFFICE"
  | "COOL_DOWN"
  | "TECHNICAL"
  | "LINE_LOST"
  | "PREVIEW_RAN_OUT"
  | "LOGGING_OUT"
  | "SUPERVISOR";

export type Mode = "PREDICTIVE" | "PROGRESSIVE" | "PREVIEW" | "MANUAL";
export type LineState = "DOWN" | "RINGING" | "UP";

export type AgentState =
  | { readonly kind: "offline"; readonly since: Instant }
  | { readonly kind: "notReady"; readonly since: Instant; readonly reason: PauseReason }
  | { readonly kind: "ready"; readonly since: Instant }
  | {
      readonly kind: "previewing";
      readonly offer: Offer;
      readonly since: Instant;
      readonly until: Instant | null;
    }
  | { readonly kind: "dialing"; readonly since: Instant; readonly attempt: number }
  | { readonly kind: "reserved"; readonly since: Instant; readonly attempt: number }
  | { readonly kind: "talking"; readonly since: Instant; readonly attempt: number }
  | { readonly kind: "holding"; readonly since: Instant; readonly attempt: number }
  | {
      readonly kind: "connectionLost";
      readonly since: Instant;
      readonly attempt: number;
      readonly until: Instant;
    }
  | {
      readonly kind: "wrappingUp";
      readonly since: Instant;
      readonly attempt: number;
      readonly target: Instant;
    };

/// The account that a preview offers.
export interface Offer {
  readonly consumer: number;
  readonly account: number;
  readonly phone: number;
  readonly path: string;
}

export type Phase =
  "PREVIEW" | "RINGING" | "CONNECTING" | "TALKING" | "ON_HOLD" | "LINE_LOST" | "ENDED";

export interface Desk {
  readonly agent: number;
  readonly revision: number;
  readonly at: Instant;
  readonly campaign: number;
  readonly campaignName: string;
  readonly mode: Mode;
  readonly state: AgentState;
  readonly line: LineState;
  readonly pauseAfterCall: PauseReason | null;
  readonly helpWanted: boolean;
  /// Why no call comes to an agent who is ready; null while calls are being placed.
  readonly noCalls: NoCalls | null;
  /// The last call of this agent that reached nobody; null once another is in front.
  readonly missed: Missed | null;
  readonly call: CallInFront | null;
}

export type NoCalls =
  | "STOPPED"
  | "DRAINING"
  | "FAULT"
  | "TELEPHONE_AWAY"
  | "DATABASE_AWAY"
  | "SETTLING"
  | "BY_HAND"
  | "NO_MESSAGE"
  | "OUTSIDE_HOURS"
  | "ALL_TRIED"
  | "NOBODY_LEFT";

export type HungUpBy = "CONSUMER" | "AGENT" | "DIALER" | "NETWORK" | "";

export interface Missed {
  readonly attempt: number;
  readonly name: string;
  readonly number: PhoneNumber | null;
  readonly outcome: string;
  /// It rang, and was refused before its time was up.
  readonly declined: boolean;
  readonly hungUpBy: HungUpBy;
  readonly at: Instant;
}

export interface CallInFront {
  readonly attempt: number | null;
  readonly phase: Phase;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly hungUpBy: HungUpBy;
  readonly recording: Recorded;
  readonly verified: boolean;
  readonly transfer: Transfer | null;
  readonly screen: Screen | null;
  /// What the permit obliges to say or heed.
  readonly duties: readonly Duty[];
  /// The recording waits for the agent to say that it is announced.
  readonly announce: boolean;
}

/// `NOT` is not at all, or not yet.
export type Recorded = "NOT" | "RUNNING" | "PAUSED";

export interface Duty {
  readonly code: string;
  readonly sentence: string;
}

/// The call to somebody who is to take over; `ended` stays away while they are being called.
export interface Transfer {
  readonly phone: number;
  readonly ended: string | null;
}

/// What the agent sees of one account. `debt` stays away until the identity is verified.
export interface Screen {
  readonly consumer: number;
  readonly account: number;
  readonly person: Person;
  readonly dialed: Dialed;
  readonly proofs: readonly string[];
  readonly flags: readonly Flag[];
  /// What went before, only while nothing is dialed yet.
  readonly past: readonly HistoryLine[];
  readonly debt: Debt | null;
}

export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly language: string;
  readonly bornOn: Day | null;
  readonly nationalIdLast4: string | null;
  readonly addresses: readonly Address[];
  readonly phones: readonly Phone[];
}

export interface Address {
  readonly line: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly good: boolean;
}

export interface Phone {
  readonly id: number;
  readonly number: PhoneNumber;
  readonly lineType: string;
  readonly place: string;
  readonly usable: string;
}

export interface Dialed {
  readonly number: PhoneNumber;
  readonly place: string;
  readonly zone: string;
  readonly otherZones: readonly string[];
  readonly windowEndsAt: Instant | null;
  readonly attemptsInWindow: number;
  readonly lastConversationAt: Instant | null;
  readonly why: string;
}

export interface Flag {
  readonly code: string;
  readonly sentence: string;
}

export interface Debt {
  readonly client: string;
  readonly clientAccountNumber: string;
  readonly originalCreditor: string;
  readonly currentCreditor: string;
  readonly debtType: string;
  readonly balance: Money;
  readonly principal: Money;
  readonly interest: Money;
  readonly fees: Money;
  readonly placed: Money;
  readonly itemizationOn: Day;
  readonly itemizationAmount: Money;
  readonly delinquentOn: Day | null;
  readonly limitationOn: Day | null;
  readonly policy: Policy;
  readonly linked: readonly LinkedAccount[];
  readonly promises: readonly PastPromise[];
  readonly history: readonly HistoryLine[];
}

export interface Policy {
  readonly settlementFloor: Money;
  readonly promiseDaysMax: number;
  readonly promiseGraceDays: number;
}

export interface LinkedAccount {
  readonly account: number;
  readonly client: string;
  readonly debtType: string;
  readonly balance: Money;
}

export interface PastPromise {
  readonly amount: Money;
  readonly dueOn: Day;
  readonly state: string;
}

export interface HistoryLine {
  readonly at: Instant;
  /// The day, for what has no hour.
  readonly day: Day | null;
  readonly kind: string;
  readonly who: string;
  readonly text: string;
}
