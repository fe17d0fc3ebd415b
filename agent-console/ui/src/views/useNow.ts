import { useEffect, useState } from "react";

/// The browser's clock, read anew every `everyMillis`.
export function useNow(everyMillis = 500): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), everyMillis);
    return () => clearInterval(beat);
  }, [everyMillis]);
  return now;
}
