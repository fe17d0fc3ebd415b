import { useCallback, useEffect, useRef, useState } from "react";
import { orderWords } from "../core/floor";
import { millisOf } from "../core/time";
import type { Floor, Order } from "../wire/floor";
import type { FromFloor } from "../wire/frames";
import { LiveSocket } from "../wire/socket";

export interface FloorLive {
  readonly floor: Floor | null;
  /// When the last figures came, on the browser's clock.
  readonly heardAtMillis: number;
  /// The server's clock minus the browser's.
  readonly clockAheadMillis: number;
  readonly notice: string;
  /// What the last order did; empty when none was taken of late.
  readonly done: string;
  order(order: Order): void;
  dismissNotice(): void;
}

/// So long it is told what an order did; afterwards the floor looks otherwise again.
const doneMillis = 30_000;

/// The floor, live.
export function useFloor(): FloorLive {
  const [floor, setFloor] = useState<Floor | null>(null);
  const [heard, setHeard] = useState({ atMillis: Date.now(), aheadMillis: 0 });
  const [notice, setNotice] = useState("");
  const [done, setDone] = useState("");
  const asked = useRef(new Map<string, Order>());
  const latest = useRef<Floor | null>(null);
  const socket = useRef<LiveSocket<FromFloor> | null>(null);
  const asks = useRef(0);
  useEffect(() => {
    const live: LiveSocket<FromFloor> = new LiveSocket("/ws/floor", {
      opened: () => live.send({ kind: "ping" }),
      lost: () => undefined,
      frame(frame) {
        if (frame.kind === "floor") {
          latest.current = frame.floor;
          setFloor(frame.floor);
          setHeard({ atMillis: Date.now(), aheadMillis: millisOf(frame.floor.at) - Date.now() });
        } else if (frame.kind === "answer") {
          const order = asked.current.get(frame.ref);
          asked.current.delete(frame.ref);
          setNotice(frame.accepted ? "" : frame.sentence);
          setDone(frame.accepted && order !== undefined ? orderWords(order, latest.current) : "");
        } else if (frame.kind === "dismissed") {
          setNotice(frame.reason);
        }
      },
    });
    socket.current = live;
    return () => live.close();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setDone(""), doneMillis);
    return () => clearTimeout(timer);
  }, [done]);
  const order = useCallback((wanted: Order) => {
    asks.current += 1;
    const ref = `${asks.current}`;
    asked.current.set(ref, wanted);
    setDone("");
    const sent = socket.current?.send({ kind: "ask", ref, order: wanted }) ?? false;
    setNotice(sent ? "" : "No connection: nothing was sent.");
  }, []);
  const dismissNotice = useCallback(() => {
    setNotice("");
    setDone("");
  }, []);
  return {
    floor,
    heardAtMillis: heard.atMillis,
    clockAheadMillis: heard.aheadMillis,
    notice,
    done,
    order,
    dismissNotice,
  };
}
