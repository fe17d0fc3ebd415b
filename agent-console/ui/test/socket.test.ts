// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FromDesk, ToPage } from "../src/wire/frames";
import { LiveSocket, pingMillis, silenceMillisMax } from "../src/wire/socket";

/// A socket whose other end is the test.
class FakeSocket {
  static readonly OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: URL) {
    FakeSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.readyState = 3;
  }

  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  say(frame: ToPage): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

const pong: ToPage = { kind: "pong", at: "2026-03-02T20:15:00Z" };
const watcher = { opened: vi.fn(), frame: vi.fn(), lost: vi.fn() };
let live: LiveSocket<FromDesk>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.clearAllMocks();
  FakeSocket.made = [];
  live = new LiveSocket<FromDesk>("/ws/desk?campaign=1", watcher);
});

afterEach(() => {
  live.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function newest(): FakeSocket {
  return FakeSocket.made[FakeSocket.made.length - 1]!;
}

test("what is sent without a line is given back, not queued", () => {
  expect(live.send({ kind: "ping" })).toBe(false);
  newest().open();
  expect(live.send({ kind: "ping" })).toBe(true);
  expect(newest().sent).toEqual(['{"kind":"ping"}']);
});

test("a lost line is tried again, each time later, until one holds", () => {
  newest().onclose?.();
  const first = Number(watcher.lost.mock.calls[0]?.[0]);
  vi.advanceTimersByTime(first);
  expect(FakeSocket.made).toHaveLength(2);
  newest().onclose?.();
  newest().onclose?.();
  expect(watcher.lost).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(8_000);
  newest().open();
  newest().say(pong);
  expect(watcher.opened).toHaveBeenCalledTimes(1);
  expect(watcher.frame).toHaveBeenCalledWith(pong);
});

test("silence counts as loss, though the browser notices nothing", () => {
  newest().open();
  vi.advanceTimersByTime(silenceMillisMax + 2 * pingMillis);
  expect(watcher.lost).toHaveBeenCalled();
});

test("an answered ping keeps the line", () => {
  newest().open();
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(pingMillis);
    newest().say(pong);
  }
  expect(watcher.lost).not.toHaveBeenCalled();
});

test("a dismissed page does not come back by itself", () => {
  newest().open();
  newest().say({ kind: "dismissed", reason: "Another page took this desk." });
  newest().onclose?.();
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.made).toHaveLength(1);
});
