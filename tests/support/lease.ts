import { ConvexError } from "convex/values";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Problem } from "#convex/errors.ts";
import type { Caller } from "./backend.ts";

/** A caller who does as our pages do: opens the record when a query says that it is not open, and asks again. */
export function openingRecords(caller: Caller): Caller {
  return {
    mutation: caller.mutation,
    query: async (query, args) => {
      try {
        return await caller.query(query, args);
      } catch (error) {
        const { studentId } = args as { studentId?: Id<"students"> };
        if (studentId === undefined || !saysLeaseNeeded(error)) throw error;
        await caller.mutation(api.students.record.open, { studentId });
        return await caller.query(query, args);
      }
    },
  };
}

export function saysLeaseNeeded(error: unknown): boolean {
  return error instanceof ConvexError && (error.data as Problem).code === "lease_needed";
}
