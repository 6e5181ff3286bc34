import { useEffect, useRef } from "react";

/** Counts without being asked, once for each thing that nobody has counted yet; null leaves it to the person. */
export function useCountAtOnce(what: string | null, count: () => void): void {
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (what === null || begun.current === what) return;
    begun.current = what;
    count();
  });
}
