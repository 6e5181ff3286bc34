import { useEffect, useState } from "react";

/** Between the last key and the question to the server. */
const settleMs = 200;

/**
 * What is being typed, and when it has settled: the box follows the keys at once, the address and the server follow
 * after a pause. What changes elsewhere (a saved view, the back button) shows in the box.
 */
export function useSettled(settled: string, onSettle: (text: string) => void) {
  const [typed, setTyped] = useState(settled);
  useEffect(() => setTyped(settled), [settled]);
  useEffect(() => {
    if (typed === settled) return;
    const timer = setTimeout(() => onSettle(typed), settleMs);
    return () => clearTimeout(timer);
  }, [typed, settled, onSettle]);
  return [typed, setTyped] as const;
}
