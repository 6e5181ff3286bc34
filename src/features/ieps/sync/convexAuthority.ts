import type { ConvexReactClient } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Authority } from "./authority.ts";

/** The server's side of a section's text, through the live client; steps are taken as `writerId`'s or not at all. */
export function convexAuthority(
  client: ConvexReactClient,
  document: { studentId: Id<"students">; sectionId: Id<"sections"> },
  writerId?: Id<"people">,
): Authority {
  const { drafting } = api.ieps;
  return {
    async snapshot() {
      const { version, content } = await client.query(drafting.getSnapshot, document);
      return { version, content: JSON.parse(content) };
    },
    stepsAfter: (version) => client.query(drafting.getSteps, { ...document, version }),
    submit: ({ version, clientId, serials, steps }) =>
      client.mutation(drafting.submitSteps, {
        ...document,
        version,
        clientId,
        serials,
        steps,
        ...(writerId && { writerId }),
      }),
    watch(onTail, onRefused) {
      const watch = client.watchQuery(drafting.tail, document);
      const read = () => {
        try {
          const tail = watch.localQueryResult();
          if (tail) onTail(tail);
        } catch (error) {
          onRefused(error);
        }
      };
      const stop = watch.onUpdate(read);
      read();
      return stop;
    },
  };
}
