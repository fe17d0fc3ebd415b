import { type Reply, request } from "./api";
import type { Refused as Refusal } from "./http";

export interface Place {
  readonly decidedAt: string;
  readonly id: number;
}

/// Fields that are null exclude nothing.
export interface Query {
  readonly consumer: number | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly account: number | null;
  readonly agent: number | null;
  readonly campaign: number | null;
  readonly rule: string | null;
  readonly outcome: string | null;
  readonly allowed: boolean | null;
  readonly from: string;
  readonly to: string;
  readonly after: Place | null;
}

export interface Row {
  readonly place: Place;
  readonly consumer: number;
  readonly name: string;
  readonly account: number;
  readonly phoneLast4: string | null;
  readonly campaign: string | null;
  readonly mode: string;
  readonly allowed: boolean;
  readonly reason: string;
  readonly rule: string;
  readonly sentence: string;
  readonly attempt: number | null;
  readonly outcome: string | null;
  readonly disposition: string | null;
  readonly agent: string | null;
  readonly talkMillis: number;
  readonly recorded: boolean;
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

export interface RuleRefused {
  readonly code: string;
  readonly rule: string;
  readonly book: string;
  readonly citation: string;
  readonly sentence: string;
}

export interface RuleAsked {
  readonly rule: string;
  readonly book: string;
  readonly citation: string;
  readonly sentence: string;
  readonly answer: "REFUSES" | "PASSES" | "NOT_CONCERNED" | "SWITCHED_OFF";
  readonly inputs: readonly string[];
}

export interface Abandoned {
  readonly campaign: string;
  readonly rule: string;
  readonly window: string;
  readonly answered: number;
  readonly abandoned: number;
  readonly falsePositives: number;
  readonly ratePpm: number;
  readonly ceilingPpm: number;
  readonly left: number;
}

export interface Decision {
  readonly found: Row;
  readonly path: string;
  readonly refusals: readonly RuleRefused[];
  readonly rows: readonly RuleAsked[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly rulebooks: string;
  readonly rulebooksSha256: string;
  readonly tzdb: string;
  readonly nextAllowedAt: string | null;
  readonly sealed: { readonly index: number; readonly leafHash: string } | null;
}

export interface Moment {
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly attempt: number | null;
  readonly text: string;
}

export interface Mark {
  readonly atMillis: number;
  readonly kind: string;
}

export interface Choice {
  readonly id: number;
  readonly name: string;
}

export interface Choices {
  readonly campaigns: readonly Choice[];
  readonly agents: readonly Choice[];
  /// Those that refused something first, the busiest of them first.
  readonly rules: readonly Refusing[];
}

/// A rule, and in how many of the newest 100,000 decisions it refused.
export interface Refusing {
  readonly rule: string;
  readonly sentence: string;
  readonly refused: number;
}

export interface Due {
  readonly consumer: number;
  readonly name: string;
  readonly lastActivity: string;
  readonly dueAt: string;
  readonly held: boolean;
  readonly asked: boolean;
}

export interface LegalHold {
  readonly id: number;
  readonly consumer: number;
  readonly name: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: string;
}

export interface Erasure {
  readonly id: number;
  readonly consumer: number;
  readonly ground: "RETENTION" | "REQUEST";
  readonly reason: string;
  readonly state: "ASKED" | "APPROVED" | "FINISHED" | "WITHDRAWN";
  readonly askedBy: string;
  readonly askedAt: string;
  readonly approvedBy: string | null;
  readonly finishedAt: string | null;
  readonly removed: number;
}

export interface Retention {
  readonly due: readonly Due[];
  /// Others are due behind these.
  readonly moreDue: boolean;
  readonly legalHolds: readonly LegalHold[];
  readonly erasures: readonly Erasure[];
}

/// What a saved search looks for: nothing about a consumer.
export interface WantedSearch {
  readonly agent: string;
  readonly campaign: string;
  readonly rule: string;
  readonly outcome: string;
  readonly allowed: "" | "yes" | "no";
  readonly from: string;
  readonly to: string;
}

/// A row of GET /api/audit/searches
export interface SavedSearch {
  readonly name: string;
  readonly wanted: WantedSearch;
}

export type Format = "CSV" | "XLSX" | "PDF";

export const auditApi = {
  searches: () => request<readonly SavedSearch[]>("GET", "/api/audit/searches"),
  saveSearch: (name: string, wanted: WantedSearch, csrf: string) =>
    request<readonly SavedSearch[]>("POST", "/api/audit/searches", { name, wanted }, csrf),
  forgetSearch: (name: string, csrf: string) =>
    request<readonly SavedSearch[]>("POST", "/api/audit/searches/forget", { name }, csrf),
  choices: () => request<Choices>("GET", "/api/audit/choices"),
  abandonment: () => request<readonly Abandoned[]>("GET", "/api/audit/abandonment"),
  search: (query: Query, csrf: string) => request<Rows>("POST", "/api/audit/search", query, csrf),
  decision: (place: Place, csrf: string) =>
    request<Decision>("POST", "/api/audit/decision", place, csrf),
  timeline: (consumer: number, csrf: string) =>
    request<readonly Moment[]>("POST", "/api/audit/timeline", { consumer }, csrf),
  marks: (attempt: number) =>
    request<readonly Mark[]>("GET", `/api/audit/recordings/${attempt}/marks`),
  sound: (attempt: number) => bytes("GET", `/api/audit/recordings/${attempt}`),
  export: (query: Query, format: Format, csrf: string) =>
    bytes("POST", "/api/audit/export", { query, format }, csrf),
  proof: (
    what: {
      readonly consumer: number | null;
      readonly campaign: number | null;
      readonly from: string | null;
      readonly to: string | null;
    },
    csrf: string,
  ) => bytes("POST", "/api/audit/proof", what, csrf),
  retention: (after: number | null) =>
    request<Retention>("GET", `/api/retention${after === null ? "" : `?after=${after}`}`),
  retain: (path: string, body: unknown, csrf: string) =>
    request<unknown>("POST", `/api/retention/${path}`, body, csrf),
};

/// A file, kept in memory.
async function bytes(
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  csrf?: string,
): Promise<Reply<Blob>> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(csrf === undefined ? {} : { "X-CSRF-Token": csrf }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (answer.ok) {
      return { kind: "done", body: await answer.blob() };
    }
    const refused = (await answer.json().catch(() => null)) as Refusal | null;
    const sentence = refused?.sentence ?? "The server refused without saying why.";
    return {
      kind: "refused",
      http: answer.status,
      refused: { code: refused?.code ?? `HTTP_${answer.status}`, sentence, faults: [] },
    };
  } catch {
    return { kind: "unreachable" };
  }
}
