import type { AgentState, PauseReason } from "../wire/desk";
import type { Intent } from "../wire/frames";
import { formatSpan, millisOf } from "./time";

/// Shape, word and tone together: no state is told by colour alone.
export type Shape =
  "circle" | "diamond" | "triangle" | "square" | "cross" | "ring" | "bang" | "bars";
export type Tone = "calm" | "good" | "busy" | "watch" | "act";

export interface StateFace {
  readonly label: string;
  readonly shape: Shape;
  readonly tone: Tone;
}

export const pauseReasons: readonly { readonly reason: PauseReason; readonly label: string }[] = [
  { reason: "BREAK", label: "Break" },
  { reason: "LUNCH", label: "Lunch" },
  { reason: "COACHING", label: "Coaching" },
  { reason: "MEETING", label: "Meeting" },
  { reason: "TRAINING", label: "Training" },
  { reason: "BACK_OFFICE", label: "Back office" },
  { reason: "COOL_DOWN", label: "Cool-down" },
  { reason: "TECHNICAL", label: "Technical" },
];

export function pauseLabel(reason: PauseReason): string {
  switch (reason) {
    case "LOGGED_IN":
      return "Logged in";
    case "LINE_LOST":
      return "Line lost";
    case "PREVIEW_RAN_OUT":
      return "Preview ran out";
    case "LOGGING_OUT":
      return "Log out";
    case "SUPERVISOR":
      return "taken out by your supervisor";
    case "BREAK":
    case "LUNCH":
    case "COACHING":
    case "MEETING":
    case "TRAINING":
    case "BACK_OFFICE":
    case "COOL_DOWN":
    case "TECHNICAL":
      return pauseReasons.find((known) => known.reason === reason)?.label ?? reason;
  }
}

export function stateFace(state: AgentState): StateFace {
  switch (state.kind) {
    case "offline":
      return { label: "Offline", shape: "ring", tone: "calm" };
    case "notReady":
      return { label: "Not ready", shape: "cross", tone: "calm" };
    case "ready":
      return { label: "Ready", shape: "diamond", tone: "good" };
    case "previewing":
      return { label: "Preview", shape: "circle", tone: "busy" };
    case "dialing":
      return { label: "Dialing", shape: "ring", tone: "busy" };
    case "reserved":
      return { label: "Connecting", shape: "ring", tone: "busy" };
    case "talking":
      return { label: "Talking", shape: "triangle", tone: "busy" };
    case "holding":
      return { label: "On hold", shape: "bars", tone: "watch" };
    case "connectionLost":
      return { label: "Line lost", shape: "bang", tone: "act" };
    case "wrappingUp":
      return { label: "Wrap-up", shape: "square", tone: "watch" };
  }
}

/// What the state bar says beside the state's name: the reason of a pause.
export function stateDetail(state: AgentState): string {
  return state.kind === "notReady" ? pauseLabel(state.reason) : "";
}

export interface Timer {
  readonly text: string;
  /// Past its target: shown with the words, not by colour alone.
  readonly over: boolean;
  /// "over 00:45", the target; empty while it is not over.
  readonly overWords: string;
  readonly words: string;
}

const within = { over: false, overWords: "" };

/// The state's timer on the server's clock: down where there is a deadline, up otherwise.
export function stateTimer(state: AgentState, nowMillis: number): Timer {
  const up = formatSpan(nowMillis - millisOf(state.since));
  const down = (until: string) => formatSpan(millisOf(until) - nowMillis);
  switch (state.kind) {
    case "connectionLost":
      return { ...within, text: down(state.until), words: "until the call is given up" };
    case "previewing":
      return state.until === null
        ? { ...within, text: up, words: "in preview" }
        : { ...within, text: down(state.until), words: "until the preview goes back" };
    case "wrappingUp": {
      if (nowMillis <= millisOf(state.target)) {
        return { ...within, text: up, words: "in wrap-up" };
      }
      const target = formatSpan(millisOf(state.target) - millisOf(state.since));
      return { text: up, over: true, overWords: `over ${target}`, words: "in wrap-up" };
    }
    case "offline":
    case "notReady":
    case "ready":
    case "dialing":
    case "reserved":
    case "talking":
    case "holding":
      return { ...within, text: up, words: "in this state" };
  }
}

/// What the agent may ask for in this state. The server has the last word.
export function intentsAllowed(state: AgentState): readonly Intent["kind"][] {
  switch (state.kind) {
    case "offline":
      return [];
    case "notReady":
      return ["callMyLine", "goReady", "pause", "dialManually", "askForHelp", "logOut"];
    case "ready":
      return ["pause", "dialManually", "askForHelp", "logOut"];
    case "previewing":
      return ["dialPreview", "skipPreview", "pause", "askForHelp"];
    case "dialing":
    case "reserved":
      return ["hangUp", "goReady", "pause", "askForHelp"];
    case "talking":
      return [
        "hangUp",
        "transfer",
        "cancelTransfer",
        "goReady",
        "hold",
        "pauseRecording",
        "resumeRecording",
        "announceRecording",
        "verifyIdentity",
        "pause",
        "askForHelp",
      ];
    case "holding":
      return [
        "hangUp",
        "cancelTransfer",
        "goReady",
        "resume",
        "pauseRecording",
        "resumeRecording",
        "announceRecording",
        "verifyIdentity",
        "pause",
        "askForHelp",
      ];
    case "connectionLost":
      return ["callMyLine", "goReady", "pause", "askForHelp"];
    case "wrappingUp":
      return ["callMyLine", "dispose", "verifyIdentity", "pause", "askForHelp"];
  }
}

/// Whether the agent is about to log out: the call after which they wanted to is over.
export function loggingOut(state: AgentState): boolean {
  return state.kind === "notReady" && state.reason === "LOGGING_OUT";
}

/// Whether a call is going on that the agent must not be torn from.
export function onCall(state: AgentState): boolean {
  switch (state.kind) {
    case "dialing":
    case "reserved":
    case "talking":
    case "holding":
    case "connectionLost":
    case "wrappingUp":
      return true;
    case "offline":
    case "notReady":
    case "ready":
    case "previewing":
      return false;
  }
}
