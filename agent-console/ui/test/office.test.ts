import { describe, expect, test } from "vitest";
import { asked, faultOf, funnelLines, maySeeOffice, mayLift, notAsked } from "../src/core/office";
import type { RuleRow, Told } from "../src/wire/office";

const row: RuleRow = {
  rule: "US-FED-HRS",
  type: "CONTACT_HOURS",
  book: "us-federal 2026.1",
  jurisdiction: "US",
  citation: "12 CFR 1006.6(b)(1)(i)",
  strength: "PRESUMPTION",
  provenance: "VERIFIED",
  code: "OUTSIDE_HOURS",
  sentence: "It is too late there.",
  answer: "PASSES",
  inputs: [],
  clearsAt: null,
  change: "",
};

describe("the compliance page", () => {
  test("is for officers and supervisors, and only officers lift", () => {
    expect(maySeeOffice(["AGENT"])).toBe(false);
    expect(maySeeOffice(["SUPERVISOR"])).toBe(true);
    expect(mayLift(["SUPERVISOR"])).toBe(false);
    expect(mayLift(["OFFICER"])).toBe(true);
  });

  test("the funnel ends at what may be dialed", () => {
    const lines = funnelLines({
      campaign: 1,
      at: "2026-11-18T17:00:00Z",
      accounts: 10,
      steps: [
        { code: "STATE_PAID", words: "Account is paid", waits: false, accounts: 3 },
        { code: "OUTSIDE_HOURS", words: "Outside hours", waits: true, accounts: 5 },
      ],
      dialable: 2,
    });
    expect(lines.map((line) => line.left)).toEqual([7, 2]);
    expect(lines.map((line) => line.share)).toEqual([0.3, 0.5]);
  });

  test("tells rows that were asked from those that were not", () => {
    const told = {
      rows: [row, { ...row, answer: "REFUSES" }, { ...row, answer: "SWITCHED_OFF" }],
    } as unknown as Told;
    expect(asked(told)).toHaveLength(2);
    expect(notAsked(told)).toHaveLength(1);
  });

  test("says what went wrong in a sentence", () => {
    expect(faultOf({ kind: "unreachable" })).toBe("The server does not answer.");
    expect(faultOf({ kind: "done", body: null })).toBe("");
  });
});
