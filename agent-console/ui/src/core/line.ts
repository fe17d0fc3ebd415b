import type { LineState } from "../wire/desk";
import type { DeskPhone } from "../wire/http";

/// Whether sound arrives: not yet known, yes, or no.
export type Sound = "awaited" | "arrives" | "missing";

/// Where the page's own softphone is.
export type Softphone =
  | { readonly kind: "none" }
  | { readonly kind: "checkingMicrophone" }
  | { readonly kind: "microphoneFault"; readonly name: string }
  | { readonly kind: "registering" }
  | { readonly kind: "registered" }
  | { readonly kind: "inRoom"; readonly sound: Sound; readonly muted: boolean }
  | { readonly kind: "unreachable"; readonly cause: string };

export interface LineFace {
  readonly label: string;
  readonly ok: boolean;
  /// What is wrong and the mend, or what to do; empty when all is well.
  readonly advice: string;
  readonly canConnect: boolean;
}

/// How the agent's line stands, in words.
export function lineFace(phone: DeskPhone | null, soft: Softphone, line: LineState): LineFace {
  if (phone === null) {
    return { label: "Line: looking", ok: false, advice: "", canConnect: false };
  }
  switch (phone.kind) {
    case "BROWSER":
      return browserFace(soft, line);
    case "DESK":
      return deskFace(phone.line, line);
    case "PRACTICE":
      return practiceFace(line);
  }
}

/// The page's own softphone is not known to hear: whoever was brought to it might hear nobody.
export function isDeaf(phone: DeskPhone | null, soft: Softphone): boolean {
  return phone?.kind === "BROWSER" && !(soft.kind === "inRoom" && soft.sound === "arrives");
}

function practiceFace(line: LineState): LineFace {
  return {
    label:
      line === "UP"
        ? "Practice line up"
        : line === "RINGING"
          ? "Practice line rings"
          : "Practice line down",
    ok: line === "UP",
    advice:
      line === "UP" ? "" : "Practice: no telephone is needed. Connect the line, then go ready.",
    canConnect: line === "DOWN",
  };
}

function deskFace(number: string, line: LineState): LineFace {
  switch (line) {
    case "UP":
      return { label: "Desk phone connected", ok: true, advice: "", canConnect: false };
    case "RINGING":
      return {
        label: "Desk phone rings",
        ok: false,
        advice: `Pick up line ${number}.`,
        canConnect: false,
      };
    case "DOWN":
      return {
        label: "Desk phone down",
        ok: false,
        advice: `Connect the line, pick up line ${number} and leave it off the hook for the shift.`,
        canConnect: true,
      };
  }
}

function browserFace(soft: Softphone, line: LineState): LineFace {
  switch (soft.kind) {
    case "none":
    case "checkingMicrophone":
      return {
        label: "Checking microphone",
        ok: false,
        advice: "Allow the microphone when the browser asks.",
        canConnect: false,
      };
    case "microphoneFault":
      return {
        label: "No microphone",
        ok: false,
        advice: microphoneAdvice(soft.name),
        canConnect: false,
      };
    case "registering":
      return { label: "Softphone connecting", ok: false, advice: "", canConnect: false };
    case "unreachable":
      return {
        label: "Softphone offline",
        ok: false,
        advice: `The telephone server does not answer (${soft.cause}). It is tried again by itself.`,
        canConnect: false,
      };
    case "registered":
      return {
        label: line === "RINGING" ? "Line rings" : "Softphone ready",
        ok: false,
        advice: "Connect the line, then go ready.",
        canConnect: line === "DOWN",
      };
    case "inRoom":
      return inRoomFace(soft.sound, soft.muted);
  }
}

function inRoomFace(sound: Sound, muted: boolean): LineFace {
  switch (sound) {
    case "awaited":
      return { label: "Headset connecting", ok: false, advice: "", canConnect: false };
    case "arrives":
      return {
        label: muted ? "Headset muted" : "Headset connected",
        ok: true,
        advice: "",
        canConnect: false,
      };
    case "missing":
      return {
        label: "No sound arrives",
        ok: false,
        advice:
          "The line is up, but no sound arrives. If it stays so, reload the page or tell the " +
          "supervisor.",
        canConnect: false,
      };
  }
}

/// Names of getUserMedia's errors (W3C Media Capture, 10.6), and the mend.
export function microphoneAdvice(name: string): string {
  switch (name) {
    case "NotFoundError":
      return "No microphone was found. Plug in the headset; it is tried again by itself.";
    case "NotAllowedError":
      return "The browser may not use the microphone. Allow it beside the address, then reload.";
    case "NotReadableError":
      return "Another program holds the microphone. Close it; then unplug and plug in the headset.";
    case "MicrophoneEnded":
      return "The microphone went away during work. Plug in the headset again.";
    case "InsecureContext":
      return "The browser gives the microphone only to https pages. Ask the administrator.";
    default:
      return `The microphone does not work (${name}). Try another headset.`;
  }
}
