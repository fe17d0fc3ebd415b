import { describe, expect, test } from "vitest";
import { commandOf, type Keystroke } from "../src/core/keys";

const plain: Keystroke = {
  key: "",
  code: "",
  ctrl: false,
  alt: false,
  shift: false,
  inField: false,
  afterG: false,
};

function stroke(change: Partial<Keystroke>) {
  return commandOf({ ...plain, ...change });
}

describe("single letters", () => {
  test.each([
    ["v", "verified"],
    ["W", "wrongParty"],
    ["/", "search"],
    ["?", "shortcuts"],
    ["g", "chord"],
  ])("%s means %s outside fields and nothing inside", (key, kind) => {
    expect(stroke({ key })?.kind).toBe(kind);
    expect(stroke({ key, inField: true })).toBeNull();
  });
});

describe("keys with Alt work while typing, on any keyboard", () => {
  test.each([
    ["Digit1", { kind: "disposition", digit: 1 }],
    ["Numpad9", { kind: "disposition", digit: 9 }],
    ["Digit0", { kind: "allDispositions" }],
    ["KeyP", { kind: "purpose", purpose: "promise" }],
    ["KeyC", { kind: "purpose", purpose: "cease" }],
    ["KeyN", { kind: "note" }],
    ["KeyX", null],
  ])("Alt+%s", (code, command) =>
    expect(stroke({ key: "¡", code, alt: true, inField: true })).toEqual(command),
  );
});

test("Ctrl+Enter saves and goes ready, with Shift not ready", () => {
  const enter = { key: "Enter", ctrl: true, inField: true };
  expect(stroke(enter)).toEqual({ kind: "save", next: "READY" });
  expect(stroke({ ...enter, shift: true })).toEqual({ kind: "save", next: "NOT_READY" });
});

test("AltGr, which is Ctrl and Alt, types and commands nothing", () =>
  expect(stroke({ key: "@", code: "Digit2", ctrl: true, alt: true })).toBeNull());

test("F6 mutes, with Shift it holds, also while typing", () => {
  expect(stroke({ key: "F6", inField: true })?.kind).toBe("mute");
  expect(stroke({ key: "F6", shift: true, inField: true })?.kind).toBe("hold");
});

test("G and a letter opens a tab; the letter alone is itself", () => {
  expect(stroke({ key: "d", afterG: true })).toEqual({ kind: "tab", tab: "debt" });
  expect(stroke({ key: "v", afterG: true })).toBeNull();
  expect(stroke({ key: "d" })).toBeNull();
});
