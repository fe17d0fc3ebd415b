import { describe, expect, it } from "vitest";
import { overrideSteps, standingOf, stepLabel, whoWords } from "../src/core/leave";
import type { Licence, Override } from "../src/wire/leave";

const licence: Licence = {
  id: 1,
  place: "US-TX",
  held: true,
  number: "4711",
  from: "2026-04-01T00:00:00Z",
  until: "2027-04-01T00:00:00Z",
  evidence: "register",
};

const asked: Override = {
  id: 1,
  consumer: 38,
  account: 40,
  phone: null,
  rule: "HOUSE-GAP",
  reason: "asks to be called back at once",
  evidence: "recording 12",
  askedBy: { id: 31, name: "O. First" },
  approvedBy: null,
  withdrawnBy: null,
  from: "2026-04-01T00:00:00Z",
  until: "2026-04-02T00:00:00Z",
  state: "ASKED",
};

describe("a licence", () => {
  it.each([
    ["2026-03-31T23:59:59Z", "TO_COME"],
    ["2026-04-01T00:00:00Z", "HELD"],
    ["2027-03-31T23:59:59Z", "HELD"],
    ["2027-04-01T00:00:00Z", "ENDED"],
  ])("at %s stands %s", (now, standing) => {
    expect(standingOf(licence, new Date(now))).toBe(standing);
  });
  it("that is required and not held is missing", () => {
    expect(standingOf({ ...licence, held: false, number: "" }, new Date(licence.from))).toBe(
      "MISSING",
    );
  });
});

describe("a request to set a rule aside", () => {
  it("is approved by another than who asked", () => {
    expect(overrideSteps(asked, 31)).toEqual(["refuse"]);
    expect(stepLabel("refuse", asked, 31)).toBe("Take back");
    expect(overrideSteps(asked, 32)).toEqual(["approve", "refuse"]);
    expect(stepLabel("refuse", asked, 32)).toBe("Refuse");
  });
  it("is ended while it is in force or will be, and then nothing is left to do", () => {
    expect(overrideSteps({ ...asked, state: "PENDING" }, 31)).toEqual(["end"]);
    expect(overrideSteps({ ...asked, state: "IN_FORCE" }, 32)).toEqual(["end"]);
    expect(overrideSteps({ ...asked, state: "REFUSED" }, 32)).toEqual([]);
    expect(overrideSteps({ ...asked, state: "ENDED" }, 32)).toEqual([]);
  });
  it("tells who asked and who decided", () => {
    const other = { id: 32, name: "P. Second" };
    expect(whoWords(asked)).toBe("Asked by O. First");
    expect(whoWords({ ...asked, withdrawnBy: other })).toBe(
      "Asked by O. First, refused by P. Second",
    );
    expect(whoWords({ ...asked, approvedBy: other, withdrawnBy: other })).toBe(
      "Asked by O. First, approved by P. Second, ended by P. Second",
    );
  });
});
