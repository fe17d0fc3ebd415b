import { useCallback, useSyncExternalStore } from "react";

/// The part of the address after "#", and a way to change it.
export function useHash(): [string, (hash: string) => void] {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener("hashchange", changed);
      return () => window.removeEventListener("hashchange", changed);
    },
    () => window.location.hash,
  );
  const go = useCallback((to: string) => {
    window.location.hash = to;
  }, []);
  return [hash, go];
}
