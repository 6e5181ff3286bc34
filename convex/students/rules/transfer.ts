import * as z from "zod/mini";
import { day, optionalText, requiredText } from "../../typed";

const place = requiredText(200);
const reason = optionalText(500);
const services = z.optional(optionalText(2_000));
const someDay = z.optional(day);

/** A child who came from a school outside; the form and the function run the same schemas. */
export const arrivalInput = z.object({
  place,
  movedOn: day,
  reason,
  comparableServices: services,
  consultedOn: someDay,
  recordsRequestedOn: someDay,
});

/** What is learnt about the other school's record later. */
export const recordsInput = z.object({
  recordsRequestedOn: someDay,
  recordsReceivedOn: someDay,
  comparableServices: services,
  consultedOn: someDay,
});

/** A child who goes to a school outside. */
export const departureInput = z
  .object({
    place,
    movedOn: day,
    reason,
    recordsSent: z.optional(optionalText(500)),
    recordsSentOn: someDay,
  })
  .check(
    z.refine((typed) => !typed.recordsSent || typed.recordsSentOn !== undefined, {
      message: "required",
      path: ["recordsSentOn"],
    }),
  );

/**
 * After so many days without an answer, the wait for a record stands out. The law says "promptly" and gives no
 * number (34 CFR 300.323(g)); this one is a courtesy of ours.
 */
export const LONG_WAIT_DAYS = 10;
