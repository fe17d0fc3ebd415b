import { describe, expect, test } from "vitest";
import { hourName, networkGroups, networkTroubles } from "../src/core/network";
import type { CampaignLine, NetworkLine } from "../src/wire/floor";
import type { ToPage } from "../src/wire/frames";
import { golden } from "./golden";

const line: CampaignLine = golden<Extract<ToPage, { kind: "floor" }>>("floor").floor.campaigns[0]!;
const sound: NetworkLine = { ...line.network[0]!, failed: 0, standing: "SOUND", reason: "" };

test("trunks stand before caller-IDs, and what is wrong is said", () => {
  expect(networkGroups(line).map((group) => group.title)).toEqual(["Trunk", "Caller-ID"]);
  expect(networkTroubles(line)).toEqual([
    "Trunk north: Calls get nowhere.",
    "Caller-ID +12125550100: 14 of 100 calls are refused as unwanted or blocked.",
  ]);
  expect(networkTroubles({ ...line, network: [sound] })).toEqual([]);
});

test("what has faded away is left out", () => {
  expect(networkGroups({ ...line, network: [{ ...sound, calls: 0 }] })).toEqual([]);
  expect(networkGroups({ ...line, network: [{ ...sound, calls: 1 }] })).toHaveLength(1);
});

describe("odds are told when there are calls to tell them by", () => {
  test.each([
    [sound, "0.95 ×"],
    [{ ...sound, standing: "UNTRIED" as const }, "–"],
    [{ ...sound, failed: sound.calls }, "–"],
  ])("%j", (network, odds) =>
    expect(networkGroups({ ...line, network: [network] })[0]?.rows[0]?.odds).toBe(odds),
  );
});

describe("each standing has its words", () => {
  test.each([
    ["SOUND", "Sound"],
    ["UNTRIED", "Too few calls to tell"],
    ["FAILING", "Failing"],
    ["DEAD", "Dead"],
    ["REJECTED", "Taken for spam"],
  ] as const)("%s: %s", (standing, words) => {
    const row = networkGroups({ ...line, network: [{ ...sound, standing }] })[0]?.rows[0];
    expect(row?.standing?.words).toBe(words);
  });
});

test("hours and lists have names and no verdict, and hours are in order", () => {
  const network: NetworkLine[] = [
    { ...sound, by: "HOUR", name: "10" },
    { ...sound, by: "HOUR", name: "9" },
    { ...sound, by: "LIST", name: "Cards 2026" },
  ];
  const groups = networkGroups({ ...line, network });
  expect(groups.map((group) => group.title)).toEqual(["Portfolio", "Hour of their day"]);
  expect(groups[0]?.rows[0]).toMatchObject({ name: "Cards 2026", standing: null });
  expect(groups[1]?.rows.map((row) => row.name)).toEqual(["09:00", "10:00"]);
  expect(hourName(23)).toBe("23:00");
});
