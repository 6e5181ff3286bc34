import type { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { proseSchema } from "#convex/editorSchema.ts";
import type { Child } from "#tests/support/child.ts";
import type { Person } from "#tests/support/world.ts";

/** One section of a draft, and what an editor would do with it. */
export type OpenSection = {
  child: Child;
  iepId: Id<"ieps">;
  sectionId: Id<"sections">;
  /** Sends steps as an editor does. */
  submit(
    as: Person,
    what: {
      version: number;
      clientId?: string;
      writerId?: Id<"people">;
      serials?: number[];
      steps: (object | string)[];
    },
  ): ReturnType<typeof submitted>;
  /** The text as a newcomer reads it: newest snapshot, then the steps after it. */
  read(as?: Person): Promise<{ version: number; doc: Node }>;
};

const submitted = (as: Person, args: (typeof api.ieps.drafting.submitSteps)["_args"]) =>
  as.mutation(api.ieps.drafting.submitSteps, args);

export async function openSection(child: Child): Promise<OpenSection> {
  const { iepId } = await child.anIep();
  const { studentId, caseManager } = child;
  const { sections } = await caseManager.query(api.ieps.ieps.get, { studentId, iepId });
  const sectionId = sections.find(({ kind }) => kind === "presentLevels")?.sectionId;
  if (!sectionId) throw new Error("a plan has present levels");
  return {
    child,
    iepId,
    sectionId,
    submit: (as, { version, clientId = "a-client", writerId, serials, steps }) =>
      submitted(as, {
        studentId,
        sectionId,
        version,
        clientId,
        ...(writerId && { writerId }),
        serials: serials ?? steps.map((_, i) => i + 1),
        steps: steps.map((step) => (typeof step === "string" ? step : JSON.stringify(step))),
      }),
    read: async (as = caseManager) => {
      const place = { studentId, sectionId };
      const snapshot = await as.query(api.ieps.drafting.getSnapshot, place);
      let doc = proseSchema.nodeFromJSON(JSON.parse(snapshot.content));
      let version = snapshot.version;
      for (;;) {
        const more = await as.query(api.ieps.drafting.getSteps, { ...place, version });
        for (const { step } of more.steps) {
          const next = Step.fromJSON(proseSchema, JSON.parse(step)).apply(doc).doc;
          if (!next) throw new Error("a kept step does not apply");
          doc = next;
        }
        if (more.steps.length === 0) return { version, doc };
        version = more.version;
      }
    },
  };
}

/** A step that types text at a position. */
export const typing = (at: number, text: string) => ({
  stepType: "replace",
  from: at,
  to: at,
  slice: { content: [{ type: "text", text }] },
});
