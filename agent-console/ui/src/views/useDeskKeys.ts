import { useRef } from "react";
import { intentsAllowed } from "../core/agent";
import { byHotKey, byPurpose, type Choice, choices } from "../core/dispositions";
import type { Command, Tab } from "../core/keys";
import { lineFace } from "../core/line";
import { waitingFor } from "../core/page";
import { enoughProofs } from "../core/verify";
import type { Intent } from "../wire/frames";
import { type DeskView, focusOn } from "./deskView";
import { take } from "./Dispositions";
import { useKeys } from "./useKeys";
import { verify, wrongParty } from "./VerifyPane";
import { save } from "./WrapUpPane";

const hangUpMillisMin = 1_000;

/// The keys of the agent's page.
export function useDeskKeys(view: DeskView): void {
  const hungUpAt = useRef(0);
  useKeys((command) => {
    if (command.kind === "hangUp" && view.now() - hungUpAt.current < hangUpMillisMin) {
      return true;
    }
    if (command.kind === "hangUp") {
      hungUpAt.current = view.now();
    }
    return perform(view, command);
  });
}

function perform(view: DeskView, command: Command): boolean {
  switch (command.kind) {
    case "readiness":
      return readiness(view);
    case "dial":
      return ask(view, { kind: "dialPreview" });
    case "hangUp":
      return ask(view, { kind: "hangUp" });
    case "mute":
      view.softphone.toggleMute();
      return true;
    case "hold":
      return ask(view, { kind: view.page.desk?.state.kind === "holding" ? "resume" : "hold" });
    case "recording":
      return ask(view, {
        kind: view.page.desk?.call?.recording === "PAUSED" ? "resumeRecording" : "pauseRecording",
      });
    case "keypad":
      view.panels.show("keypad", view.softphone.state.kind === "inRoom");
      return true;
    case "help":
      return ask(view, { kind: "askForHelp", wanted: !(view.page.desk?.helpWanted ?? false) });
    case "shortcuts":
      view.panels.show("shortcuts", true);
      return true;
    case "search":
      focusOn("search");
      return true;
    case "chord":
      return false;
    case "tab":
      return openTab(view, command.tab);
    case "disposition":
    case "allDispositions":
    case "purpose":
    case "note":
    case "script":
    case "save":
    case "verified":
    case "wrongParty":
      return view.page.desk?.call == null ? false : onTheCall(view, command);
  }
}

type CallCommand = Extract<
  Command,
  {
    kind:
      | "disposition"
      | "allDispositions"
      | "purpose"
      | "note"
      | "script"
      | "save"
      | "verified"
      | "wrongParty";
  }
>;

function onTheCall(view: DeskView, command: CallCommand): boolean {
  const call = view.page.desk?.call ?? null;
  const shown = choices(view.dispositions, call?.verified ?? false);
  switch (command.kind) {
    case "disposition":
      return pick(view, byHotKey(shown, command.digit));
    case "purpose":
      return pick(view, byPurpose(shown, command.purpose));
    case "allDispositions":
      view.panels.show("allDispositions", true);
      focusOn("disposition-search");
      return true;
    case "note":
      focusOn("note");
      return true;
    case "script":
      focusOn("script");
      return true;
    case "save":
      save(view, command.next);
      return true;
    case "verified":
      return tryVerify(view);
    case "wrongParty":
      if (call?.verified === false) {
        wrongParty(view);
      }
      return true;
  }
}

function tryVerify(view: DeskView): boolean {
  const call = view.page.desk?.call ?? null;
  if (call === null || call.screen === null || call.verified) {
    return false;
  }
  if (enoughProofs(call.screen, view.page.draft.proofs)) {
    verify(view, call);
  } else {
    view.actions.notice("Tick what the person has proved first.");
  }
  return true;
}

function openTab(view: DeskView, tab: Tab): boolean {
  const screen = view.page.desk?.call?.screen ?? null;
  if (screen === null) {
    return false;
  }
  if (screen.debt === null && tab !== "person") {
    view.actions.notice("The debt is shown once identity is verified.");
  } else {
    view.panels.showTab(tab);
  }
  return true;
}

function pick(view: DeskView, choice: Choice | null): boolean {
  if (choice !== null) {
    take(view, choice);
  }
  return true;
}

function readiness(view: DeskView): boolean {
  if (view.page.desk?.state.kind !== "notReady") {
    view.panels.show("pauses", true);
    return true;
  }
  if (view.page.desk.line === "UP") {
    return ask(view, { kind: "goReady" });
  }
  return connect(view);
}

/// Without a line nobody can be ready: the key brings it up first.
function connect(view: DeskView): boolean {
  const desk = view.page.desk;
  if (desk === null) {
    return false;
  }
  if (lineFace(view.phone, view.softphone.state, desk.line).canConnect) {
    return ask(view, { kind: "callMyLine" });
  }
  view.actions.notice("Your line is not up yet. Press F2 again when it is.");
  return true;
}

function ask(view: DeskView, intent: Intent): boolean {
  const state = view.page.desk?.state;
  if (
    state !== undefined &&
    intentsAllowed(state).includes(intent.kind) &&
    !waitingFor(view.page, intent.kind)
  ) {
    view.actions.ask(intent);
  }
  return true;
}
