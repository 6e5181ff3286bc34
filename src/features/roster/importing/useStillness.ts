import { useEffect, useState } from "react";
import type { Import } from "../words/rosterWords.ts";

/** The server sets a step going again only after it has stood still for 30 seconds. */
const STILL_MS = 35_000;

/** Whether no batch has ended for long: each one moves `steppedAt`, so time is counted from when it last changed here. */
export function useStillness({ status, steppedAt }: Pick<Import, "status" | "steppedAt">): boolean {
  const [still, setStill] = useState<string | null>(null);
  const now = `${status} ${steppedAt}`;
  useEffect(() => {
    const timer = setTimeout(() => setStill(now), STILL_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return still === now;
}
