import * as z from "zod/mini";
import { requiredText } from "../typed";

/** Shorter is not a reason that somebody else could judge. */
const SHORTEST_REASON = 20;

/** Why somebody must read at once; the form and the function run the same schema. */
export const reasonInput = requiredText(1000).check(z.minLength(SHORTEST_REASON, "too_short"));

export const reviewNoteInput = requiredText(1000);

/** For how long an emergency access may be asked, in hours. */
export const emergencyHours = [1, 4, 24] as const;
