import { describe, expect, test } from "vitest";
import {
  emptyForm,
  flat,
  isInvented,
  lanes,
  mayRetain,
  maySearchRecords,
  proofWords,
  queryOf,
  result,
  ruleOptions,
  savable,
  savedWords,
  talk,
  wrongWith,
} from "../src/core/audit";
import type { Query, Row } from "../src/wire/audit";

const now = Date.parse("2026-11-18T17:41:00Z");

const row: Row = {
  place: { decidedAt: "2026-11-18T17:41:58.201Z", id: 7 },
  consumer: 1,
  name: "Delgado, Maria",
  account: 2,
  phoneLast4: "0142",
  campaign: "Evening",
  mode: "PREDICTIVE",
  allowed: true,
  reason: "OK",
  rule: "",
  sentence: "",
  attempt: 9,
  outcome: "ANSWERED",
  disposition: "PROMISE",
  agent: "Ana",
  talkMillis: 250_000,
  recorded: true,
};

describe("the officer's search", () => {
  test("is for officers; administrators may keep and erase", () => {
    expect(maySearchRecords(["SUPERVISOR", "ADMIN"])).toBe(false);
    expect(maySearchRecords(["OFFICER"])).toBe(true);
    expect(mayRetain(["ADMIN"])).toBe(true);
    expect(mayRetain(["AGENT", "SUPERVISOR"])).toBe(false);
  });

  test("begins with the last thirty days", () => {
    expect(emptyForm(now, "UTC")).toMatchObject({ from: "2026-10-19", to: "2026-11-19" });
  });

  test("excludes nothing by an empty field", () => {
    expect(queryOf(emptyForm(now, "UTC"), "UTC")).toMatchObject({
      consumer: null,
      name: null,
      allowed: null,
      from: "2026-10-19T00:00:00.000Z",
      to: "2026-11-19T00:00:00.000Z",
    });
  });

  test("asks for the days of the reader's own clock", () => {
    const late = Date.parse("2026-11-19T03:00:00Z");
    const form = emptyForm(late, "America/New_York");
    expect(form).toMatchObject({ from: "2026-10-19", to: "2026-11-19" });
    expect(queryOf(form, "America/New_York")).toMatchObject({
      from: "2026-10-19T04:00:00.000Z",
      to: "2026-11-19T05:00:00.000Z",
    });
  });

  test("combines every field", () => {
    const form = {
      ...emptyForm(now, "UTC"),
      name: " Delgado ",
      consumer: "12",
      phone: "(212) 555-0142",
      agent: "3",
      rule: "HOUSE-GAP",
      allowed: "no" as const,
    };
    expect(queryOf(form, "UTC")).toMatchObject({
      name: "Delgado",
      consumer: 12,
      phone: "(212) 555-0142",
      agent: 3,
      rule: "HOUSE-GAP",
      allowed: false,
    });
  });

  test("says what is wrong with it", () => {
    const form = emptyForm(now, "UTC");
    expect(queryOf({ ...form, from: "2026-11-19" }, "UTC")).toContain("later day");
    expect(queryOf({ ...form, name: "De" }, "UTC")).toContain("three letters");
    expect(queryOf({ ...form, phone: "0142" }, "UTC")).toContain("whole telephone number");
  });

  test("says what its proof would hold", () => {
    const query = queryOf(emptyForm(now, "UTC"), "UTC") as Query;
    expect(proofWords(query)).toBe("The proof holds the whole ledger of this period.");
    expect(proofWords({ ...query, phone: "2125550142" })).toContain("not only what was searched");
    expect(proofWords({ ...query, allowed: false })).toContain("not only what was searched");
    expect(proofWords({ ...query, campaign: 1, agent: 3 })).toContain("of this campaign");
    expect(proofWords({ ...query, consumer: 1, campaign: 1 })).toContain("about this consumer");
  });

  test("is saved without anything about a person", () => {
    const form = { ...emptyForm(now, "UTC"), name: "Delgado", phone: "2125550142", rule: "HOUSE-GAP" };
    expect(savable(form)).toEqual({ ...savable(emptyForm(now, "UTC")), rule: "HOUSE-GAP" });
    expect(savedWords(form, "Gap", [])).toBe(
      "Saved “Gap”. Without the person: names and numbers of people and accounts are never saved.",
    );
  });

  test("says so when it takes the place of another of its name", () => {
    expect(savedWords(emptyForm(now, "UTC"), "Gap", ["Cease"])).toBe("Saved “Gap”.");
    expect(savedWords(emptyForm(now, "UTC"), "Gap", ["Gap"])).toBe("Replaced the search “Gap”.");
  });
});

