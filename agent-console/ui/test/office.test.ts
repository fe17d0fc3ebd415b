import { describe, expect, test } from "vitest";
import {
  changedFields,
  comparedWords,
  decisionOf,
  faultOf,
  forewarning,
  foundWords,
  funnelLines,
  maySeeOffice,
  mayLift,
  nextWords,
  notAsked,
  numberWords,
  obliges,
  outcomes,
  ownNumber,
  passing,
  reachWords,
  originWords,
  stepsOf,
  waitingWords,
  weighty,
} from "../src/core/office";
import type { Edition, RuleRow, Told } from "../src/wire/office";
import { golden } from "./golden";

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
  test("says that there are more than it shows, and how to come to them", () => {
    const one = {
      account: 1,
      consumer: 1,
      name: "Verena Fairbrook",
      accountLast4: "0064",
      client: "Northbank",
      phones: [],
    };
    expect(foundWords({ found: [one], more: false })).toBe("1 found");
    expect(foundWords({ found: [one], more: true })).toMatch(/^The first 1 of more.*given and family/);
  });

  test("names a number by its end and its kind", () => {
    const past = (phoneLast4: string | null, lineType: string | null) =>
      numberWords({ told: {} as Told, allowedThen: true, tzdbThen: "2026b", phoneLast4, lineType });
    expect(past("0142", "MOBILE")).toBe("Number …0142, mobile");
    expect(past("0142", "VOIP")).toBe("Number …0142, VoIP");
    expect(past("0142", "UNKNOWN")).toBe("Number …0142, kind of line unknown");
    expect(past(null, null)).toBe("A number that was erased");
  });

  test("says of each place whose law reaches the call what brings it", () => {
    const jurisdictions = [
      { code: "US", because: ["the number's area", "where we work from"] },
      { code: "US-HI", because: ["the number's area"] },
    ];
    expect(reachWords({ jurisdictions } as unknown as Told)).toBe(
      "US (the number's area; where we work from), US-HI (the number's area)",
    );
  });

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

  test("an account is searched by our number in three digits or more", () => {
    expect([7, 42, 7013].map(ownNumber)).toEqual(["007", "042", "7013"]);
  });

  test("tells of a time that is refused once, and then only what would do", () => {
    const told = {
      allowed: false,
      rows: [row, { ...row, answer: "REFUSES" }],
      nextAllowedAt: "2026-03-03T13:00:00Z",
    } as unknown as Told;
    const zone = "America/New_York";
    const mend = "The first time that would do: Mar 3, 8:00 AM.";
    expect(forewarning(told, "", zone)).toBe(
      `The rules refuse a call then: It is too late there. ${mend}`,
    );
    expect(forewarning(told, "Choose another time.", zone)).toBe(mend);
    expect(forewarning({ ...told, nextAllowedAt: null }, "", zone)).toMatch(/No other time/);
    expect(forewarning({ ...told, allowed: true }, "", zone)).toBe("");
  });

  test("tells rows that weigh from those that pass and those that were not asked", () => {
    const duty = { ...row, rule: "US-FED-IDENT", type: "OBLIGATION", answer: "PASSES" };
    const told = {
      rows: [
        duty,
        { ...row, answer: "PASSES" },
        { ...row, answer: "REFUSES" },
        { ...row, answer: "SWITCHED_OFF" },
      ],
    } as unknown as Told;
    expect(weighty(told).map((one) => one.answer)).toEqual(["REFUSES", "PASSES"]);
    expect(weighty(told).map(obliges)).toEqual([false, true]);
    expect(passing(told)).toEqual([{ ...row, answer: "PASSES" }]);
    expect(notAsked(told)).toHaveLength(1);
  });

  test("says what went wrong in a sentence", () => {
    expect(faultOf({ kind: "unreachable" })).toBe("The server does not answer.");
    expect(faultOf({ kind: "done", body: null })).toBe("");
  });

  test("nobody is offered to approve her own draft, or one that was not tried", () => {
    const draft: Edition = {
      name: "house-policy",
      version: "2",
      sha256: "00",
      author: "officer1",
      approver: null,
      approvedAt: null,
      triedAt: null,
      activeFrom: null,
      state: "DRAFT",
    };
    const tried: Edition = { ...draft, triedAt: "2026-11-18T17:00:00Z" };
    expect(stepsOf(draft, "officer2", [])).toEqual(["try"]);
    expect(stepsOf(tried, "officer1", [])).toEqual(["try"]);
    expect(stepsOf(tried, "officer2", [])).toEqual(["try", "approve"]);
    expect(nextWords(draft, "officer1")).toContain("try it");
    expect(nextWords(tried, "officer1")).toContain("another officer");
    expect(nextWords(tried, "officer2")).toContain("approve it");
    expect(stepsOf({ ...tried, state: "APPROVED" }, "officer1", [])).toEqual(["activate"]);
    const now: Edition = { ...tried, state: "IN_FORCE", activeFrom: "2026-03-02T00:00:00Z" };
    const before: Edition = { ...now, version: "1", activeFrom: "2026-03-01T00:00:00Z" };
    expect(stepsOf(now, "officer1", [now, before])).toEqual(["roll-back"]);
    expect(stepsOf(now, "officer1", [now, { ...before, name: "another" }])).toEqual([]);
    expect(originWords({ ...now, approver: "officer2" }, "UTC")).toBe(
      "Written by officer1, approved by officer2, in force from 2026-03-02 00:00:00",
    );
    expect(originWords({ ...now, approver: "installation" }, "UTC")).toBe(
      "Came with the program; decides calls from 2026-03-02 00:00:00 on",
    );
  });

  test("what came with the program waits for two officers, and says so", () => {
    const draft: Edition = {
      name: "us-federal",
      version: "2",
      sha256: "00",
      author: "Rightparty",
      approver: null,
      approvedAt: null,
      triedAt: null,
      activeFrom: null,
      state: "DRAFT",
    };
    const approved: Edition = { ...draft, state: "APPROVED", approver: "officer1" };
    expect(nextWords(draft, "officer1")).toContain("came with the program");
    expect(waitingWords([draft, approved])).toContain("not in force: us-federal 2.");
    expect(waitingWords([approved])).toBe("");
    expect(stepsOf(approved, "officer1", [])).toEqual([]);
    expect(nextWords(approved, "officer1")).toContain("another officer");
    expect(stepsOf(approved, "officer2", [])).toEqual(["activate"]);
  });

  test("a trial says how many more, and why", () => {
    expect(
      comparedWords({
        compared: 9_000,
        refusedMore: 412,
        allowedMore: 0,
        reasons: { FREQ_7IN7: 12, COOLDOWN_7D: 400 },
      }),
    ).toBe("412 more refused of 9,000: COOLDOWN_7D 400, FREQ_7IN7 12; 0 more allowed");
  });

  test("a changed object is told field by field, and anything else as it is", () => {
    const change = {
      kind: "CHANGED",
      row: "HOUSE-GAP",
      field: "params",
      before: '{"max":1,"window":{"n":2},"places":[]}',
      after: '{"max":1,"window":{"n":4}}',
    } as const;
    expect(changedFields(change).map((one) => [one.field, one.before, one.after])).toEqual([
      ["params.window", '{"n":2}', '{"n":4}'],
      ["params.places", "[]", ""],
    ]);
    const plain = { ...change, field: "active", before: "true", after: "false" };
    expect(changedFields(plain)).toEqual([plain]);
    expect(changedFields({ ...change, before: "not JSON" })).toHaveLength(1);
    expect(changedFields({ ...change, kind: "ADDED", before: "" })).toHaveLength(1);
  });

  test("an address may name a decision", () => {
    expect(decisionOf("#/office/decision/71")).toBe("71");
    expect(decisionOf("#/office")).toBe("");
    expect(decisionOf("#/office/decision/0")).toBe("");
    expect(decisionOf("#/office/decision/7x")).toBe("");
  });
});

test("the page knows every way a call can have ended, and no other", () => {
  expect(outcomes).toEqual(golden("http-outcomes"));
});
