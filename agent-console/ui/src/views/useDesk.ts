import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import { urgentNext } from "../core/call";
import { firstPage, next, type Page, type PageEvent } from "../core/page";
import type { Draft, Fault, FromDesk, Intent } from "../wire/frames";
import { LiveSocket } from "../wire/socket";

const autosaveMillis = 1_000;

/// What a view of the desk may do.
export interface DeskActions {
  ask(intent: Intent): void;
  type(draft: Draft): void;
  notice(words: string): void;
  faults(faults: readonly Fault[]): void;
  lineReady(ready: boolean): void;
  soundArrives(arrives: boolean): void;
}

/// One agent's desk, live: the page as it stands and what may be done with it.
export function useDesk(campaign: number): { page: Page; actions: DeskActions; urgent: string } {
  const [page, dispatch] = useReducer(next, firstPage);
  const latest = useRef(page);
  latest.current = page;
  const socket = useRef<LiveSocket<FromDesk> | null>(null);
  const told = useRef<Told>({ line: null, sound: null });
  useEffect(() => {
    const live = openSocket(campaign, dispatch, told);
    socket.current = live;
    return () => live.close();
  }, [campaign]);
  useAutosave(page, latest, socket, dispatch);
  useShown(page, socket);
  const send = useCallback((frame: FromDesk) => socket.current?.send(frame) ?? false, []);
  const actions = useMemo(() => actionsOver(send, dispatch, told), [send]);
  return { page, actions, urgent: useUrgent(page) };
}

/// What the page last said of its softphone; null while it has none.
interface Told {
  readonly line: boolean | null;
  readonly sound: boolean | null;
}

/// A new connection is told anew of the softphone, once the desk was heard over it: before that
/// nobody may sit at the other end.
function openSocket(
  campaign: number,
  dispatch: (event: PageEvent) => void,
  told: { readonly current: Told },
): LiveSocket<FromDesk> {
  let isTold = true;
  const live: LiveSocket<FromDesk> = new LiveSocket(`/ws/desk?campaign=${campaign}`, {
    opened() {
      isTold = false;
      dispatch({ kind: "opened" });
      live.send({ kind: "ping" });
    },
    frame(frame) {
      if (frame.kind === "desk" && !isTold) {
        isTold = true;
        tellOfSoftphone(live, told.current);
      }
      dispatch({ kind: "frame", frame, nowMillis: Date.now() });
    },
    lost: (retryInMillis) => dispatch({ kind: "lost", nowMillis: Date.now(), retryInMillis }),
  });
  return live;
}

function tellOfSoftphone(live: LiveSocket<FromDesk>, { line, sound }: Told): void {
  if (line !== null) {
    live.send({ kind: "line", ready: line });
  }
  if (sound !== null) {
    live.send({ kind: "sound", arrives: sound });
  }
}

function actionsOver(
  send: (frame: FromDesk) => boolean,
  dispatch: (event: PageEvent) => void,
  told: { current: Told },
): DeskActions {
  let asks = 0;
  return {
    ask(intent) {
      const ref = `${++asks}`;
      if (send({ kind: "ask", ref, intent })) {
        dispatch({ kind: "asked", ref, intent: intent.kind });
      } else {
        dispatch({
          kind: "noticed",
          notice: "No connection: nothing was sent. Try again when it is back.",
        });
      }
    },
    type: (draft) => dispatch({ kind: "typed", draft }),
    notice: (notice) => dispatch({ kind: "noticed", notice }),
    faults: (faults) => dispatch({ kind: "faulty", faults }),
    lineReady(ready) {
      told.current = { ...told.current, line: ready };
      send({ kind: "line", ready });
    },
    soundArrives(arrives) {
      told.current = { ...told.current, sound: arrives };
      send({ kind: "sound", arrives });
    },
  };
}

/// Sends what was typed at most a second after the first key, and at once when the page goes away.
function useAutosave(
  page: Page,
  latest: { readonly current: Page },
  socket: { readonly current: LiveSocket<FromDesk> | null },
  dispatch: (event: PageEvent) => void,
): void {
  const { unsaved, attempt } = page;
  const open = page.link.kind === "open";
  useEffect(() => {
    if (!unsaved || attempt === null || !open) {
      return undefined;
    }
    const save = () => {
      const { draft } = latest.current;
      if (socket.current?.send({ kind: "draft", attempt, draft })) {
        dispatch({ kind: "saved" });
      }
    };
    const soon = setTimeout(save, autosaveMillis);
    window.addEventListener("pagehide", save);
    return () => {
      clearTimeout(soon);
      window.removeEventListener("pagehide", save);
    };
  }, [unsaved, attempt, open, latest, socket, dispatch]);
}

/// Tells the server once for each answered call that its screen has been painted: an agent's own
/// call has its screen while it still rings, and counts from the answer. A new connection asks
/// anew, once the desk was heard over it; a further word of the desk does not put the telling off.
function useShown(page: Page, socket: { readonly current: LiveSocket<FromDesk> | null }): void {
  const shown = useRef<number | null>(null);
  const call = page.desk?.call ?? null;
  const answered = call !== null && call.screen !== null && call.answeredAt !== null;
  const attempt = answered ? call.attempt : null;
  const seq = useRef(page.seq);
  seq.current = page.seq;
  const heard = page.seq > 0;
  const open = page.link.kind === "open";
  useEffect(() => {
    if (!open) {
      shown.current = null;
    }
  }, [open]);
  useEffect(() => {
    if (!heard || attempt === null || shown.current === attempt) {
      return undefined;
    }
    const frame = requestAnimationFrame(() => {
      shown.current = attempt;
      socket.current?.send({ kind: "shown", seq: seq.current, attempt });
    });
    return () => cancelAnimationFrame(frame);
  }, [attempt, heard, socket]);
}

function useUrgent(page: Page): string {
  const before = useRef(page.desk);
  const words = useRef("");
  if (page.desk !== null && page.desk !== before.current) {
    words.current = urgentNext(words.current, before.current, page.desk);
    before.current = page.desk;
  }
  return words.current;
}
