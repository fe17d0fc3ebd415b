import type { AgentState, Instant, Mode, NoCalls, PauseReason } from "./desk";

/// The floor as the server sees it. Rates are shares between 0 and 1.
export interface Floor {
  readonly at: Instant;
  readonly telephoneUp: boolean;
  readonly databaseUp: boolean;
  readonly campaigns: readonly CampaignLine[];
}

export type Activity = "RUNNING" | "DRAINING" | "STOPPED";

export interface CampaignLine {
  readonly campaign: number;
  readonly name: string;
  readonly mode: Mode;
  readonly aim: Aim;
  readonly activity: string;
  readonly ringing: number;
  readonly waiting: number;
  readonly talking: number;
  readonly attemptsToday: number;
  readonly answeredToday: number;
  readonly rightPartyToday: number;
  readonly promisesToday: number;
  readonly abandonment: number;
  readonly abandonmentCeiling: number;
  readonly answered: number;
  readonly paceReason: string;
  /// Why nobody is called now; null while calls are being placed.
  readonly noCalls: NoCalls | null;
  readonly paceFigures: readonly PaceFigure[];
  readonly network: readonly NetworkLine[];
  readonly agents: readonly AgentLine[];
}

/// What a predictive pace works for. `rate` is a share; 1 stands for the campaign's ceiling.
export type Aim =
  | { readonly kind: "maximiseTalk"; readonly rate: number }
  | { readonly kind: "targetWait"; readonly seconds: number }
  | { readonly kind: "neverAbandon" };

/// What the pace rests on, as a supervisor reads it.
export interface PaceFigure {
  readonly name: string;
  readonly value: string;
}

export type NetworkStanding = "UNTRIED" | "SOUND" | "FAILING" | "DEAD" | "REJECTED";

/// What the network did with the calls of one trunk, caller-ID, hour (in UTC) or list. Older calls
/// count less.
export interface NetworkLine {
  readonly by: "TRUNK" | "CALLER_ID" | "HOUR" | "LIST";
  readonly name: string;
  readonly calls: number;
  readonly answered: number;
  readonly machines: number;
  readonly noAnswer: number;
  readonly busy: number;
  readonly dead: number;
  readonly blocked: number;
  readonly spam: number;
  readonly failed: number;
  /// Answers beside those usual for the same numbers: 1 when as usual.
  readonly odds: number;
  readonly standing: NetworkStanding;
  /// A sentence; empty when all is well or nothing can be told.
  readonly reason: string;
}

export interface AgentLine {
  readonly agent: number;
  readonly name: string;
  readonly state: AgentState;
  readonly lineUp: boolean;
  readonly helpWanted: boolean;
  /// What the agent becomes after the present call; null to go on.
  readonly pauseAfterCall: PauseReason | null;
  readonly attempt: number | null;
  readonly callsToday: number;
  readonly rightPartyToday: number;
  readonly promisesToday: number;
}

/// What a supervisor orders.
export type Order =
  | { readonly kind: "start"; readonly campaign: number }
  | { readonly kind: "drain"; readonly campaign: number }
  | { readonly kind: "stop"; readonly campaign: number }
  | { readonly kind: "setMode"; readonly campaign: number; readonly mode: Mode }
  | { readonly kind: "setAim"; readonly campaign: number; readonly aim: Aim }
  | { readonly kind: "pauseAgent"; readonly agent: number };
