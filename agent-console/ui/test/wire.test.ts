import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FromDesk, FromFloor, ToPage } from "../src/wire/frames";
import { golden } from "./golden";

const fromServer: Record<ToPage["kind"], true> = {
  desk: true,
  draft: true,
  floor: true,
  answer: true,
  pong: true,
  dismissed: true,
};
const fromPage: Record<FromDesk["kind"] | FromFloor["kind"], true> = {
  ask: true,
  shown: true,
  draft: true,
  line: true,
  sound: true,
  ping: true,
};

const names = readdirSync(join(import.meta.dirname, "../../src/test/golden/wire"))
  .map((file) => file.replace(/\.json$/, ""))
  .filter((name) => !name.startsWith("http-") && !name.startsWith("order-"));

test.each(names)("the page knows the kind of %s", (name) => {
  const { kind } = golden<{ kind: string }>(name);
  expect(kind in fromServer || kind in fromPage).toBe(true);
});

test.each<[string, FromDesk | FromFloor]>([
  ["ping", { kind: "ping" }],
  ["floor-ping", { kind: "ping" }],
  ["line-ready", { kind: "line", ready: true }],
  ["sound-arrives", { kind: "sound", arrives: true }],
  ["shown", { kind: "shown", seq: 7, attempt: 81 }],
  ["ask-go-ready", { kind: "ask", ref: "r1", intent: { kind: "goReady" } }],
  ["ask-ask-for-help", { kind: "ask", ref: "r1", intent: { kind: "askForHelp", wanted: true } }],
])("what the page sends is what the server reads: %s", (name, frame) =>
  expect(frame).toEqual(golden(name)),
);
