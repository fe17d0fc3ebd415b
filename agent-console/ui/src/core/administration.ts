import type { AdministeredCampaign, PhoneKind, Portfolio, Settings } from "../wire/administration";
import type { Role } from "../wire/http";
import { activityWords } from "./floor";

export const roles: readonly Role[] = ["AGENT", "SUPERVISOR", "OFFICER", "ADMIN"];

export function mayAdminister(held: readonly Role[]): boolean {
  return held.includes("ADMIN");
}

/// "Agent, supervisor"
export function roleWords(held: readonly Role[]): string {
  const words = { AGENT: "agent", SUPERVISOR: "supervisor", OFFICER: "officer", ADMIN: "admin" };
  const all = roles.filter((role) => held.includes(role)).map((role) => words[role]);
  return all.join(", ").replace(/^./, (first) => first.toUpperCase());
}

export function phoneWords(phone: PhoneKind): string {
  switch (phone) {
    case "BROWSER":
      return "softphone";
    case "DESK":
      return "desk phone";
  }
}

/// "Stopped; start is ordered"
export function campaignState(campaign: AdministeredCampaign): string {
  const now = activityWords(campaign.activity);
  return campaign.ordered === null ? now : `${now}; ${campaign.ordered} is ordered`;
}

/// "(202) 555-0100"; a number from elsewhere as it is.
export function numberWords(e164: string): string {
  return e164.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}

/// "rings 25 s, screened, not recorded; wrap-up 45 s"
export function settingsWords(settings: Settings): string {
  const screened = settings.screening ? "screened" : "not screened";
  const recorded = settings.recording ? "recorded" : "not recorded";
  const { ringSeconds, wrapUpSeconds } = settings;
  return `rings ${ringSeconds} s, ${screened}, ${recorded}; wrap-up ${wrapUpSeconds} s`;
}

/// "Northbank / May: 1,200 accounts"
export function portfolioWords(portfolio: Portfolio): string {
  const count = portfolio.accounts.toLocaleString("en-US");
  const accounts = portfolio.accounts === 1 ? "account" : "accounts";
  const many = portfolio.more ? `over ${count}` : count;
  return `${portfolio.client} / ${portfolio.name}: ${many} ${accounts}`;
}

/// What a campaign dials, and what it could.
export function split(
  campaign: AdministeredCampaign,
  portfolios: readonly Portfolio[],
): { readonly dialed: readonly Portfolio[]; readonly others: readonly Portfolio[] } {
  const dials = (portfolio: Portfolio) => campaign.portfolios.includes(portfolio.id);
  return { dialed: portfolios.filter(dials), others: portfolios.filter((p) => !dials(p)) };
}

/// Portfolios that no campaign dials: their accounts are never called.
export function undialed(
  campaigns: readonly AdministeredCampaign[],
  portfolios: readonly Portfolio[],
): readonly Portfolio[] {
  return portfolios.filter((p) => !campaigns.some((c) => c.portfolios.includes(p.id)));
}
