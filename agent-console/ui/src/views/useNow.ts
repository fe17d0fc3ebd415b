import { useEffect, useReducer } from "react";

const beatMillis = 500;
const beats = new Set<() => void>();
let beating: ReturnType<typeof setInterval> | undefined;

/// Reads this clock anew twice a second. All that shows a time beats together, and only that is
/// drawn again.
export function useNow(clock: () => number = Date.now): number {
  const [, beat] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    beats.add(beat);
    beating ??= setInterval(() => beats.forEach((one) => one()), beatMillis);
    return () => {
      beats.delete(beat);
      if (beats.size === 0) {
        clearInterval(beating);
        beating = undefined;
      }
    };
  }, []);
  return clock();
}
