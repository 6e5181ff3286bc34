import { useState } from "react";

/**
 * A form over values that live on the server: what is typed stands over them until it is saved, and what is not
 * follows whatever else is saved meanwhile, here or by somebody else.
 */
export function useDraft<Values extends object>(saved: Values) {
  const [typed, setTyped] = useState<Partial<Values>>({});
  return {
    values: { ...saved, ...typed },
    /** What of them was typed here, and is not saved yet. */
    typed,
    change: (more: Partial<Values>) => setTyped((before) => ({ ...before, ...more })),
    /** These were saved; what was typed since then is still to be. */
    keep: (sent: Partial<Values>) => setTyped((now) => unsaved(now, sent)),
    drop: () => setTyped({}),
  };
}

/** What was typed and is not what was sent. */
export function unsaved<Values extends object>(now: Partial<Values>, sent: Partial<Values>): Partial<Values> {
  const names = Object.keys(now) as (keyof Values)[];
  const left = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(sent[name]));
  return Object.fromEntries(left.map((name) => [name, now[name]])) as Partial<Values>;
}
