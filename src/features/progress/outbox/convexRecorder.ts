import type { ConvexReactClient } from "convex/react";
import { ConvexError } from "convex/values";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Recorder } from "./waiting.ts";

/** The server's side of one person's outbox, through the live client. */
export function convexRecorder(
  client: Pick<ConvexReactClient, "query" | "mutation">,
  personId: Id<"people">,
): Recorder {
  return {
    async log({ studentId, goalId, observedOn, value, trials, note, clientKey }) {
      try {
        return await client.mutation(api.progress.observations.log, {
          studentId,
          goalId,
          observedOn,
          value,
          clientKey,
          writerId: personId,
          ...(trials && { trials }),
          ...(note && { note }),
        });
      } catch (error) {
        // Refused to somebody else who has signed in here meanwhile is not refused to the one who tapped it.
        const me = await client.query(api.people.me.get, {});
        if (me?.person.personId !== personId) throw new ConvexError({ code: "not_signed_in" });
        throw error;
      }
    },
    async retract({ studentId }, observationId) {
      await client.mutation(api.progress.observations.retract, { studentId, observationId });
    },
  };
}
