import type { ConvexReactClient } from "convex/react";
import { ConvexError } from "convex/values";
import { expect, test } from "vitest";
import type { Id } from "#convex/_generated/dataModel.js";
import { convexRecorder } from "#src/features/progress/outbox/convexRecorder.ts";
import type { Waiting } from "#src/features/progress/outbox/waiting.ts";

type Client = Pick<ConvexReactClient, "query" | "mutation">;

/** A server that refuses every measurement as it does a stranger's, to whoever is signed in. */
function refusingTo(personId: string | null): Client {
  return {
    mutation: async () => {
      throw new ConvexError({ code: "not_found" });
    },
    query: async () => personId && { person: { personId } },
  } as unknown as Client;
}

const ana = "ana" as Id<"people">;
const waiting: Waiting = {
  clientKey: "key",
  value: 5,
  personId: ana,
  studentId: "student" as Id<"students">,
  goalId: "goal" as Id<"goals">,
  observedOn: "2026-11-20",
  unit: "percent",
  studentName: "Ava",
  goalNumber: 1,
  loggedAt: 0,
};
const refused = (code: string) => ({ data: { code } });

test("a measurement refused to the one who tapped it is refused", async () => {
  await expect(convexRecorder(refusingTo(ana), ana).log(waiting)).rejects.toMatchObject(refused("not_found"));
});

test("a measurement refused to somebody else, or to nobody, waits for the one who tapped it", async () => {
  for (const present of ["ben", null]) {
    const logged = convexRecorder(refusingTo(present), ana).log(waiting);
    await expect(logged).rejects.toMatchObject(refused("not_signed_in"));
  }
});
