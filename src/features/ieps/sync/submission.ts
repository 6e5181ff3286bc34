import type { Submission } from "./authority.ts";
import type { Draft } from "./draftPlugin.ts";

/** The server's limits for one submission (convex/ieps/README.md), with room to spare for the bytes. */
const MOST_STEPS = 64;
const MOST_CHARACTERS = 80_000;

/** The oldest pending steps that fit one submission; serials above `keptSerial` are not safe on the device yet. */
export function nextSubmission(draft: Draft, keptSerial: number): Submission | null {
  const serials: number[] = [];
  const steps: string[] = [];
  let characters = 0;
  for (const { serial, step } of draft.pending) {
    if (serial > keptSerial || steps.length === MOST_STEPS) break;
    const text = JSON.stringify(step.toJSON());
    characters += text.length;
    // A single step over the limit is sent alone: the server's refusal is what tells the person.
    if (steps.length > 0 && characters > MOST_CHARACTERS) break;
    serials.push(serial);
    steps.push(text);
  }
  return steps.length ? { version: draft.version, clientId: draft.clientId, serials, steps } : null;
}
