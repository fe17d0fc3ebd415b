import type { AgentLine, Aim, CampaignLine, Floor, Order } from "../wire/floor";
import type { Role } from "../wire/http";
import { onCall, pauseLabel, type StateFace, stateDetail, stateFace, stateTimer } from "./agent";
import { noCallsWords } from "./noCalls";
import { formatSpan, millisOf } from "./time";

/// After this long without a frame the figures are called stale.
export const staleMillis = 3_000;

export interface AgentRow {
  readonly agent: number;
  readonly name: string;
  readonly face: StateFace;
  readonly detail: string;
  readonly inState: string;
  readonly over: boolean;
  readonly line: string;
  readonly helpWanted: boolean;
  readonly calls: number;
  readonly rightParty: number;
  readonly promises: number;
  readonly canPause: boolean;
  /// On a call, so an order holds from its end on.
  readonly later: boolean;
}

export interface Gauge {
  readonly share: string;
  readonly ceiling: string;
  readonly judgement: "ok" | "watch" | "act";
  readonly words: string;
}

/// "STALE 00:07" when the figures are old; empty while they are fresh.
export function staleness(heardAtMillis: number, nowMillis: number): string {
  const age = nowMillis - heardAtMillis;
  return age > staleMillis ? `STALE ${formatSpan(age)}` : "";
}

/// Help wanted first, then by name.
export function agentRows(line: CampaignLine, nowMillis: number): readonly AgentRow[] {
  return [...line.agents]
    .sort((a, b) => Number(b.helpWanted) - Number(a.helpWanted) || a.name.localeCompare(b.name))
    .map((agent) => agentRow(agent, nowMillis));
}

function agentRow(agent: AgentLine, nowMillis: number): AgentRow {
  const timer = stateTimer(agent.state, nowMillis);
  return {
    agent: agent.agent,
    name: agent.name,
    face: stateFace(agent.state),
    detail: detailOf(agent, timer.overWords),
    inState: formatSpan(nowMillis - millisOf(agent.state.since)),
    over: timer.over,
    line: agent.lineUp ? "up" : "down",
    helpWanted: agent.helpWanted,
    calls: agent.callsToday,
    rightParty: agent.rightPartyToday,
    promises: agent.promisesToday,
    canPause:
      agent.state.kind !== "offline" &&
      agent.state.kind !== "notReady" &&
      agent.pauseAfterCall !== "SUPERVISOR",
    later: onCall(agent.state),
  };
}

