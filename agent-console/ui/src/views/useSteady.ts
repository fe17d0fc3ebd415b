import { useCallback, useRef } from "react";

/// One function for the life of a view, that does what was last given: what is handed it need not
/// be drawn anew for it.
export function useSteady<Given extends readonly unknown[]>(
  act: (...given: Given) => void,
): (...given: Given) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...given: Given) => latest.current(...given), []);
}
