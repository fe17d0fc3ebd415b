import { describe, expect, test } from "vitest";
import { intentsAllowed, stateFace, stateTimer } from "../src/core/agent";
import { callFacts, urgentNext, urgentWords } from "../src/core/call";
import { missedFace, missedWords } from "../src/core/missed";
import { notReadyWords } from "../src/core/noCalls";
import { byHotKey, byPurpose, choices, searchChoices } from "../src/core/dispositions";
import { phoneKind, phoneStanding, placeWords } from "../src/core/person";
import { scriptFor } from "../src/core/script";
import { enoughProofs, proofs, proofsAsked } from "../src/core/verify";
import type { Desk } from "../src/wire/desk";
import type { ToPage } from "../src/wire/frames";
import type { Disposition } from "../src/wire/http";
import { golden } from "./golden";

const states = [
  "offline",
  "not-ready",
  "ready",
  "previewing",
  "dialing",
  "reserved",
  "talking-verified",
  "holding",
  "connection-lost",
  "wrapping-up",
];
const now = Date.parse("2026-03-02T20:15:00Z");

function desk(name: string): Desk {
  return golden<Extract<ToPage, { kind: "desk" }>>(`desk-${name}`).desk;
}

describe("every state the server can send", () => {
  test.each(states)("%s has its own face, a timer and its intents", (name) => {
    const { state } = desk(name);
    expect(stateFace(state).label).not.toBe("");
    expect(stateTimer(state, now).text).toMatch(/^\d\d:\d\d$/);
    expect(intentsAllowed(state)).toBeInstanceOf(Array);
  });

  test("no two look alike in word and shape", () => {
    const faces = states
      .map((name) => stateFace(desk(name).state))
      .map((f) => `${f.label} ${f.shape}`);
    expect(new Set(faces).size).toBe(states.length);
  });
});

describe("who is not ready", () => {
  const went = "The account on your screen went back: it was neither dialed nor skipped in time.";
  test.each([
    ["not-ready", "UP", "Go ready (F2) to take calls."],
    ["not-ready", "DOWN", "Connect your line, then go ready (F2)."],
    ["preview-ran-out", "UP", `${went} Go ready (F2) to take calls.`],
    ["preview-ran-out", "DOWN", `${went} Connect your line, then go ready (F2).`],
  ] as const)("%s, line %s, reads why and what to do", (name, line, words) =>
    expect(notReadyWords({ ...desk(name), line })).toBe(words),
  );
});

describe("the wrap-up timer", () => {
  const { state } = desk("wrapping-up");
  test.each([
    ["2026-03-02T20:15:25Z", "00:45", false, ""],
    ["2026-03-02T20:15:26Z", "00:46", true, "over 00:45"],
  ])("at %s shows %s, over target %s: %s", (at, text, over, overWords) =>
    expect(stateTimer(state, Date.parse(at))).toMatchObject({ text, over, overWords }),
  );
});

test("timers with a deadline count down to the server's deadline", () => {
  expect(stateTimer(desk("previewing").state, now).text).toBe("00:40");
  const lost = desk("connection-lost").state;
  expect(lost.kind === "connectionLost" && stateTimer(lost, Date.parse(lost.until)).text).toBe(
    "00:00",
  );
});

describe("the debt is nowhere before identity is verified", () => {
  test("neither in the screen nor in what is to be said", () => {
    const before = desk("talking-unverified");
    expect(before.call?.screen?.debt).toBeNull();
    const said = JSON.stringify(scriptFor(before, "A. Kim")?.lines);
    expect(said).not.toMatch(/debt|deuda|collect|\$/i);
  });

  test("after it the disclosure comes first, in the consumer's language", () => {
    const script = scriptFor(desk("talking-verified"), "A. Kim");
    expect(script?.language).toBe("es");
    expect(script?.lines.join(" ")).toContain("cobrar una deuda");
  });
});

