import { describe, expect, test } from "vitest";
import { formatStamp, stamped } from "../src/core/time";
import { actorWords, kindWords, olderWords, particulars } from "../src/core/timeline";
import type { Moment } from "../src/wire/audit";

const moment = (text: string): Moment => ({
  at: "2026-11-22T15:22:48.623148Z",
  kind: "dial.refused",
  actor: "agent:8",
  attempt: null,
  text,
});

describe("a person's timeline", () => {
  test("tells the second on the reader's clock", () => {
    expect(formatStamp("2026-11-22T15:22:48.623148Z", "America/New_York")).toBe(
      "2026-11-22 10:22:48",
    );
    expect(formatStamp("2026-07-22T04:05:06Z", "America/New_York")).toBe("2026-07-22 00:05:06");
  });

  test("tells an instant within a text so too", () => {
    const text = "2026-11-22T15:22:48.623148Z CONVERSATION, 2026-11-21T15:22Z BUSY";
    expect(stamped(text, "UTC")).toEqual([
      "",
      "2026-11-22 15:22:48",
      " CONVERSATION, ",
      "2026-11-21 15:22:00",
      " BUSY",
    ]);
    expect(stamped("none", "UTC")).toEqual(["none"]);
  });

  test("tells what was done in words", () => {
    expect(kindWords("dial.permitted")).toBe("Call allowed");
    expect(kindWords("hold.set")).toBe("Hold set");
    expect(kindWords("note")).toBe("Note");
  });

  test("tells particulars by names in words, and spans in seconds", () => {
    const detail = {
      conversedAt: "2026-11-22T15:22:48Z",
      waited_ms: 1_240,
      retryMinutes: 30,
      hung_up_by: "AGENT",
    };
    expect(particulars(moment(JSON.stringify(detail)), "UTC")).toBe(
      "spoke from 2026-11-22 15:22:48 · waited 1.2 s · retry minutes 30 · hung up by agent",
    );
    expect(kindWords("call.came-in")).toBe("Rang us, and nobody took it");
  });

  test("tells who did it by name", () => {
    const agents = [{ id: 8, name: "A. Kim" }];
    expect(actorWords("agent:8", agents)).toBe("A. Kim");
    expect(actorWords("agent:9", agents)).toBe("agent 9");
    expect(actorWords("program", agents)).toBe("the program");
    expect(actorWords("A. Kim", agents)).toBe("A. Kim");
  });

  test("tells the particulars without hashes and numbers of rows", () => {
    const detail = {
      decision: 71,
      facts_sha256: "ab",
      mode: "PREDICTIVE",
      next_allowed_at: "2026-11-22T15:22:48Z",
      phone: 11750,
      rules: ["HOUSE-GAP", "US-FED-7IN7"],
      rulebooks: "us-federal 2026.2",
      rulebooks_sha256: "cd",
      tzdb: "2026b",
      recorded: false,
    };
    expect(particulars(moment(JSON.stringify(detail)), "UTC")).toBe(
      "mode predictive · next allowed at 2026-11-22 15:22:48 · rules HOUSE-GAP, US-FED-7IN7" +
        " · recorded no",
    );
    expect(particulars(moment("Pays on Friday."), "UTC")).toBe("Pays on Friday.");
    expect(particulars(moment("{}"), "UTC")).toBe("");
  });
});

test("a timeline that was cut says so", () => {
  expect(olderWords(299)).toBe("");
  expect(olderWords(300)).toMatch(/newest 300/);
});
