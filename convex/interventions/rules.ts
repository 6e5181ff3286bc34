import * as z from "zod/mini";
import { day, optionalText, requiredText } from "../typed";

export const meetingKinds = ["planTeam", "eligibility", "review", "family", "other"] as const;
export const interventionKinds = [
  "academic",
  "behaviour",
  "speechLanguage",
  "socialEmotional",
  "attendance",
  "other",
] as const;

const written = {
  title: requiredText(160),
  /** Who took part, or who worked with the child, in words. */
  people: optionalText(400),
  outcome: optionalText(4000),
};

/** What is typed about a meeting; the form and the function run the same schema. */
export const meetingInput = z.object({ kind: z.enum(meetingKinds, "required"), heldOn: day, ...written });
export const interventionInput = z.object({
  kind: z.enum(interventionKinds, "required"),
  startsOn: day,
  endsOn: z.optional(day),
  ...written,
});
