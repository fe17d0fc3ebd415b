import { describe, expect, test } from "vitest";
import {
  clockIn,
  dayIn,
  daysBetween,
  formatDay,
  formatMoment,
  formatSpan,
  instantAt,
  plusDays,
  zoneWords,
} from "../src/core/time";

describe("a span", () => {
  test.each([
    [0, "00:00"],
    [-5_000, "00:00"],
    [59_999, "00:59"],
    [60_000, "01:00"],
    [3_599_999, "59:59"],
    [3_600_000, "1:00:00"],
    [36_061_000, "10:01:01"],
  ])("of %d ms reads %s", (millis, text) => expect(formatSpan(millis)).toBe(text));
});

describe("the instant at which the consumer's clocks show a time", () => {
  test.each([
    ["2026-03-02", "17:30", "America/New_York", "2026-03-02T22:30:00.000Z"],
    ["2026-07-02", "17:30", "America/New_York", "2026-07-02T21:30:00.000Z"],
    ["2026-07-02", "17:30", "America/Phoenix", "2026-07-03T00:30:00.000Z"],
    ["2026-07-02", "09:00", "Pacific/Honolulu", "2026-07-02T19:00:00.000Z"],
    ["2026-01-02", "00:15", "Asia/Kathmandu", "2026-01-01T18:30:00.000Z"],
    ["2026-03-08", "01:59", "America/New_York", "2026-03-08T06:59:00.000Z"],
    ["2026-03-08", "03:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
    ["2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-11-01", "02:00", "America/New_York", "2026-11-01T07:00:00.000Z"],
  ])("%s %s in %s is %s", (day, time, zone, instant) =>
    expect(instantAt(day, time, zone)).toBe(instant),
  );

  test("is none when the clocks leap over it", () =>
    expect(instantAt("2026-03-08", "02:30", "America/New_York")).toBeNull());

  test("is none of what is no time", () =>
    expect(instantAt("2026-03-08", "", "America/New_York")).toBeNull());
});

test("clocks and days are those of the zone", () => {
  const millis = Date.parse("2026-03-03T02:00:00Z");
  expect(clockIn("America/New_York", millis)).toBe("9:00 PM");
  expect(formatMoment("2026-03-03T02:00:00Z", "America/New_York")).toBe("Mar 2, 9:00 PM");
  expect(formatDay("2026-03-02")).toBe("Mar 2, 2026");
  expect(zoneWords("America/New_York", millis)).toBe("Eastern Time");
  expect(zoneWords("America/Phoenix", millis)).toBe("Mountain Standard Time");
  expect(dayIn("America/New_York", millis)).toBe("2026-03-02");
  expect(dayIn("UTC", millis)).toBe("2026-03-03");
});

test("days are counted over the ends of months and clock changes", () => {
  expect(plusDays("2026-02-27", 3)).toBe("2026-03-02");
  expect(plusDays("2026-03-07", 1)).toBe("2026-03-08");
  expect(daysBetween("2026-02-27", "2026-03-02")).toBe(3);
});
