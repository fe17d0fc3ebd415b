import { stateDetail, stateFace, stateTimer } from "../core/agent";
import type { AgentState, Desk } from "../wire/desk";
import { ManualDial } from "./ManualDial";
import type { DeskView } from "./deskView";
import { Mark } from "./Mark";

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
        <div className="idle-time">{stateTimer(desk.state, view.now).text}</div>
        <p className="dim">{whatNow(desk.state, desk.line === "UP")}</p>
        <p className="dim">
          <kbd>?</kbd> lists all keys
        </p>
      </section>
      <ManualDial view={view} desk={desk} />
    </main>
  );
}

function whatNow(state: AgentState, lineUp: boolean): string {
  switch (state.kind) {
    case "notReady":
      return lineUp ? "Go ready (F2) to take calls." : "Connect your line, then go ready (F2).";
    case "ready":
      return "The next call comes by itself, with its account.";
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
