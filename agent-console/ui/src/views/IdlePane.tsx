import { stateDetail, stateFace, stateTimer } from "../core/agent";
import { noCallsWords, notReadyWords } from "../core/noCalls";
import type { Desk } from "../wire/desk";
import { ManualDial } from "./ManualDial";
import type { DeskView } from "./deskView";
import { Mark } from "./Mark";
import { MissedCall } from "./MissedCall";
import { useNow } from "./useNow";

function comesWords(desk: Desk): string {
  return desk.mode === "PREVIEW"
    ? "The next account is shown to you; you decide whether to dial it."
    : "The next call comes by itself, with its account.";
}

/// Between calls: where the agent stands, what to do, and a search to dial by hand.
export function IdlePane({ view, desk }: { view: DeskView; desk: Desk }) {
  const face = stateFace(desk.state);
  return (
    <main className="desk-idle">
      <section className="pane idle-state" aria-label="Your state">
        <span className={`tone-${face.tone}`}>
          <Mark shape={face.shape} size={44} />
        </span>
        <div className="idle-name">
          {face.label}
          {stateDetail(desk.state) === "" ? "" : `: ${stateDetail(desk.state)}`}
        </div>
        <IdleTime view={view} desk={desk} />
        <p className="dim">{whatNow(desk)}</p>
        {desk.missed === null ? null : <MissedCall missed={desk.missed} />}
        <p className="dim">
          <kbd>?</kbd> lists all keys
        </p>
      </section>
      <ManualDial view={view} desk={desk} />
    </main>
  );
}

function IdleTime({ view, desk }: { view: DeskView; desk: Desk }) {
  return <div className="idle-time">{stateTimer(desk.state, useNow(view.now)).text}</div>;
}

function whatNow(desk: Desk): string {
  switch (desk.state.kind) {
    case "notReady":
      return notReadyWords(desk);
    case "ready":
      return desk.noCalls === null ? comesWords(desk) : noCallsWords(desk.noCalls);
    case "dialing":
    case "reserved":
      return "A call is coming.";
    case "offline":
      return "Your desk is closed.";
    case "previewing":
    case "talking":
    case "holding":
    case "connectionLost":
    case "wrappingUp":
      return "The account is being loaded.";
  }
}