describe("proofs", () => {
  const screen = desk("talking-unverified").call!.screen!;
  test.each([
    [[], false],
    [["FULL_NAME"], false],
    [["FULL_NAME", "DATE_OF_BIRTH"], false],
    [["DATE_OF_BIRTH", "ADDRESS", "NATIONAL_ID_LAST4"], false],
    [["FULL_NAME", "DATE_OF_BIRTH", "ADDRESS"], true],
  ])("%j are enough: %s", (ticked, enough) => expect(enoughProofs(screen, ticked)).toBe(enough));

  test.each([
    ["RINGING", /^Ask whoever answers; .*: the full name and 2 more\.$/],
    ["TALKING", /^Ask; tick/],
    ["ENDED", /^If the person proved it in the call, /],
  ] as const)("are asked for as the call stands: %s", (phase, words) =>
    expect(proofsAsked(phase, screen)).toMatch(words),
  );

  test("show the expected answer, or none when the house keeps it back", () => {
    expect(proofs(screen)[0]).toEqual({
      code: "FULL_NAME",
      label: "Full name",
      expected: "Maria Delgado",
    });
    const bare = { ...screen, person: { ...screen.person, bornOn: null } };
    expect(proofs(bare).find((proof) => proof.code === "DATE_OF_BIRTH")?.expected).toBe("");
  });
});

test("the call pane speaks of the consumer's clock and days", () => {
  const { call } = desk("talking-verified");
  const facts = callFacts(call!, call!.screen!, now);
  expect(facts).toMatchObject({
    number: "(212) 555-0142",
    localClock: "3:15 PM",
    localZone: "Eastern Time",
    otherClocks: ["2:15 PM (Central Time)", "10:15 AM (Hawaii-Aleutian Time)"],
    window: "9:00 PM",
    windowClosing: false,
    attempts: "this is 4 of 7",
    lastTalk: "Feb 12, 1:30 PM",
  });
});

describe("the end of the calling hours at 21:00", () => {
  const { call } = desk("talking-verified");
  test.each([
    ["2026-03-03T01:49:59Z", "9:00 PM", false],
    ["2026-03-03T01:50:01Z", "9:00 PM: closing", true],
    ["2026-03-03T01:59:59Z", "9:00 PM: closing", true],
    ["2026-03-03T02:00:00Z", "9:00 PM: closed", true],
  ])("is at %s told as %s", (at, window, windowClosing) =>
    expect(callFacts(call!, call!.screen!, Date.parse(at))).toMatchObject({
      window,
      windowClosing,
    }),
  );
});

describe("what is told at once", () => {
  test.each([
    ["ready", "talking-unverified", /connected.*Maria Delgado/i],
    ["talking-verified", "wrapping-up", /ended: the person hung up/],
    ["dialing", "not-ready", /Maria Delgado, \(212\) 555-0142: The number was busy\./],
    ["talking-verified", "connection-lost", /line broke/],
    ["talking-unverified", "talking-verified", /^$/],
  ])("from %s to %s", (before, after, words) =>
    expect(urgentWords(desk(before), desk(after))).toMatch(words),
  );
});

test.each([
  [null, ": handed over"],
  ["BUSY", ": the person hung up"],
])("whoever was called to take over and ended %j has it told%s", (ended, words) => {
  const before = desk("talking-verified");
  const after = desk("wrapping-up");
  const over = { ...after, call: { ...after.call!, transfer: { phone: 7, ended } } };
  expect(urgentWords(before, over)).toContain(`Call ended${words}.`);
});

test("an order of the supervisor is told at once, now or for after the call", () => {
  const out = { ...desk("talking-verified"), pauseAfterCall: "SUPERVISOR" as const };
  expect(urgentWords(desk("talking-verified"), out)).toMatch(/out after this call/);
  expect(urgentWords(out, out)).toBe("");
});

describe("what was told", () => {
  const told = "Call ended: the person hung up. Record the disposition.";
  test("stays while it is so", () => {
    const ended = desk("wrapping-up");
    expect(urgentNext("", desk("talking-verified"), ended)).toBe(told);
    expect(urgentNext(told, ended, { ...ended, helpWanted: true })).toBe(told);
  });

  test("is taken away when the disposition is recorded", () =>
    expect(urgentNext(told, desk("wrapping-up"), desk("ready"))).toBe(""));
});

