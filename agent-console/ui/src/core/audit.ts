import type { Reply } from "../wire/api";
import type { Decision, Query, Refusing, Row, WantedSearch } from "../wire/audit";
import type { Day, Instant } from "../wire/desk";
import type { Role } from "../wire/http";
import { dayIn, formatSpan, instantAt, plusDays } from "./time";
import { codeWords, nameWords } from "./words";

/// Who searches records, and who keeps and erases them.
export function maySearchRecords(roles: readonly Role[]): boolean {
  return roles.includes("OFFICER");
}

export function mayRetain(roles: readonly Role[]): boolean {
  return roles.includes("OFFICER") || roles.includes("ADMIN");
}

/// The search as it is typed.
export interface SearchForm {
  readonly name: string;
  readonly consumer: string;
  readonly phone: string;
  readonly account: string;
  readonly agent: string;
  readonly campaign: string;
  readonly rule: string;
  readonly outcome: string;
  readonly allowed: "" | "yes" | "no";
  readonly from: string;
  readonly to: string;
}

/// The last thirty days, to the end of today, by the date in that zone.
export function emptyForm(nowMillis: number, zone: string): SearchForm {
  const today = dayIn(zone, nowMillis);
  return {
    name: "",
    consumer: "",
    phone: "",
    account: "",
    agent: "",
    campaign: "",
    rule: "",
    outcome: "",
    allowed: "",
    from: plusDays(today, -30),
    to: plusDays(today, 1),
  };
}

/// The query, or what is wrong with the form; its days are those of the zone.
export function queryOf(form: SearchForm, zone: string): Query | string {
  if (form.from === "" || form.to === "" || form.from >= form.to) {
    return "Choose a first day, and a later day to stop before.";
  }
  if (form.name.trim() !== "" && form.name.trim().length < 3) {
    return "Write at least three letters of a name.";
  }
  if (form.phone.trim() !== "" && form.phone.replace(/\D/g, "").length < 7) {
    return "Write the whole telephone number.";
  }
  return {
    consumer: number(form.consumer),
    name: text(form.name),
    phone: text(form.phone),
    account: number(form.account),
    agent: number(form.agent),
    campaign: number(form.campaign),
    rule: text(form.rule),
    outcome: text(form.outcome),
    allowed: form.allowed === "" ? null : form.allowed === "yes",
    from: beginOf(form.from, zone),
    to: beginOf(form.to, zone),
    after: null,
  };
}

/// In some zones clocks go forward at midnight: then the day begins at one.
function beginOf(day: Day, zone: string): Instant {
  return instantAt(day, "00:00", zone) ?? instantAt(day, "01:00", zone) ?? `${day}T00:00:00Z`;
}

function text(typed: string): string | null {
  return typed.trim() === "" ? null : typed.trim();
}

function number(typed: string): number | null {
  return /^\d{1,15}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}

/// What stays of a search that is saved: nothing about a person.
export function savable(form: SearchForm): WantedSearch {
  const { agent, campaign, rule, outcome, allowed, from, to } = form;
  return { agent, campaign, rule, outcome, allowed, from, to };
}

/// What is said when a search was saved: what it leaves out, and that it took another's place.
export function savedWords(form: SearchForm, name: string, before: readonly string[]): string {
  const of = [form.name, form.consumer, form.phone, form.account];
  const left = of.some((one) => one.trim() !== "")
    ? " Without the person: names and numbers of people and accounts are never saved."
    : "";
  return `${before.includes(name) ? "Replaced the search" : "Saved"} “${name}”.${left}`;
}

/// What is said when a saved search was put into the form.
export function appliedWords(name: string): string {
  return `“${name}” is filled in. It is of nobody in particular: write a name or number if you want one.`;
}

/// What the proof of a search holds: a person, a campaign or a period, never less.
export function proofWords(query: Query): string {
  if (query.consumer !== null) {
    return "The proof holds all that the ledger has about this consumer, of any time.";
  }
  if (query.campaign !== null) {
    return "The proof holds all that the ledger has of this campaign, of any time.";
  }
  const narrower = [query.account, query.phone, query.name, query.agent, query.rule, query.outcome, query.allowed];
  return narrower.every((one) => one === null)
    ? "The proof holds the whole ledger of this period."
    : "The proof holds the whole ledger of this period, not only what was searched: it is made for a consumer, a campaign or a period.";
}

