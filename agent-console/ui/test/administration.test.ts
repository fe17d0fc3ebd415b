import { describe, expect, test } from "vitest";
import {
  campaignState,
  mayAdminister,
  numberWords,
  portfolioWords,
  roleWords,
  settingsWords,
  split,
  undialed,
} from "../src/core/administration";
import type { AdministeredCampaign, Portfolio } from "../src/wire/administration";

const may: Portfolio = { id: 1, client: "Northbank", name: "May", accounts: 1200, more: false };
const june: Portfolio = { id: 2, client: "Northbank", name: "June", accounts: 1, more: false };
const cards: AdministeredCampaign = {
  id: 7,
  name: "Cards",
  mode: "PREVIEW",
  activity: "STOPPED",
  ordered: null,
  settings: {
    callerId: "+12025550100",
    ringSeconds: 25,
    screening: false,
    recording: true,
    wrapUpSeconds: 45,
  },
  portfolios: [1],
};

describe("administration", () => {
  test.each([
    [["ADMIN"], true],
    [["SUPERVISOR", "OFFICER", "AGENT"], false],
  ] as const)("is for administrators: %j %s", (roles, yes) =>
    expect(mayAdminister(roles)).toBe(yes),
  );

  test("names roles in one order", () =>
    expect(roleWords(["ADMIN", "AGENT"])).toBe("Agent, admin"));

  test("says what is ordered and not yet done", () => {
    expect(campaignState(cards)).toBe("Stopped");
    expect(campaignState({ ...cards, ordered: "start" })).toBe("Stopped; start is ordered");
  });

  test.each([
    [may, "Northbank / May: 1,200 accounts"],
    [june, "Northbank / June: 1 account"],
    [{ ...may, accounts: 100_000, more: true }, "Northbank / May: over 100,000 accounts"],
  ])("counts accounts as far as they were counted", (portfolio, words) =>
    expect(portfolioWords(portfolio)).toBe(words),
  );

  test("says how calls are placed, recorded and wrapped up", () => {
    expect(settingsWords(cards.settings)).toBe(
      "rings 25 s, not screened, recorded; wrap-up 45 s",
    );
    expect(
      settingsWords({ ...cards.settings, screening: true, recording: false, wrapUpSeconds: 90 }),
    ).toBe("rings 25 s, screened, not recorded; wrap-up 90 s");
  });

  test("writes numbers as people do where it knows how", () => {
    expect(numberWords("+12025550100")).toBe("(202) 555-0100");
    expect(numberWords("+442079460000")).toBe("+442079460000");
  });

  test("tells what a campaign dials from what it could, and what nobody dials", () => {
    expect(split(cards, [may, june])).toEqual({ dialed: [may], others: [june] });
    expect(undialed([cards], [may, june])).toEqual([june]);
  });
});
