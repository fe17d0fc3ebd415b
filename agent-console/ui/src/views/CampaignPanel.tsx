import { Button, NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import type { Shape, Tone } from "../core/agent";
import {
  abandonmentGauge,
  aimWords,
  campaignWords,
  counts,
  paceWords,
  waitsForAgents,
} from "../core/floor";
import { sentenceCase } from "../core/words";
import type { Mode } from "../wire/desk";
import type { CampaignLine, Order } from "../wire/floor";
import { AgentTable } from "./AgentTable";
import { AimForm } from "./AimForm";
import { Mark } from "./Mark";
import { NetworkTable } from "./NetworkTable";

interface Props {
  readonly line: CampaignLine;
  readonly nowMillis: number;
  readonly orders: boolean;
  readonly order: (order: Order) => void;
  /// "STALE 00:07" when the figures are old.
  readonly stale: string;
}

/// One campaign: its figures, its orders, its agents.
export function CampaignPanel({ line, nowMillis, orders, order, stale }: Props) {
  return (
    <section className="pane campaign" aria-label={line.name}>
      <div className="spread">
        <h2>{line.name}</h2>
        <span className="row">
          {stale === "" ? null : <span className="act">{stale}</span>}
          <Activity line={line} />
          <span className="dim">
            {sentenceCase(line.mode)}
            {line.mode === "PREDICTIVE" ? `: ${aimWords(line.aim)}` : ""}
          </span>
        </span>
      </div>
      <Figures line={line} />
      <Pace line={line} />
      {orders ? <Orders line={line} order={order} stale={stale !== ""} /> : null}
      <AgentTable
        line={line}
        nowMillis={nowMillis}
        stale={stale !== ""}
        pause={orders ? (agent) => order({ kind: "pauseAgent", agent }) : null}
      />
      <NetworkTable line={line} />
    </section>
  );
}

function Activity({ line }: { line: CampaignLine }) {
  const { shape, tone } = activityMark(line);
  return (
    <span className={`face tone-${tone}`}>
      <Mark shape={shape} />
      {campaignWords(line)}
    </span>
  );
}

function activityMark(line: CampaignLine): { readonly shape: Shape; readonly tone: Tone } {
  if (waitsForAgents(line)) {
    return { shape: "ring", tone: "calm" };
  }
  return line.activity === "RUNNING"
    ? { shape: "circle", tone: "good" }
    : { shape: line.activity === "DRAINING" ? "bars" : "square", tone: "watch" };
}

/// Why as many are dialed as are: the sentence, and behind it the figures.
function Pace({ line }: { line: CampaignLine }) {
  return (
    <div className="pace">
      <p>
        <span className="eyebrow">{line.noCalls === null ? "Pace" : "No calls"}</span>
        {paceWords(line)}
      </p>
      {line.paceFigures.length === 0 ? null : (
        <details>
          <summary>Figures behind it</summary>
          <dl className="figures">
            {line.paceFigures.map(({ name, value }) => (
              <Figure key={name} name={sentenceCase(name)}>
                {value}
              </Figure>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

const judgementMarks = {
  ok: { shape: "circle", tone: "good" },
  watch: { shape: "diamond", tone: "watch" },
  act: { shape: "square", tone: "act" },
} as const;

function Figures({ line }: { line: CampaignLine }) {
  const now = counts(line);
  const gauge = abandonmentGauge(line);
  const mark = judgementMarks[gauge.judgement];
  return (
    <dl className="figures">
      <Figure name={`Abandoned of ${figure(line.answered)} answered, dialed ahead, 30 days`}>
        <span className={`tone-${mark.tone}`}>
          <Mark shape={mark.shape} /> {gauge.share}
        </span>
        <small>
          {" "}
          {gauge.words} of {gauge.ceiling}
        </small>
      </Figure>
      <Figure name="Ringing">{line.ringing}</Figure>
      <Figure name="Waiting">
        <span className={line.waiting > 0 ? "act" : ""}>{line.waiting}</span>
      </Figure>
      <Figure name="Talking">{line.talking}</Figure>
      <Figure name="Ready">{now.ready}</Figure>
      {line.mode === "PREVIEW" ? <Figure name="In preview">{now.previewing}</Figure> : null}
      <Figure name="Wrap-up">{now.wrappingUp}</Figure>
      <Figure name="Not ready">{now.notReady}</Figure>
      <Figure name="Attempts today">{figure(line.attemptsToday)}</Figure>
      <Figure name="Answered today">{figure(line.answeredToday)}</Figure>
      <Figure name="Right party today">{figure(line.rightPartyToday)}</Figure>
      <Figure name="Promises today">{figure(line.promisesToday)}</Figure>
    </dl>
  );
}

function figure(count: number): string {
  return count.toLocaleString("en-US");
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const modes: readonly Mode[] = ["PREDICTIVE", "PROGRESSIVE", "PREVIEW", "MANUAL"];

interface OrdersProps {
  readonly line: CampaignLine;
  readonly order: (order: Order) => void;
  /// What is shown is old: nobody orders by it.
  readonly stale: boolean;
}

function Orders({ line, order, stale }: OrdersProps) {
  const { campaign } = line;
  return (
    <div
      className="row"
      role="group"
      aria-label={`Orders for ${line.name}`}
      style={{ alignItems: "end" }}
    >
      <Button
        size="xs"
        disabled={stale || line.activity === "RUNNING"}
        onClick={() => order({ kind: "start", campaign })}
      >
        Start
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={stale || line.activity !== "RUNNING"}
        title="Dial no more; calls finish"
        onClick={() => order({ kind: "drain", campaign })}
      >
        Drain
      </Button>
      <Button
        size="xs"
        variant="default"
        className="end-call"
        disabled={stale || line.activity === "STOPPED"}
        title="Dial no more and end what rings; talks go on"
        onClick={() => order({ kind: "stop", campaign })}
      >
        Stop
      </Button>
      <NativeSelect
        size="xs"
        disabled={stale}
        aria-label={`Mode of ${line.name}`}
        value={line.mode}
        data={modes.map((mode) => ({ value: mode, label: sentenceCase(mode) }))}
        onChange={(e) => order({ kind: "setMode", campaign, mode: e.currentTarget.value as Mode })}
      />
      {line.mode === "PREDICTIVE" ? (
        <AimForm
          key={JSON.stringify(line.aim)}
          line={line}
          stale={stale}
          set={(aim) => order({ kind: "setAim", campaign, aim })}
        />
      ) : null}
    </div>
  );
}
