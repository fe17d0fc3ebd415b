import type { Mode } from "./desk";
import type { Role } from "./http";

/// GET /api/administration
export interface Administration {
  readonly staff: readonly Member[];
  readonly campaigns: readonly AdministeredCampaign[];
  readonly portfolios: readonly Portfolio[];
}

/// The softphone in the page, or a SIP telephone on the desk.
export type PhoneKind = "BROWSER" | "DESK";

export interface Member {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly line: string;
  readonly phone: PhoneKind;
  readonly active: boolean;
}

/// `ordered` is an order that nobody has taken up yet.
export interface AdministeredCampaign {
  readonly id: number;
  readonly name: string;
  readonly mode: Mode;
  readonly activity: string;
  readonly ordered: string | null;
  readonly settings: Settings;
  readonly portfolios: readonly number[];
}

/// How a campaign's calls are placed, recorded and wrapped up.
export interface Settings {
  readonly callerId: string;
  readonly ringSeconds: number;
  readonly screening: boolean;
  readonly recording: boolean;
  readonly wrapUpSeconds: number;
}

/// `more`: there are more accounts than were counted.
export interface Portfolio {
  readonly id: number;
  readonly client: string;
  readonly name: string;
  readonly accounts: number;
  readonly more: boolean;
}

export interface NewMember {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
  readonly phone: PhoneKind;
}

/// What is typed into a desk phone. The server says it once.
export interface SipAccount {
  readonly login: string;
  readonly user: string;
  readonly secret: string;
}

export interface NewCampaign {
  readonly name: string;
  readonly mode: Mode;
  readonly settings: Settings;
  readonly portfolios: readonly number[];
}
