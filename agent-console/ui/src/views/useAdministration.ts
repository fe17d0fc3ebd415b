import { useCallback, useEffect, useMemo, useState } from "react";
import { type Administer, administer } from "../wire/administer";
import type { Administration } from "../wire/administration";
import type { Reply } from "../wire/api";

/// Often enough to see an order taken up.
const lookAgainMillis = 2_000;

export type Run = <T>(
  work: (ask: Administer) => Promise<Reply<T>>,
  then?: (body: T) => void,
) => Promise<boolean>;

export interface AdministrationLive {
  readonly now: Administration | null;
  /// What could not be done; empty when all is well.
  readonly fault: string;
  /// Does it, passes on what was answered, looks again, and says whether it was done.
  readonly run: Run;
}

export function useAdministration(csrf: string): AdministrationLive {
  const ask = useMemo(() => administer(csrf), [csrf]);
  const [now, setNow] = useState<Administration | null>(null);
  const [fault, setFault] = useState("");
  const look = useCallback(async () => {
    const reply = await ask.all();
    if (reply.kind === "done") {
      setNow(reply.body);
    }
    return reply;
  }, [ask]);
  useEffect(() => {
    void look().then((reply) => setFault(faultOf(reply)));
    const again = setInterval(() => void look(), lookAgainMillis);
    return () => clearInterval(again);
  }, [look]);
  const run: Run = useCallback(
    async (work, then) => {
      const reply = await work(ask);
      setFault(faultOf(reply));
      if (reply.kind === "done") {
        then?.(reply.body);
      }
      await look();
      return reply.kind === "done";
    },
    [ask, look],
  );
  return { now, fault, run };
}

function faultOf(reply: Reply<unknown>): string {
  switch (reply.kind) {
    case "done":
      return "";
    case "refused":
      return reply.refused.sentence;
    case "unreachable":
      return "The server does not answer: nothing was changed.";
  }
}
