import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backoffMillisFirst } from "../src/core/backoff";
import { type Agency, answerMillisMax, Registration } from "../src/wire/registration";

/// A user agent whose server is the test.
class FakeAgent {
  readonly listeners = new Map<string, (event: unknown) => void>();
  started = false;
  stopped = false;
  cut = false;

  on(event: string, listener: (event: unknown) => void): void {
    this.listeners.set(event, listener);
  }

  start(): void {
    this.started = true;
  }

  stop(): void {
    this.stopped = true;
    this.hears("disconnected");
  }

  hears(event: string, told: unknown = {}): void {
    this.listeners.get(event)?.(told);
  }
}

const watcher = { registered: vi.fn(), lost: vi.fn() };
let made: FakeAgent[];
let registration: Registration;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  made = [];
  registration = new Registration(() => {
    const agent = new FakeAgent();
    made.push(agent);
    return { ua: agent, cut: () => (agent.cut = true) } as unknown as Agency;
  }, watcher);
});

afterEach(() => {
  registration.stop();
  vi.useRealTimers();
});

function newest(): FakeAgent {
  return made[made.length - 1]!;
}

test("it holds from when the server says so, and is left alone", () => {
  expect(newest().started).toBe(true);
  expect(registration.isHeld).toBe(false);
  newest().hears("registered");
  expect(registration.isHeld).toBe(true);
  expect(watcher.registered).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10 * answerMillisMax);
  expect(made).toHaveLength(1);
  expect(watcher.lost).not.toHaveBeenCalled();
});

test("a REGISTER that nobody answers is asked again over a new connection", () => {
  newest().hears("connected");
  vi.advanceTimersByTime(answerMillisMax - 1);
  expect(watcher.lost).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(watcher.lost).toHaveBeenCalledWith("no answer");
  expect(made[0]).toMatchObject({ stopped: true, cut: true });
  vi.advanceTimersByTime(backoffMillisFirst);
  expect(made).toHaveLength(2);
  newest().hears("registered");
  expect(registration.isHeld).toBe(true);
});

test.each([
  ["disconnected", "no connection"],
  ["registrationFailed", "Authentication Error"],
  ["unregistered", "unregistered"],
])("after %s it comes back, each time later, until it holds", (event, cause) => {
  newest().hears("registered");
  newest().hears(event, { cause });
  expect(registration.isHeld).toBe(false);
  expect(watcher.lost).toHaveBeenCalledExactlyOnceWith(cause);
  vi.advanceTimersByTime(backoffMillisFirst);
  expect(made).toHaveLength(2);
  newest().hears(event, { cause });
  vi.advanceTimersByTime(249);
  expect(made).toHaveLength(2);
  vi.advanceTimersByTime(251);
  expect(made).toHaveLength(3);
  newest().hears("registered");
  expect(registration.isHeld).toBe(true);
});

test("what was given up is not heard any more", () => {
  newest().hears("disconnected");
  made[0]?.hears("registered");
  made[0]?.hears("registrationFailed", { cause: "late" });
  expect(registration.isHeld).toBe(false);
  expect(watcher.registered).not.toHaveBeenCalled();
  expect(watcher.lost).toHaveBeenCalledTimes(1);
});

test("one that is stopped does not come back and says nothing", () => {
  newest().hears("registered");
  registration.stop();
  vi.advanceTimersByTime(60_000);
  expect(made).toHaveLength(1);
  expect(made[0]?.stopped).toBe(true);
  expect(watcher.lost).not.toHaveBeenCalled();
});