describe("a number of the person", () => {
  test.each([
    ["LANDLINE", "HOME", "Home landline"],
    ["VOIP", "WORK", "Work VoIP line"],
    ["MOBILE", "MOBILE", "Mobile"],
    ["UNKNOWN", "MOBILE", "Mobile"],
    ["UNKNOWN", "OTHER", "Number"],
    ["TOLL_FREE", "OTHER", "Toll-free number"],
  ])("%s that rings at %s is called %s", (lineType, place, words) =>
    expect(phoneKind({ lineType, place })).toBe(words),
  );

  test.each([
    ["UNVERIFIED", "Not verified yet"],
    ["VERIFIED", "Verified"],
    ["DISCONNECTED", "Disconnected"],
    ["REASSIGNED", "Somebody else’s now"],
  ])("that is %s is called %s", (usable, words) => expect(phoneStanding({ usable })).toBe(words));

  test("of no known place has none", () =>
    expect([placeWords("HOME"), placeWords("OTHER")]).toEqual(["Home", ""]));
});

describe("a call that reached nobody", () => {
  const missed = desk("not-ready").missed!;
  test.each([
    ["BUSY", "NETWORK", "Busy"],
    ["RING_NO_ANSWER", "NETWORK", "No answer"],
    ["RING_NO_ANSWER", "AGENT", "Not reached"],
    ["RING_NO_ANSWER", "DIALER", "Broken off"],
    ["UNKNOWN", "DIALER", "Broken off"],
    ["VOICEMAIL_LEFT", "DIALER", "Machine"],
    ["NOT_IN_SERVICE", "NETWORK", "Bad number"],
    ["ANSWERED_DROPPED", "CONSUMER", "Hung up"],
    ["NEVER_PLACED", "", "Not placed"],
    ["SOMETHING_NEW", "", "Ended"],
  ] as const)("%s, hung up by %s, is called %s", (outcome, hungUpBy, title) =>
    expect(missedFace({ ...missed, outcome, hungUpBy }).title).toBe(title),
  );

  test("is not said to have rung in vain when it was declined", () => {
    const declined = { ...missed, outcome: "RING_NO_ANSWER", declined: true };
    expect(missedFace(declined).title).toBe("Declined");
    expect(missedFace({ ...declined, hungUpBy: "AGENT" }).title).toBe("Not reached");
  });

  test("says whom and where, as far as it is known", () => {
    expect(missedFace(missed).who).toBe("Maria Delgado, (212) 555-0142");
    expect(missedWords({ ...missed, name: "", number: null })).toBe("The number was busy.");
  });
});

test("the time on the phone goes on through a hold", () => {
  const { call } = desk("holding");
  expect(callFacts(call!, call!.screen!, now).onThePhone).toBe("00:30");
});

describe("dispositions", () => {
  const row = golden<Disposition[]>("http-dispositions")[0]!;
  const all: Disposition[] = [
    row,
    {
      ...row,
      code: "WRONG_NUMBER",
      label: "Wrong number",
      hotKey: 7,
      party: "THIRD",
      needsPromise: false,
    },
    {
      ...row,
      code: "CEASE",
      label: "Stop contact",
      hotKey: null,
      party: "ANY",
      needsPromise: false,
      holdCode: "CEASE",
    },
  ];

  test("that need the consumer are barred until verified, the others after", () => {
    expect(choices(all, false).map((c) => c.barred === "")).toEqual([false, true, true]);
    expect(choices(all, true).map((c) => c.barred === "")).toEqual([true, false, true]);
  });

  test("are found by key, by purpose and by words", () => {
    const shown = choices(all, false);
    expect(byHotKey(shown, 7)?.disposition.code).toBe("WRONG_NUMBER");
    expect(byHotKey(shown, 3)).toBeNull();
    expect(byPurpose(shown, "cease")?.disposition.code).toBe("CEASE");
    expect(byPurpose(shown, "promise")?.disposition.code).toBe("PROMISE");
    expect(searchChoices(shown, "num wro").map((c) => c.disposition.code)).toEqual([
      "WRONG_NUMBER",
    ]);
    expect(searchChoices(shown, "")[0]?.disposition.code).toBe("WRONG_NUMBER");
  });
});
