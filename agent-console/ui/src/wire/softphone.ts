import type * as JsSip from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";
import { type Hearing, heard, nothingYet } from "../core/hearing";
import type { Softphone } from "../core/line";
import type { DeskPhone } from "./http";
import { type Agency, Registration } from "./registration";

type BrowserLine = Extract<DeskPhone, { kind: "BROWSER" }>;

const registerSecondsMax = 60;
const statsMillis = 1_000;

export interface SoftphoneWatcher {
  changed(state: Softphone): void;
  /// Registered with a live microphone, or not any more.
  ready(ready: boolean): void;
  /// Sound arrives, or not any more.
  hears(arrives: boolean): void;
}

/// The telephone in the page: registers, answers the one call into the agent's room by itself and
/// stays there for the shift.
export class BrowserPhone {
  private registration: Registration | null = null;
  private session: RTCSession | null = null;
  private microphone: MediaStream | null = null;
  private muted = false;
  private hearing: Hearing = nothingYet;
  private stopped = false;
  private readonly ear = new Audio();
  private readonly stats: ReturnType<typeof setInterval>;

  constructor(
    private readonly line: BrowserLine,
    private readonly watcher: SoftphoneWatcher,
  ) {
    this.ear.autoplay = true;
    this.stats = setInterval(() => void this.listen(), statsMillis);
    navigator.mediaDevices?.addEventListener("devicechange", this.devicesChanged);
    void this.start();
  }

  toggleMute(): void {
    if (this.session !== null) {
      this.muted = !this.muted;
      this.muted ? this.session.mute({ audio: true }) : this.session.unmute({ audio: true });
      this.tell();
    }
  }

  /// Sends one key of the keypad to whoever is on the line (RFC 4733).
  press(key: string): void {
    this.session?.sendDTMF(key, { transportType: "RFC2833" as never });
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.stats);
    navigator.mediaDevices?.removeEventListener("devicechange", this.devicesChanged);
    this.registration?.stop();
    this.microphone?.getTracks().forEach((track) => track.stop());
  }

  private async start(): Promise<void> {
    if (await this.openMicrophone()) {
      await this.register();
    }
  }

  private async openMicrophone(): Promise<boolean> {
    this.watcher.changed({ kind: "checkingMicrophone" });
    if (navigator.mediaDevices === undefined) {
      return this.microphoneFails("InsecureContext");
    }
    try {
      const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
      this.microphone = await navigator.mediaDevices.getUserMedia({ audio });
      this.microphone.getAudioTracks()[0]?.addEventListener("ended", () => {
        this.microphone = null;
        this.microphoneFails("MicrophoneEnded");
      });
      return !this.stopped;
    } catch (failed) {
      return this.microphoneFails(failed instanceof DOMException ? failed.name : "UnknownError");
    }
  }

  private microphoneFails(name: string): false {
    this.watcher.changed({ kind: "microphoneFault", name });
    this.watcher.ready(false);
    return false;
  }

  private readonly devicesChanged = (): void => {
    if (this.microphone === null) {
      void this.openMicrophone().then((open) => (open ? this.takeMicrophone() : undefined));
    }
  };

  private async takeMicrophone(): Promise<void> {
    const track = this.microphone?.getAudioTracks()[0];
    const sender = this.session?.connection.getSenders().find((one) => one.track?.kind === "audio");
    if (track !== undefined && sender !== undefined) {
      await sender.replaceTrack(track);
    }
    if (this.registration === null) {
      await this.register();
    } else {
      this.tell();
      this.watcher.ready(this.registration.isHeld);
    }
  }

  private async register(): Promise<void> {
    this.watcher.changed({ kind: "registering" });
    const { default: JsSIP } = await import("jssip");
    if (this.stopped) {
      return;
    }
    this.registration = new Registration(() => this.agency(JsSIP), {
      registered: () => this.registered(),
      lost: (cause) => this.unreachable(cause),
    });
  }

  private agency(JsSIP: typeof JsSip): Agency {
    const socket = new JsSIP.WebSocketInterface(this.line.webSocketUrl);
    const ua = new JsSIP.UA({
      sockets: [socket],
      uri: this.line.uri,
      password: this.line.password,
      session_timers: false,
      register_expires: registerSecondsMax,
    });
    ua.on("newRTCSession", (e: { originator: unknown; session: RTCSession }) => this.ring(e));
    return { ua, cut: () => socket.disconnect() };
  }

  private registered(): void {
    this.tell();
    this.watcher.ready(this.microphone !== null);
  }

  /// Without the server no goodbye would ever come of the call that was up.
  private unreachable(cause: string): void {
    this.hungUp(this.session);
    this.watcher.ready(false);
    this.watcher.changed({ kind: "unreachable", cause });
  }

  private ring(e: { originator: unknown; session: RTCSession }): void {
    if (e.originator !== "remote") {
      return;
    }
    const session = e.session;
    session.on("peerconnection", ({ peerconnection }: { peerconnection: RTCPeerConnection }) => {
      peerconnection.addEventListener("track", (event) => {
        this.ear.srcObject = event.streams[0] ?? new MediaStream([event.track]);
      });
    });
    session.on("ended", () => this.hungUp(session));
    session.on("failed", () => this.hungUp(session));
    session.answer({
      mediaStream: this.microphone ?? undefined,
      mediaConstraints: { audio: true, video: false },
      pcConfig: { iceServers: this.line.iceHosts.map((urls) => ({ urls })) },
    } as Parameters<RTCSession["answer"]>[0]);
    this.session = session;
    this.hearing = nothingYet;
    this.watcher.hears(false);
    this.muted = false;
    this.tell();
  }

  private hungUp(session: RTCSession | null): void {
    if (session !== null && this.session === session) {
      this.session = null;
      this.watcher.hears(false);
      this.tell();
    }
  }

  private tell(): void {
    if (this.session !== null) {
      this.watcher.changed({ kind: "inRoom", sound: this.hearing.sound, muted: this.muted });
    } else {
      const held = this.registration?.isHeld === true;
      this.watcher.changed({ kind: held ? "registered" : "registering" });
    }
  }

  /// A call that is up proves no sound: count the packets that arrive.
  private async listen(): Promise<void> {
    const connection = this.session?.connection as RTCPeerConnection | null | undefined;
    if (!connection) {
      return;
    }
    let packets = 0;
    (await connection.getStats()).forEach((report: { type: string; packetsReceived?: number }) => {
      packets += report.type === "inbound-rtp" ? (report.packetsReceived ?? 0) : 0;
    });
    const before = this.hearing.sound;
    this.hearing = heard(this.hearing, packets);
    if (this.hearing.sound !== before) {
      this.watcher.hears(this.hearing.sound === "arrives");
      this.tell();
    }
  }
}