function detailOf(agent: AgentLine, over: string): string {
  const then = agent.pauseAfterCall;
  return [
    over,
    agent.state.kind === "notReady" && agent.state.reason === "SUPERVISOR"
      ? "taken out"
      : stateDetail(agent.state),
    then === null ? "" : then === "SUPERVISOR" ? "out after this call" : `then ${pauseLabel(then)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/// What a supervisor is told when an order was taken.
export function orderWords(order: Order, floor: Floor | null): string {
  const agents = floor?.campaigns.flatMap((line) => line.agents) ?? [];
  const campaign = (id: number) =>
    floor?.campaigns.find((line) => line.campaign === id)?.name ?? "The campaign";
  switch (order.kind) {
    case "start":
      return startedWords(floor?.campaigns.find((line) => line.campaign === order.campaign));
    case "drain":
      return `${campaign(order.campaign)} is being drained: calls finish, no new ones are placed.`;
    case "stop":
      return `${campaign(order.campaign)} is stopped: what rang was ended, talks go on.`;
    case "setMode":
      return `${campaign(order.campaign)} dials in ${order.mode.toLowerCase()} mode now.`;
    case "setAim":
      return `${campaign(order.campaign)} works for this now: ${aimWords(order.aim)}.`;
    case "pauseAgent": {
      const agent = agents.find((line) => line.agent === order.agent);
      const when = agent !== undefined && onCall(agent.state) ? "is out after this call" : "is out";
      return `${agent?.name ?? "The agent"} ${when} and was told so. Only the agent can go ready again.`;
    }
  }
}

function startedWords(line: CampaignLine | undefined): string {
  const name = line?.name ?? "The campaign";
  return line !== undefined && waitsForAgents({ ...line, activity: "RUNNING" })
    ? `${name} is started and dials as soon as an agent is ready.`
    : `${name} dials.`;
}

/// What a pace works for, in words.
export function aimWords(aim: Aim): string {
  switch (aim.kind) {
    case "maximiseTalk":
      return aim.rate === 1
        ? "as much talk as the ceiling allows"
        : `as much talk as ${percent(aim.rate)} abandonment allows`;
    case "targetWait":
      return `agents wait about ${aim.seconds} s between calls`;
    case "neverAbandon":
      return "nobody is abandoned";
  }
}

export const aimKinds: readonly { readonly value: Aim["kind"]; readonly label: string }[] = [
  { value: "maximiseTalk", label: "Most talk" },
  { value: "targetWait", label: "A steady wait" },
  { value: "neverAbandon", label: "Nobody abandoned" },
];

/// The figure that goes with an aim, as it is typed: per cent, seconds, or none.
export function aimFigure(aim: Aim, ceiling: number): string {
  switch (aim.kind) {
    case "maximiseTalk":
      return `${+(Math.min(aim.rate, ceiling) * 100).toFixed(2)}`;
    case "targetWait":
      return `${aim.seconds}`;
    case "neverAbandon":
      return "";
  }
}

const usualWaitSeconds = 15;

/// What stands in the field when an aim is chosen.
export function usualFigure(kind: Aim["kind"], ceiling: number): string {
  return kind === "maximiseTalk"
    ? `${+(ceiling * 100).toFixed(2)}`
    : kind === "targetWait"
      ? `${usualWaitSeconds}`
      : "";
}

const waitSecondsMax = 600;

/// The aim as typed, or a sentence that says what to type.
export function typedAim(kind: Aim["kind"], typed: string, ceiling: number): Aim | string {
  const figure = Number(typed);
  const given = typed.trim() !== "" && Number.isFinite(figure);
  switch (kind) {
    case "neverAbandon":
      return { kind };
    case "targetWait":
      return given && Number.isInteger(figure) && figure >= 1 && figure <= waitSecondsMax
        ? { kind, seconds: figure }
        : `Type whole seconds, 1 to ${waitSecondsMax}.`;
    case "maximiseTalk": {
      const share = figure / 100;
      return !(given && share > 0 && share <= ceiling + 1e-9)
        ? `Type per cent above 0, up to the ceiling of ${percent(ceiling)}.`
        : { kind, rate: share >= ceiling - 1e-9 ? 1 : share };
    }
  }
}

/// Why the pace is what it is, or why nobody is called at all.
export function paceWords(line: CampaignLine): string {
  return line.noCalls === null ? line.paceReason || "No pace yet." : noCallsWords(line.noCalls);
}

const watchShareOfCeiling = 0.8;

/// Abandonment against its ceiling.
export function abandonmentGauge(line: CampaignLine): Gauge {
  const { abandonment, abandonmentCeiling } = line;
  const judgement =
    abandonment > abandonmentCeiling
      ? "act"
      : abandonment > abandonmentCeiling * watchShareOfCeiling
        ? "watch"
        : "ok";
  return {
    share: percent(abandonment),
    ceiling: percent(abandonmentCeiling),
    judgement,
    words: { ok: "under the ceiling", watch: "close to the ceiling", act: "over the ceiling" }[
      judgement
    ],
  };
}

/// "1.84 %"
export function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

export interface Counts {
  readonly talking: number;
  readonly ready: number;
  readonly previewing: number;
  readonly wrappingUp: number;
  readonly notReady: number;
  readonly lost: number;
}

export function counts(line: CampaignLine): Counts {
  const of = (...kinds: string[]) => line.agents.filter((a) => kinds.includes(a.state.kind)).length;
  return {
    talking: of("talking", "holding", "reserved", "dialing"),
    ready: of("ready"),
    previewing: of("previewing"),
    wrappingUp: of("wrappingUp"),
    notReady: of("notReady"),
    lost: of("connectionLost"),
  };
}

/// What is broken, as sentences for the top of the page.
export function troubles(floor: Floor): readonly string[] {
  return [
    ...(floor.telephoneUp
      ? []
      : ["The telephone server is not connected: no new calls are dialed."]),
    ...(floor.databaseUp ? [] : ["The database does not answer: no new calls are dialed."]),
  ];
}

export function activityWords(activity: string): string {
  switch (activity) {
    case "RUNNING":
      return "Dialing";
    case "DRAINING":
      return "Draining: no new calls";
    case "STOPPED":
      return "Stopped";
    default:
      return activity;
  }
}

/// The same of a campaign with its agents: without one at work nothing is dialed.
export function campaignWords(line: CampaignLine): string {
  return waitsForAgents(line) ? "Waiting for agents" : activityWords(line.activity);
}

/// Whether it was started and nobody is there to talk with whoever answers.
export function waitsForAgents({ activity, agents, ringing }: CampaignLine): boolean {
  const atWork = agents.some(({ state }) => state.kind !== "offline" && state.kind !== "notReady");
  return activity === "RUNNING" && !atWork && ringing === 0;
}

/// Only supervisors and administrators order; officers look.
export function mayOrder(roles: readonly Role[]): boolean {
  return roles.includes("SUPERVISOR") || roles.includes("ADMIN");
}

export function maySeeFloor(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== "AGENT");
}
