import { describe, expect, test } from "vitest";
import { backoffMillis, backoffMillisMax } from "../src/core/backoff";
import { isDeaf, lineFace, microphoneAdvice, type Softphone } from "../src/core/line";
import type { DeskPhone } from "../src/wire/http";
import { golden } from "./golden";

const browser = golden<DeskPhone>("http-phone-browser");
const desk = golden<DeskPhone>("http-phone-desk");
const practice = golden<DeskPhone>("http-phone-practice");
const none: Softphone = { kind: "none" };

describe("the line is well only when sound can flow", () => {
  test.each<[Softphone, boolean]>([
    [{ kind: "checkingMicrophone" }, false],
    [{ kind: "microphoneFault", name: "NotFoundError" }, false],
    [{ kind: "registered" }, false],
    [{ kind: "inRoom", sound: "awaited", muted: false }, false],
    [{ kind: "inRoom", sound: "missing", muted: false }, false],
    [{ kind: "inRoom", sound: "arrives", muted: false }, true],
    [{ kind: "inRoom", sound: "arrives", muted: true }, true],
  ])("%j", (soft, ok) => {
    expect(lineFace(browser, soft, "UP").ok).toBe(ok);
    expect(isDeaf(browser, soft)).toBe(!ok);
  });

  test("a desk phone and the practice line are the server's to say", () => {
    expect(lineFace(desk, none, "UP").ok).toBe(true);
    expect(isDeaf(desk, none)).toBe(false);
    expect(isDeaf(practice, none)).toBe(false);
    expect(lineFace(practice, none, "UP").ok).toBe(true);
    expect(lineFace(practice, none, "DOWN")).toMatchObject({ ok: false, canConnect: true });
  });
});

describe("each microphone error has its own mend", () => {
  const names = [
    "NotFoundError",
    "NotAllowedError",
    "NotReadableError",
    "MicrophoneEnded",
    "InsecureContext",
  ];
  test.each(names)("%s", (name) => expect(microphoneAdvice(name)).not.toContain(name));
  test("an unknown one is named", () => expect(microphoneAdvice("OddError")).toContain("OddError"));
});

describe("waiting before the next try", () => {
  test.each([
    [1, 0, 125],
    [1, 1, 250],
    [2, 1, 500],
    [6, 1, 8_000],
    [60, 1, backoffMillisMax],
    [60, 0, backoffMillisMax / 2],
  ])("try %d with chance %d waits %d ms", (failures, chance, millis) =>
    expect(backoffMillis(failures, chance)).toBe(millis),
  );
});
