import type { CampaignLine, NetworkLine, NetworkStanding } from "../wire/floor";

export interface NetworkRow {
  readonly key: string;
  readonly name: string;
  readonly line: NetworkLine;
  /// "0.81 ×"; a dash while nothing can be told.
  readonly odds: string;
  readonly standing: StandingFace | null;
}

export interface StandingFace {
  readonly words: string;
  readonly tone: "good" | "watch" | "act" | "dim";
  readonly shape: "circle" | "diamond" | "square" | "triangle";
}

export interface NetworkGroup {
  readonly title: string;
  readonly rows: readonly NetworkRow[];
}

const titles = {
  TRUNK: "Trunk",
  CALLER_ID: "Caller-ID",
  LIST: "Portfolio",
  HOUR: "Hour of their day",
} as const;

/// By trunk, caller-ID, portfolio and hour, as far as there are calls; a few faded away are left out.
export function networkGroups(line: CampaignLine): readonly NetworkGroup[] {
  return (Object.keys(titles) as NetworkLine["by"][])
    .map((by) => ({
      title: titles[by],
      rows: line.network
        .filter((entry) => entry.by === by && entry.calls > 0)
        .toSorted((a, b) => (by === "HOUR" ? Number(a.name) - Number(b.name) : 0))
        .map(row),
    }))
    .filter((group) => group.rows.length > 0);
}

function row(line: NetworkLine): NetworkRow {
  const told = line.standing !== "UNTRIED" && line.calls > line.failed;
  return {
    key: `${line.by} ${line.name}`,
    name: name(line),
    line,
    odds: told ? `${line.odds.toFixed(2)} ×` : "–",
    standing: line.by === "TRUNK" || line.by === "CALLER_ID" ? face(line.standing) : null,
  };
}

function name(line: NetworkLine): string {
  switch (line.by) {
    case "HOUR":
      return hourName(Number(line.name));
    case "LIST":
    case "TRUNK":
    case "CALLER_ID":
      return line.name;
  }
}

/// "14:00", on the clock of the people who are called.
export function hourName(hour: number): string {
  const two = `${hour}`.padStart(2, "0");
  return `${two}:00`;
}

function face(standing: NetworkStanding): StandingFace {
  switch (standing) {
    case "SOUND":
      return { words: "Sound", tone: "good", shape: "circle" };
    case "UNTRIED":
      return { words: "Too few calls to tell", tone: "dim", shape: "circle" };
    case "FAILING":
      return { words: "Failing", tone: "watch", shape: "triangle" };
    case "DEAD":
      return { words: "Dead", tone: "act", shape: "square" };
    case "REJECTED":
      return { words: "Taken for spam", tone: "act", shape: "diamond" };
  }
}

/// What is wrong, as sentences that stand on the page whether or not the table is open.
export function networkTroubles(line: CampaignLine): readonly string[] {
  return line.network
    .filter((entry) => entry.reason !== "")
    .map((entry) => `${titles[entry.by]} ${entry.name}: ${entry.reason}`);
}
