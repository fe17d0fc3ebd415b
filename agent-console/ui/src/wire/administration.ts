import type { Mode } from "./desk";
import type { Role } from "./http";

/// GET /api/administration
export interface Administration {
  readonly staff: readonly Member[];
  readonly campaigns: readonly AdministeredCampaign[];
  readonly portfolios: readonly Portfolio[];
}

export interface Member {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly line: string;
  readonly active: boolean;
}

/// `ordered` is an order that nobody has taken up yet.
export interface AdministeredCampaign {
  readonly id: number;
  readonly name: string;
  readonly mode: Mode;
  readonly activity: string;
  readonly ordered: string | null;
  readonly callerId: string;
  readonly ringSeconds: number;
  readonly screening: boolean;
  readonly recording: boolean;
  readonly portfolios: readonly number[];
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
}

export interface NewCampaign {
  readonly name: string;
  readonly mode: Mode;
  readonly callerId: string;
  readonly ringSeconds: number;
  readonly screening: boolean;
  readonly recording: boolean;
  readonly portfolios: readonly number[];
}