describe("the rules to choose from", () => {
  const rules = [
    { rule: "US-FED-7IN7", sentence: "Seven calls in seven days.", refused: 1_204 },
    { rule: "HOUSE-GAP", sentence: "Called a moment ago.", refused: 0 },
  ];
  const busy = "US-FED-7IN7: Seven calls in seven days. (1,204)";
  const idle = "HOUSE-GAP: Called a moment ago. (0)";
  const more = "Show the rules that refused nothing of late";

  test("are those that refused something, with what they say and how often", () => {
    const labels = (every: boolean, chosen: string) =>
      ruleOptions(rules, every, chosen).map((one) => one.label);
    expect(labels(false, "")).toEqual([busy, more]);
    expect(labels(false, "HOUSE-GAP")).toEqual([busy, idle]);
    expect(labels(true, "")).toEqual([busy, idle]);
  });
});

describe("what is found", () => {
  test("tells outcome and disposition, or the reason", () => {
    expect(result(row)).toBe("ANSWERED · PROMISE");
    expect(result({ ...row, allowed: false, reason: "SEVEN_IN_SEVEN" })).toBe("SEVEN_IN_SEVEN");
    expect(result({ ...row, outcome: null, disposition: null })).toBe("no end yet");
  });

  test("tells how long was talked once a call has ended", () => {
    expect(talk(row)).toBe("04:10");
    expect(talk({ ...row, outcome: "RING_NO_ANSWER", talkMillis: 0 })).toBe("00:00");
    expect(talk({ ...row, outcome: null, talkMillis: 0 })).toBe("–");
  });

  test("shows what was looked at in words", () => {
    const facts = {
      ring_seconds: 25,
      person: { deceased: false },
      excuses: [],
      collector: ["US", "US-TX"],
      history: [{ kind: "CALL_PLACED", conversed_at: "2026-11-22T15:22:48Z" }],
    };
    expect(flat(facts)).toEqual([
      ["ring seconds", "25"],
      ["person: deceased", "no"],
      ["excuses", "none"],
      ["collector", "US, US-TX"],
      ["history 1: kind", "call placed"],
      ["history 1: spoke from", "2026-11-22T15:22:48Z"],
    ]);
  });

  test("is invented when no rulebook was asked", () => {
    const rulebooks = "demo history";
    expect(isInvented({ rulebooks, rulebooksSha256: "0".repeat(64) })).toBe(true);
    expect(isInvented({ rulebooks, rulebooksSha256: "0".repeat(63) + "1" })).toBe(false);
    expect(isInvented({ rulebooks: "us-federal 2026.4", rulebooksSha256: "00" })).toBe(false);
  });

  test("is as loud as its loudest part", () => {
    const both = { name: "Both voices", levels: [0.5, 1] };
    expect(lanes([new Float32Array([0, 0.25, -0.5, 0])], 2)).toEqual([both]);
    expect(lanes([new Float32Array(4)], 2)).toEqual([{ ...both, levels: [0, 0] }]);
  });

  test("has a lane for the consumer and one for the agent, on one scale", () => {
    const consumer = new Float32Array([0.5, 0, 0, 0]);
    const agent = new Float32Array([0, 0, 0, -0.25]);
    expect(lanes([consumer, agent], 2)).toEqual([
      { name: "Consumer", levels: [1, 0] },
      { name: "Agent", levels: [0, 0.5] },
    ]);
  });

  test("says why there is nothing", () => {
    expect(wrongWith({ kind: "unreachable" })).toContain("does not answer");
    expect(wrongWith({ kind: "done", body: null })).toBe("");
  });
});
