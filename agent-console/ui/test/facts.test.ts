import { describe, expect, test } from "vitest";
import { factOrder, factTitle, placesOf, resultsOf, wishWords, zonesOf } from "../src/core/facts";
import { placeName } from "../src/core/places";
import type { FactChoices, KnownFact } from "../src/wire/facts";

const choices: FactChoices = {
  regions: [
    { code: "CA-ON", zones: ["America/Toronto", "America/Winnipeg"] },
    { code: "PR", zones: ["America/Puerto_Rico"] },
    { code: "US-NY", zones: ["America/New_York"] },
    { code: "US-AK", zones: ["America/Anchorage"] },
    { code: "US-AL", zones: ["America/Chicago"] },
    { code: "US-CA", zones: ["America/Los_Angeles"] },
  ],
  notices: ["FIRST_NOTICE"],
  consents: [{ code: "TEXT", label: "Text messages" }],
};

const known: KnownFact = {
  kind: "CONSENT",
  id: 1,
  code: "TEXT",
  words: ["given"],
  account: null,
  phone: null,
  at: "2026-11-18T17:00:00Z",
  until: null,
  stands: true,
  evidence: "letter",
  source: "OFFICER",
  by: 31,
};

describe("what is known from outside our calls", () => {
  test("is named in a few words", () => {
    expect(factTitle(known, choices)).toBe("Consent: Text messages");
    expect(factTitle(known, null)).toBe("Consent: Text");
    expect(factTitle({ ...known, kind: "NOTICE", code: "FIRST_NOTICE" }, choices)).toBe(
      "Notice sent: First notice",
    );
    expect(factTitle({ ...known, kind: "PLACE", code: "US-CA" }, choices)).toBe("Is in US-CA");
    expect(factTitle({ ...known, kind: "LOOK_UP", code: "UNKNOWN" }, choices)).toBe(
      "Number looked up",
    );
  });

  test("an order begins with what is usual of its kind, and nothing of another", () => {
    expect(factOrder("NOTICE", 7)).toMatchObject({ debts: "THIS", consent: null, word: null });
    expect(factOrder("CONSENT", 7)).toMatchObject({ debts: "ALL", receiver: "COLLECTOR" });
    expect(factOrder("PLACE", 7)).toMatchObject({ word: "CONSUMER", change: null });
  });

  test("a text is sent, and a call of hers is not unanswered", () => {
    expect(resultsOf("TEXT_SENT")).toEqual(["SENT"]);
    expect(resultsOf("INBOUND_CALL")).not.toContain("RING_NO_ANSWER");
    expect(resultsOf("CALL_PLACED")).toContain("RING_NO_ANSWER");
  });

  test("places are chosen by code, those of the United States first", () => {
    expect(placesOf(choices)).toEqual(["US-AL", "US-AK", "US-CA", "US-NY", "CA-ON"]);
    expect(zonesOf(choices, "CA-ON")).toHaveLength(2);
    expect(zonesOf(choices, "")).toEqual([]);
    expect(placesOf(null)).toEqual([]);
    expect(["US-CA", "CA-ON", "GB-ENG"].map(placeName)).toEqual(["California", "Ontario", "GB-ENG"]);
  });
});

describe("a wish", () => {
  const every = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
  const none = { days: [], wishFrom: null, wishTo: null, place: null };

  test("tells its hours and its place", () => {
    const days = ["MONDAY", "TUESDAY"];
    expect(wishWords({ ...none, days, wishFrom: "09:00", wishTo: "17:00" })).toBe(
      "Not Mon, Tue from 09:00 to 17:00, her clock.",
    );
    expect(wishWords({ ...none, days: every, wishFrom: "20:00:00", wishTo: "00:00:00" })).toBe(
      "Not every day from 20:00 to midnight, her clock.",
    );
    expect(wishWords({ ...none, days: ["SUNDAY"], wishFrom: "00:00", wishTo: "00:00" })).toBe(
      "Not Sun.",
    );
    expect(wishWords({ ...none, place: "WORK" })).toBe("Not at work.");
    expect(wishWords(none)).toBe("");
  });
});
