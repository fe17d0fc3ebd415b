import type { UA } from "jssip/lib/UA";
import { backoffMillis } from "../core/backoff";

/// A telephone server that is starting takes connections and drops what it is told over them. JsSIP
/// would wait half a minute for the answer to a REGISTER, and not ask again when none came.
export const answerMillisMax = 4_000;

/// Tries do not become rarer after so many: one every two to four seconds.
const doublingsMax = 5;

/// One user agent with a connection of its own.
export interface Agency {
  readonly ua: UA;
  /// Closes the connection at once, whatever is still to be said over it.
  cut(): void;
}

export interface RegistrationWatcher {
  registered(): void;
  /// Tried again by itself. Calls over it have ended.
  lost(cause: string): void;
}

/// A registration that comes back by itself, over a new connection each time, until it is stopped.
export class Registration {
  private agency: Agency | null = null;
  private held = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly made: () => Agency,
    private readonly watcher: RegistrationWatcher,
  ) {
    this.open();
  }

  get isHeld(): boolean {
    return this.held;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.held = false;
    const last = this.agency;
    this.agency = null;
    last?.ua.stop();
  }

  private open(): void {
    const agency = this.made();
    const { ua } = agency;
    this.agency = agency;
    this.timer = setTimeout(() => this.lose(agency, "no answer"), answerMillisMax);
    ua.on("registered", () => this.hold(agency));
    ua.on("unregistered", () => this.lose(agency, "unregistered"));
    ua.on("registrationFailed", (e) => this.lose(agency, String(e.cause ?? "refused")));
    ua.on("disconnected", () => this.lose(agency, "no connection"));
    ua.start();
  }

  private hold(agency: Agency): void {
    if (this.agency === agency) {
      clearTimeout(this.timer);
      this.failures = 0;
      this.held = true;
      this.watcher.registered();
    }
  }

  /// What one that was given up still says is not heard.
  private lose(agency: Agency, cause: string): void {
    if (this.agency !== agency) {
      return;
    }
    clearTimeout(this.timer);
    this.agency = null;
    this.held = false;
    agency.ua.stop();
    agency.cut();
    this.failures += 1;
    const wait = backoffMillis(Math.min(this.failures, doublingsMax), Math.random());
    this.timer = setTimeout(() => this.open(), wait);
    this.watcher.lost(cause);
  }
}
