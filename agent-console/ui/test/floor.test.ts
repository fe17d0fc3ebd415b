import { describe, expect, test } from "vitest";
import {
  abandonmentGauge,
  agentRows,
  mayOrder,
  orderWords,
  paceWords,
  maySeeFloor,
  staleness,
  troubles,
} from "../src/core/floor";
import type { CampaignLine, Floor } from "../src/wire/floor";
import type { ToPage } from "../src/wire/frames";
import { golden } from "./golden";

const floor: Floor = golden<Extract<ToPage, { kind: "floor" }>>("floor").floor;
const line: CampaignLine = floor.campaigns[0]!;
const now = Date.parse("2026-03-02T20:15:00Z");

describe("figures are stale", () => {
  test.each([
    [3_000, ""],
    [3_001, "STALE 00:03"],
    [7_900, "STALE 00:07"],
  ])("after %d ms: %s", (age, words) => expect(staleness(0, age)).toBe(words));
});

describe("abandonment against its ceiling of 3 %", () => {
  test.each([
    [0, "ok"],
    [0.024, "ok"],
    [0.0241, "watch"],
    [0.03, "watch"],
    [0.0301, "act"],
  ])("%d is %s", (abandonment, judgement) =>
    expect(abandonmentGauge({ ...line, abandonment }).judgement).toBe(judgement),
  );
});

test("whoever wants help stands first", () => {
  const calm = { ...line.agents[0]!, agent: 1, name: "Aa", helpWanted: false };
  const rows = agentRows({ ...line, agents: [calm, line.agents[0]!] }, now);
  expect(rows.map((row) => row.name)).toEqual(["A. Kim", "Aa"]);
  expect(rows[0]).toMatchObject({ inState: "00:20", line: "up", calls: 61, canPause: false });
  expect(rows[0]?.detail).toBe("out after this call");
});

describe("what an order did is told", () => {
  test.each([
    [{ kind: "pauseAgent", agent: 12 }, "A. Kim is out after this call and was told so."],
    [{ kind: "stop", campaign: 1 }, /Card 90 is stopped/],
    [{ kind: "setMode", campaign: 1, mode: "PREVIEW" }, "Card 90 dials in preview mode now."],
  ] as const)("%j", (order, words) => expect(orderWords(order, floor)).toMatch(words));
});

test("the pace line says why nobody is called", () => {
  expect(paceWords(line)).toMatch(/drained/);
  expect(paceWords({ ...line, noCalls: null })).toBe(line.paceReason);
});

test("what is broken is said in sentences", () => {
  expect(troubles(floor)).toEqual([]);
  expect(troubles({ ...floor, telephoneUp: false, databaseUp: false })).toHaveLength(2);
});

test("officers look, supervisors and administrators order", () => {
  expect(maySeeFloor(["AGENT"])).toBe(false);
  expect(maySeeFloor(["OFFICER"])).toBe(true);
  expect(mayOrder(["OFFICER"])).toBe(false);
  expect(mayOrder(["AGENT", "SUPERVISOR"])).toBe(true);
});
