import { describe, expect, test } from "vitest";
import {
  abandonmentGauge,
  agentRows,
  aimFigure,
  aimWords,
  campaignWords,
  counts,
  mayOrder,
  orderWords,
  paceWords,
  maySeeFloor,
  staleness,
  troubles,
  typedAim,
  usualFigure,
} from "../src/core/floor";
import type { AgentLine, CampaignLine, Floor } from "../src/wire/floor";
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

test("a look at an offer is not ready, and its time counts up", () => {
  const state = {
    kind: "previewing",
    since: "2026-03-02T20:14:20Z",
    until: "2026-03-02T20:17:00Z",
  } as AgentLine["state"];
  const looking = { ...line, agents: [{ ...line.agents[0]!, state }] };
  expect(counts(looking)).toMatchObject({ ready: 0, previewing: 1 });
  expect(agentRows(looking, now)[0]?.inState).toBe("00:40");
});

describe("what an order did is told", () => {
  test.each([
    [{ kind: "pauseAgent", agent: 12 }, "A. Kim is out after this call and was told so."],
    [{ kind: "stop", campaign: 1 }, /Card 90 is stopped/],
    [{ kind: "setMode", campaign: 1, mode: "PREVIEW" }, "Card 90 dials in preview mode now."],
    [
      { kind: "setAim", campaign: 1, aim: { kind: "maximiseTalk", rate: 0.02 } },
      "Card 90 works for this now: as much talk as 2.00 % abandonment allows.",
    ],
  ] as const)("%j", (order, words) => expect(orderWords(order, floor)).toMatch(words));
});

describe("an aim is typed under a ceiling of 3 %", () => {
  test.each([
    ["maximiseTalk", "2", { kind: "maximiseTalk", rate: 0.02 }],
    ["maximiseTalk", "3", { kind: "maximiseTalk", rate: 1 }],
    ["maximiseTalk", "3.1", /up to the ceiling of 3.00 %/],
    ["maximiseTalk", "0", /above 0/],
    ["maximiseTalk", "", /above 0/],
    ["maximiseTalk", "two", /above 0/],
    ["targetWait", "1", { kind: "targetWait", seconds: 1 }],
    ["targetWait", "600", { kind: "targetWait", seconds: 600 }],
    ["targetWait", "601", /1 to 600/],
    ["targetWait", "0", /1 to 600/],
    ["targetWait", "2.5", /1 to 600/],
    ["neverAbandon", "", { kind: "neverAbandon" }],
  ] as const)("%s %j", (kind, typed, wanted) => {
    const aim = typedAim(kind, typed, 0.03);
    if (wanted instanceof RegExp) {
      expect(aim).toMatch(wanted);
    } else {
      expect(aim).toEqual(wanted);
    }
  });
});

describe("an aim is shown as it would be typed", () => {
  test.each([
    [{ kind: "maximiseTalk", rate: 1 }, "3", "as much talk as the ceiling allows"],
    [{ kind: "maximiseTalk", rate: 0.015 }, "1.5", "as much talk as 1.50 % abandonment allows"],
    [{ kind: "targetWait", seconds: 20 }, "20", "agents wait about 20 s between calls"],
    [{ kind: "neverAbandon" }, "", "nobody is abandoned"],
  ] as const)("%j", (aim, figure, words) => {
    expect(aimFigure(aim, 0.03)).toBe(figure);
    expect(aimWords(aim)).toBe(words);
    expect(typeof typedAim(aim.kind, usualFigure(aim.kind, 0.03), 0.03)).toBe("object");
  });
});

describe("a campaign that was started", () => {
  const kim = line.agents[0]!;
  const paused = { kind: "notReady", since: floor.at, reason: "LUNCH" } as const;
  const away = { ...kim, state: paused };
  test.each([
    ["dials with somebody at work", line, "Dialing"],
    ["waits with nobody at a desk", { ...line, agents: [], ringing: 0 }, "Waiting for agents"],
    ["waits with nobody ready", { ...line, agents: [away], ringing: 0 }, "Waiting for agents"],
    ["dials while something rings", { ...line, agents: [away] }, "Dialing"],
    ["is drained, whoever is there", { ...line, agents: [], activity: "DRAINING" }, /Draining/],
  ])("%s", (_, campaign, words) => expect(campaignWords(campaign)).toMatch(words));

  test("says so when it is started", () => {
    const start = { kind: "start", campaign: 1 } as const;
    expect(orderWords(start, floor)).toBe("Card 90 dials.");
    const empty = { ...line, agents: [], ringing: 0, activity: "STOPPED" };
    expect(orderWords(start, { ...floor, campaigns: [empty] })).toBe(
      "Card 90 is started and dials as soon as an agent is ready.",
    );
  });
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