/// What went wrong, in a sentence; empty when nothing did.
export function wrongWith(reply: Reply<unknown>): string {
  switch (reply.kind) {
    case "done":
      return "";
    case "refused":
      return reply.refused.sentence;
    case "unreachable":
      return "The server does not answer.";
  }
}

/// "2.94 %" of parts per million.
export function percent(ppm: number): string {
  return `${(ppm / 10_000).toFixed(2)} %`;
}

/// What became of it: outcome and disposition, or why there was no call.
export function result(row: Row): string {
  const ended = [row.outcome, row.disposition].filter((one) => one !== null);
  return row.allowed ? ended.join(" · ") || "no end yet" : row.reason;
}

/// "00:42" of a call that ended, also of one that nobody answered; a dash where no call has ended.
export function talk(row: Row): string {
  return row.outcome === null ? "–" : formatSpan(row.talkMillis);
}

/// Chosen among rules, it shows those too that refused nothing of late.
export const everyRule = "every";

/// The rules that refused something of late, with what they say and how often; with `every`, and
/// in any case of the one that is chosen, the others behind them.
export function ruleOptions(
  rules: readonly Refusing[],
  every: boolean,
  chosen: string,
): readonly { readonly value: string; readonly label: string }[] {
  const shown = rules.filter((one) => every || one.refused > 0 || one.rule === chosen);
  const options = shown.map(({ rule, sentence, refused }) => ({
    value: rule,
    label: `${rule}: ${sentence} (${refused.toLocaleString("en-US")})`,
  }));
  return shown.length === rules.length
    ? options
    : [...options, { value: everyRule, label: "Show the rules that refused nothing of late" }];
}

export interface Lane {
  readonly name: string;
  readonly levels: readonly number[];
}

/// How loud each voice is in each of `many` equal parts, 0 to 1, the loudest of all being 1. Two
/// channels are the consumer and the agent; in one both speak.
export function lanes(channels: readonly Float32Array[], many: number): readonly Lane[] {
  const names = channels.length === 2 ? ["Consumer", "Agent"] : ["Both voices"];
  const peaks = channels.slice(0, names.length).map((samples) => peaksOf(samples, many));
  const loudest = Math.max(...peaks.flat(), 1e-6);
  return peaks.map((levels, index) => ({
    name: names[index] ?? "",
    levels: levels.map((level) => level / loudest),
  }));
}

function peaksOf(samples: Float32Array, many: number): readonly number[] {
  const part = Math.max(1, Math.floor(samples.length / many));
  return Array.from({ length: many }, (_, index) => {
    let peak = 0;
    for (let at = index * part; at < Math.min(samples.length, (index + 1) * part); at++) {
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    }
    return peak;
  });
}

/// The facts of a decision, name and value in words, nested ones by what they are part of.
export function flat(facts: Readonly<Record<string, unknown>>, whole = ""): [string, string][] {
  return Object.entries(facts).flatMap(([key, value]): [string, string][] => {
    const name = whole === "" ? nameWords(key) : `${whole}: ${nameWords(key)}`;
    if (Array.isArray(value)) {
      return value.length === 0 || typeof value[0] !== "object"
        ? [[name, value.map(factWords).join(", ") || "none"]]
        : value.flatMap((one, index) =>
            flat(one as Record<string, unknown>, `${name} ${index + 1}`),
          );
    }
    return value !== null && typeof value === "object"
      ? flat(value as Record<string, unknown>, name)
      : [[name, factWords(value)]];
  });
}

/// Countries keep their capitals.
function factWords(value: unknown): string {
  if (typeof value === "boolean") {
    return value ? "yes" : "no";
  }
  const text = String(value);
  return text.length === 2 ? text : codeWords(text);
}

/// What stands for the rulebooks of a decision that nobody made.
export function isInvented(decision: Pick<Decision, "rulebooks" | "rulebooksSha256">): boolean {
  return decision.rulebooks === "demo history" && /^0+$/.test(decision.rulebooksSha256);
}
