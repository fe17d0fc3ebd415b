import { describe, expect, test } from "vitest";
import { formatMoney, parseMinorUnits, plainAmount, splitEvenly } from "../src/core/money";

describe("an amount", () => {
  test.each([
    [148217, "USD", "$1,482.17"],
    [5, "USD", "$0.05"],
    [0, "USD", "$0.00"],
    [-12000, "USD", "−$120.00"],
    [100000000, "USD", "$1,000,000.00"],
    [1500, "JPY", "¥1,500"],
  ])("of %d %s reads %s", (minorUnits, currency, text) =>
    expect(formatMoney({ minorUnits, currency })).toBe(text),
  );
});

describe("what was typed", () => {
  test.each([
    ["120", 12000],
    ["120.5", 12050],
    ["$1,482.17", 148217],
    [" 40.00 ", 4000],
    ["0.01", 1],
    ["0", null],
    ["120.505", null],
    ["-5", null],
    ["1e3", null],
    ["", null],
    ["forty", null],
  ])("%s is %d cents", (typed, cents) => expect(parseMinorUnits(typed, "USD")).toBe(cents));

  test("yen have no part", () => expect(parseMinorUnits("15.5", "JPY")).toBeNull());
});

test("parts add up and differ by a cent at most", () => {
  expect(splitEvenly(148217, 3)).toEqual([49406, 49406, 49405]);
  expect(splitEvenly(1, 2)).toEqual([1, 0]);
});

test("a field holds the amount without signs", () =>
  expect(plainAmount({ minorUnits: 148217, currency: "USD" })).toBe("1482.17"));
