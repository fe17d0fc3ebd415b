import { backoffMillis } from "../core/backoff";
import type { ToPage } from "./frames";

export const pingMillis = 5_000;
/// Without a frame for this long the line counts as lost, whatever the browser thinks.
export const silenceMillisMax = 12_000;

export interface SocketWatcher {
  opened(): void;
  frame(frame: ToPage): void;
  /// @param retryInMillis until the next try
  lost(retryInMillis: number): void;
}

/// A socket that comes back by itself, until it is closed or the server says that it is dismissed.
export class LiveSocket<Sent> {
  private socket: WebSocket | null = null;
  private failures = 0;
  private closed = false;
  private heardAt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly beat: ReturnType<typeof setInterval>;

  constructor(
    private readonly path: string,
    private readonly watcher: SocketWatcher,
  ) {
    this.beat = setInterval(() => this.checkPulse(), pingMillis);
    window.addEventListener("online", this.retryNow);
    this.connect();
  }

  /// False when there is no line: the caller keeps what it wanted to say.
  send(frame: Sent): boolean {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(frame));
      return true;
    }
    return false;
  }

  close(): void {
    this.closed = true;
    clearInterval(this.beat);
    clearTimeout(this.retry);
    window.removeEventListener("online", this.retryNow);
    this.socket?.close(1000);
  }

  private readonly retryNow = (): void => {
    if (!this.closed && this.socket === null) {
      clearTimeout(this.retry);
      this.connect();
    }
  };

  private connect(): void {
    const url = new URL(this.path, window.location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(url);
    this.socket = socket;
    this.heardAt = performance.now();
    socket.onopen = () => this.watcher.opened();
    socket.onmessage = (message) => this.hear(JSON.parse(String(message.data)) as ToPage);
    socket.onclose = () => this.lose(socket);
  }

  private hear(frame: ToPage): void {
    this.failures = 0;
    this.heardAt = performance.now();
    if (frame.kind === "dismissed") {
      this.close();
    }
    this.watcher.frame(frame);
  }

  private checkPulse(): void {
    if (this.socket !== null && performance.now() - this.heardAt > silenceMillisMax) {
      this.socket.close();
      this.lose(this.socket);
    } else if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send('{"kind":"ping"}');
    }
  }

  private lose(socket: WebSocket): void {
    if (this.closed || this.socket !== socket) {
      return;
    }
    socket.onmessage = null;
    this.socket = null;
    this.failures += 1;
    const wait = backoffMillis(this.failures, Math.random());
    this.retry = setTimeout(() => this.connect(), wait);
    this.watcher.lost(wait);
  }
}
