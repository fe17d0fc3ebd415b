import { Button } from "@mantine/core";
import { intentsAllowed, onCall, pauseLabel, stateDetail, stateFace, stateTimer } from "../core/agent";
import { takenOut } from "../core/call";
import { lineFace } from "../core/line";
import { waitingFor } from "../core/page";
import { sentenceCase } from "../core/words";
import type { Desk } from "../wire/desk";
import type { DeskView } from "./deskView";
import { Face, Mark } from "./Mark";
import { ReadyButton } from "./ReadyButton";
import { endSession, TopMenu } from "./TopMenu";
import { useNow } from "./useNow";

interface Props {
  readonly view: DeskView;
  readonly toFloor: (() => void) | null;
  readonly toCampaigns: (() => void) | null;
  readonly loggedOut: () => void;
}

const floor = "Floor";

/// The bar that always shows: state and its timer, campaign, line, recording, help.
export function StateBar({ view, toFloor, toCampaigns, loggedOut }: Props) {
  const { desk } = view.page;
  const leave = () => {
    view.actions.ask({ kind: "logOut" });
    void endSession(view.me, loggedOut);
  };
  const later = () => view.actions.ask({ kind: "pause", reason: "LOGGING_OUT" });
  const change = () => {
    view.actions.ask({ kind: "logOut" });
    toCampaigns?.();
  };
  /// Whoever goes to look at the floor does not stay on it as an agent.
  const look = () => {
    if (mayLeave) {
      view.actions.ask({ kind: "logOut" });
    }
    toFloor?.();
  };
  const mayLeave = desk === null || intentsAllowed(desk.state).includes("logOut");
  const ways = [
    ...(toFloor === null ? [] : [{ label: floor, go: look }]),
    ...(toCampaigns === null ? [] : [{ label: "Change campaign", go: change }]),
  ];
  return (
    <header className="bar">
      {desk === null ? (
        <h1 className="bar-state">Rightparty</h1>
      ) : (
        <BarFacts view={view} desk={desk} />
      )}
      <TopMenu
        me={view.me}
        others={mayLeave ? ways : ways.filter((way) => way.label === floor)}
        shortcuts={() => view.panels.show("shortcuts", true)}
        logOut={mayLeave ? leave : later}
        logOutLabel={
          desk !== null && onCall(desk.state) ? "Log out after this call" : "Log out"
        }
      />
    </header>
  );
}

function BarFacts({ view, desk }: { view: DeskView; desk: Desk }) {
  const line = lineFace(view.phone, view.softphone.state, desk.line);
  const detail = stateDetail(desk.state);
  return (
    <>
      <h1 className="bar-state">
        <Face face={stateFace(desk.state)} />
        {detail === "" ? null : <span className="dim">{detail}</span>}
        <Timer view={view} desk={desk} />
      </h1>
      <ReadyButton view={view} desk={desk} />
      {desk.pauseAfterCall === null || takenOut(desk) ? null : (
        <span className="bar-fact watch">Then: {pauseLabel(desk.pauseAfterCall)}</span>
      )}
      <span className="bar-campaign" title={desk.campaignName}>
        <span className="dim">Campaign</span> {desk.campaignName}{" "}
        <span className="dim">({sentenceCase(desk.mode).toLowerCase()})</span>
      </span>
      <span className={`bar-fact ${line.ok ? "tone-good" : "tone-act"}`}>
        <Mark shape={line.ok ? "circle" : "bang"} size={11} /> {line.label}
      </span>
      <Recording desk={desk} />
      <Help view={view} desk={desk} />
    </>
  );
}

function Timer({ view, desk }: { view: DeskView; desk: Desk }) {
  const timer = stateTimer(desk.state, useNow(view.now));
  return (
    <span className={timer.over ? "watch" : ""}>
      {timer.text}
      <span className="unseen"> {timer.words}</span>
      {timer.over ? ` ${timer.overWords}` : ""}
    </span>
  );
}

function Recording({ desk }: { desk: Desk }) {
  if (desk.call === null || (desk.call.phase !== "TALKING" && desk.call.phase !== "ON_HOLD")) {
    return null;
  }
  switch (desk.call.recording) {
    case "RUNNING":
      return (
        <span className="bar-fact tone-act">
          <Mark shape="circle" size={11} /> Recording
        </span>
      );
    case "PAUSED":
      return (
        <span className="bar-fact tone-watch">
          <Mark shape="bars" size={11} /> Recording paused
        </span>
      );
    case "NOT":
      return (
        <span className="bar-fact dim">
          {desk.call.announce ? "Not recorded until you have said so" : "Not recorded"}
        </span>
      );
  }
}

function Help({ view, desk }: { view: DeskView; desk: Desk }) {
  return (
    <Button
      size="xs"
      className="bar-help"
      variant={desk.helpWanted ? "filled" : "default"}
      aria-pressed={desk.helpWanted}
      loading={waitingFor(view.page, "askForHelp")}
      onClick={() => view.actions.ask({ kind: "askForHelp", wanted: !desk.helpWanted })}
    >
      {desk.helpWanted ? "Supervisor called" : "Call supervisor"}&nbsp;<kbd>F9</kbd>
    </Button>
  );
}
