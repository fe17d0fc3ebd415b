import { Button } from "@mantine/core";
import { memo, type ReactNode, useState } from "react";
import { intentsAllowed } from "../core/agent";
import { attemptsInSevenDaysMax, callFacts } from "../core/call";
import { waitingFor } from "../core/page";
import type { CallInFront, Desk, Screen } from "../wire/desk";
import type { Intent } from "../wire/frames";
import { BarForm } from "./BarForm";
import type { DeskView } from "./deskView";
import { Fold } from "./Fold";
import { LeaveMessage } from "./LeaveMessage";
import { NewNumber } from "./NewNumber";
import { SaysPlace } from "./SaysPlace";
import { TransferForm } from "./TransferForm";
import { useNow } from "./useNow";
import { useSteady } from "./useSteady";

interface Props {
  readonly view: DeskView;
  readonly desk: Desk;
  readonly call: CallInFront;
}

/// The left pane: the number, the clocks and the controls of the call.
export function CallPane({ view, desk, call }: Props) {
  return (
    <section className="pane call-pane" aria-label="Call">
      {call.screen === null ? (
        <p className="dim">The account is being loaded…</p>
      ) : (
        <Facts view={view} call={call} screen={call.screen} />
      )}
      {call.phase === "PREVIEW" || call.phase === "ENDED" ? null : (
        <Controls view={view} desk={desk} call={call} />
      )}
      {call.screen === null || !mayLeaveMessage(call) ? null : (
        <LeaveMessage
          key={`message-${call.attempt}`}
          csrf={view.me.csrf}
          attempt={call.attempt}
          language={call.screen.person.language}
        />
      )}
      {call.attempt !== null && call.verified && isWithAgent(call) ? (
        <TransferForm
          key={`transfer-${call.attempt}`}
          view={view}
          call={call}
          attempt={call.attempt}
        />
      ) : null}
      {call.screen === null || call.attempt === null ? null : (
        <NewNumber
          key={`number-${call.attempt}-${call.verified}`}
          csrf={view.me.csrf}
          attempt={call.attempt}
          verified={call.verified}
        />
      )}
      {call.screen === null || call.attempt === null ? null : (
        <SaysPlace
          key={`place-${call.attempt}`}
          csrf={view.me.csrf}
          attempt={call.attempt}
          verified={call.verified}
        />
      )}
      {call.screen === null ? null : (
        <StopCalls key={`${call.attempt}`} view={view} call={call} screen={call.screen} />
      )}
    </section>
  );
}

/// A machine may still be on the line: nobody who was verified is.
function mayLeaveMessage(call: CallInFront): call is CallInFront & { readonly attempt: number } {
  return call.attempt !== null && call.phase !== "ENDED" && !call.verified;
}

function isWithAgent(call: CallInFront): boolean {
  return call.phase === "TALKING" || call.phase === "ON_HOLD";
}

function Facts({ view, call, screen }: { view: DeskView; call: CallInFront; screen: Screen }) {
  const facts = callFacts(call, screen, useNow(view.now));
  const full = screen.dialed.attemptsInWindow >= attemptsInSevenDaysMax;
  return (
    <>
      <div>
        <div className="eyebrow">{facts.phase}</div>
        {facts.onThePhone === "" ? null : (
          <div className="on-the-phone">
            On the phone <span className="strong">{facts.onThePhone}</span>
          </div>
        )}
        <div className="number">{facts.number}</div>
        <div className="dim">{facts.place}</div>
      </div>
      <dl className="facts">
        <Fact name={`Consumer’s time (${facts.localZone})`} lines={facts.otherClocks.length > 0}>
          <span className="clock">{facts.localClock}</span>
          {facts.otherClocks.map((clock) => (
            <div key={clock}>or {clock}</div>
          ))}
        </Fact>
        <Fact name="May call until">
          <span className={facts.windowClosing ? "act" : ""}>{facts.window}</span>
        </Fact>
        <Fact name="Calls in 7 days">
          <span className={full ? "act" : ""}>{facts.attempts}</span>
        </Fact>
        <Fact name="Last talk">{facts.lastTalk}</Fact>
      </dl>
      {call.phase === "PREVIEW" ? null : (
        <div className="why">
          <div className="eyebrow">Why this call</div>
          {facts.why}
        </div>
      )}
    </>
  );
}

/// What the person asks for in the call acts at once, before the wrap-up.
function StopCalls({ view, call, screen }: { view: DeskView; call: CallInFront; screen: Screen }) {
  const [told, setTold] = useState("");
  return (
    <Fold title="Stop calls…">
      <BarForm
        csrf={view.me.csrf}
        account={screen.account}
        phones={screen.person.phones}
        attempt={call.attempt}
        done={async () => setTold("It is in force.")}
      />
      <div role="status" className="dim">
        {told}
      </div>
    </Fold>
  );
}

/// @param lines whether what it says has several lines, which then stand below its name
function Fact({
  name,
  children,
  lines = false,
}: {
  name: string;
  children: ReactNode;
  lines?: boolean;
}) {
  return (
    <div className={lines ? "lines" : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Controls({ view, desk, call }: Props) {
  const held = desk.state.kind === "holding";
  const paused = call.recording === "PAUSED";
  const phone = view.softphone.state;
  return (
    <div className="controls" role="group" aria-label="Call controls">
      {phone.kind === "inRoom" ? (
        <Button
          variant={phone.muted ? "filled" : "default"}
          aria-pressed={phone.muted}
          onClick={view.softphone.toggleMute}
        >
          {phone.muted ? "Muted" : "Mute"}&nbsp;<kbd>F6</kbd>
        </Button>
      ) : null}
      <Control
        view={view}
        intent={held ? { kind: "resume" } : { kind: "hold" }}
        label={held ? "Resume" : "Hold"}
        keys="⇧F6"
      />
      <Control
        view={view}
        keys="F7"
        intent={paused ? { kind: "resumeRecording" } : { kind: "pauseRecording" }}
        label={paused ? "Resume recording" : "Pause recording"}
        pointless={call.recording === "NOT"}
      />
      {phone.kind === "inRoom" ? (
        <Button variant="default" onClick={() => view.panels.show("keypad", true)}>
          Keypad&nbsp;<kbd>F8</kbd>
        </Button>
      ) : null}
      <Control view={view} intent={{ kind: "hangUp" }} label="End call" keys="F4" heavy />
    </div>
  );
}

interface ControlProps {
  readonly view: DeskView;
  readonly intent: Intent;
  readonly label: string;
  readonly keys: string;
  readonly heavy?: true;
  /// There is nothing that it could do now.
  readonly pointless?: boolean;
}

function Control({ view, intent, label, keys, heavy, pointless }: ControlProps) {
  const state = view.page.desk?.state;
  const allowed =
    pointless !== true && state !== undefined && intentsAllowed(state).includes(intent.kind);
  return (
    <ControlButton
      label={label}
      keys={keys}
      heavy={heavy}
      allowed={allowed}
      busy={waitingFor(view.page, intent.kind)}
      press={useSteady(() => view.actions.ask(intent))}
    />
  );
}

interface ControlButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly heavy: true | undefined;
  readonly allowed: boolean;
  readonly busy: boolean;
  readonly press: () => void;
}

const ControlButton = memo(function ControlButton(props: ControlButtonProps) {
  return (
    <Button
      variant="default"
      className={props.heavy === undefined ? "" : "end-call"}
      disabled={!props.allowed}
      loading={props.busy}
      onClick={props.press}
    >
      {props.label}&nbsp;<kbd>{props.keys}</kbd>
    </Button>
  );
});
