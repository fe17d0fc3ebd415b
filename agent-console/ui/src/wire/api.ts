import type {
  DeskPhone,
  Disposition,
  FoundList,
  LearnedNumber,
  LoggedIn,
  Me,
  NamedParty,
  PartyList,
  Reason,
  Refused,
} from "./http";
import type {
  BarKind,
  Behind,
  Change,
  Correct,
  Edition,
  ExplainAsk,
  Lift,
  Past,
  SetBar,
  ShownBook,
  Standing,
  Tested,
  Told,
  Trial,
  Unmasked,
  UnmaskReason,
  WhichBook,
  WhyNot,
} from "./office";

/// What came of a request: the body, or why not.
export type Reply<T> =
  | { readonly kind: "done"; readonly body: T }
  | { readonly kind: "refused"; readonly http: number; readonly refused: Refused }
  | { readonly kind: "unreachable" };

export const api = {
  logIn: (login: string, password: string) =>
    request<LoggedIn>("POST", "/api/log-in", { login, password }),
  logOut: (csrf: string) => request<unknown>("POST", "/api/log-out", {}, csrf),
  me: () => request<Me | null>("GET", "/api/me"),
  dispositions: () => request<readonly Disposition[]>("GET", "/api/dispositions"),
  reasons: () => request<readonly Reason[]>("GET", "/api/reasons"),
  phone: () => request<DeskPhone>("GET", "/api/desk/phone"),
  explain: (ask: ExplainAsk, csrf: string) =>
    request<readonly Told[]>("POST", "/api/compliance/explain", ask, csrf),
  explainDecision: (decision: number, csrf: string) =>
    request<Past>("POST", "/api/compliance/explain-decision", { decision }, csrf),
  unmask: (consumer: number, reason: UnmaskReason, csrf: string) =>
    request<Unmasked>("POST", "/api/compliance/unmask", { consumer, reason }, csrf),
  whyNot: (campaign: number, csrf: string) =>
    request<WhyNot>("POST", "/api/compliance/why-not", { campaign }, csrf),
  behind: (campaign: number, reason: string, after: number, csrf: string) =>
    request<Behind>("POST", "/api/compliance/why-not/accounts", { campaign, reason, after }, csrf),
  bars: () => request<readonly BarKind[]>("GET", "/api/compliance/bars"),
  standing: (account: number, csrf: string) =>
    request<readonly Standing[]>("POST", "/api/compliance/holds/standing", { account }, csrf),
  setBar: (bar: SetBar, csrf: string) =>
    request<unknown>("POST", "/api/compliance/holds", bar, csrf),
  liftBar: (lift: Lift, csrf: string) =>
    request<unknown>("POST", "/api/compliance/holds/lift", lift, csrf),
  correct: (correct: Correct, csrf: string) =>
    request<{ readonly revision: number }>("POST", "/api/compliance/correct", correct, csrf),
  rulebooks: () => request<readonly Edition[]>("GET", "/api/rulebooks"),
  rulebook: (which: WhichBook, csrf: string) =>
    request<{ readonly content: string }>("POST", "/api/rulebooks/content", which, csrf),
  rulebookDiff: (which: WhichBook, csrf: string) =>
    request<readonly Change[]>("POST", "/api/rulebooks/diff", which, csrf),
  draftRulebook: (book: unknown, csrf: string) =>
    request<Edition>("POST", "/api/rulebooks/draft", book, csrf),
  testRulebook: ({ name, version }: ShownBook, tests: string, csrf: string) =>
    request<Tested>(
      "POST",
      `/api/rulebooks/test?name=${encodeURIComponent(name)}&version=${encodeURIComponent(version)}`,
      tests,
      csrf,
    ),
  tryRulebook: (shown: ShownBook, csrf: string) =>
    request<Trial>("POST", "/api/rulebooks/try", shown, csrf),
  approveRulebook: (shown: ShownBook, csrf: string) =>
    request<Edition>("POST", "/api/rulebooks/approve", shown, csrf),
  activateRulebook: (name: string, version: string, at: string | null, csrf: string) =>
    request<Edition>("POST", "/api/rulebooks/activate", { name, version, at }, csrf),
  rollBackRulebook: (which: WhichBook, csrf: string) =>
    request<Edition>("POST", "/api/rulebooks/roll-back", which, csrf),
  learnNumber: (number: LearnedNumber, csrf: string) =>
    request<unknown>("POST", "/api/desk/numbers", number, csrf),
  parties: (attempt: number) => request<PartyList>("GET", `/api/desk/parties/${attempt}`),
  nameParty: (party: NamedParty, csrf: string) =>
    request<unknown>("POST", "/api/desk/parties", party, csrf),
  search: (q: string, csrf: string) =>
    request<FoundList>("POST", "/api/search", { q }, csrf),
};

/// A body that is text goes out as it is.
export async function request<T>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: unknown,
  csrf?: string,
): Promise<Reply<T>> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: "same-origin",
      cache: "no-store",
      headers: headers(body !== undefined, csrf),
      body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    return answer.ok
      ? { kind: "done", body: (text === "" ? null : JSON.parse(text)) as T }
      : { kind: "refused", http: answer.status, refused: refusal(text, answer.status) };
  } catch {
    return { kind: "unreachable" };
  }
}

function headers(hasBody: boolean, csrf?: string): Record<string, string> {
  return {
    Accept: "application/json",
    ...(hasBody ? { "Content-Type": "application/json" } : {}),
    ...(csrf === undefined ? {} : { "X-CSRF-Token": csrf }),
  };
}

function refusal(text: string, http: number): Refused {
  try {
    const body = JSON.parse(text) as Partial<Refused>;
    return {
      code: body.code ?? `HTTP_${http}`,
      sentence: body.sentence ?? "The server refused without saying why.",
      faults: body.faults ?? [],
    };
  } catch {
    return { code: `HTTP_${http}`, sentence: "The server gave no proper answer.", faults: [] };
  }
}
