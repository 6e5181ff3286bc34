import { Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { ConvexReactClient } from "convex/react";
import { WebSocket } from "ws";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { proseSchema } from "#convex/editorSchema.ts";
import { connectionOf } from "#src/features/ieps/sync/connectionOf.ts";
import { convexAuthority } from "#src/features/ieps/sync/convexAuthority.ts";
import { DraftSession } from "#src/features/ieps/sync/draftSession.ts";
import type { Surface } from "#src/features/ieps/sync/draftText.ts";

type Document = { studentId: Id<"students">; sectionId: Id<"sections"> };

/**
 * The product's own writing client without a page: the same session, authority and live connection that the editor
 * uses; only the screen is missing, and steps are not kept on a device that a benchmark does not have.
 */
export async function openWriter(
  url: string,
  token: string,
  document: Document,
  onText: (text: string) => void,
) {
  const client = new ConvexReactClient(url, {
    webSocketConstructor: WebSocket as unknown as typeof globalThis.WebSocket,
    skipConvexDeploymentUrlCheck: true,
    unsavedChangesWarning: false,
  });
  client.setAuth(async () => token);
  await client.mutation(api.students.record.open, { studentId: document.studentId });
  const session = await DraftSession.open({
    documentId: document.sectionId,
    authorId: crypto.randomUUID(),
    schema: proseSchema,
    authority: convexAuthority(client, document),
    connection: connectionOf(client),
    claim: forgetful(),
    now: Date.now,
  });
  session.attach(watched(session.state, onText));
  return {
    /** Types at a place of the long paragraph that the benchmark prepared (`share` in [0, 1)). */
    type(text: string, share: number) {
      const { start, length } = longestParagraph(session);
      session.dispatch(session.state.tr.insertText(text, start + Math.floor(share * length)));
      session.changed();
    },
    copy: () => session.state.doc.textContent,
    length: () => longestParagraph(session).length,
    close: () => session.close().then(() => client.close()),
  };
}

/** The sections of a draft, asked with a person's own token. */
export async function draftOf(url: string, token: string, name: string) {
  const { ConvexHttpClient } = await import("convex/browser");
  const client = new ConvexHttpClient(url, { skipConvexDeploymentUrlCheck: true });
  client.setAuth(token);
  const me = await client.query(api.people.me.get);
  const organizationId = me?.memberships[0]?.organizationId;
  if (!organizationId) throw new Error("This person belongs to no organization.");
  const paginationOpts = { numItems: 50, cursor: null };
  const { page } = await client.query(api.students.students.listMine, { organizationId, paginationOpts });
  const studentId = page.find((student) => student.name === name)?.studentId;
  if (!studentId) throw new Error(`${name} is not in the list.`);
  await client.mutation(api.students.record.open, { studentId });
  const { draftIepId } = await client.query(api.students.record.get, { studentId });
  if (!draftIepId) throw new Error(`${name} has no draft.`);
  const { sections } = await client.query(api.ieps.ieps.get, { studentId, iepId: draftIepId });
  const sectionId = sections.find(({ kind }) => kind === "parentConcerns")?.sectionId;
  return { studentId, sectionId };
}

function longestParagraph(session: DraftSession) {
  let found = { start: 1, length: 0 };
  session.state.doc.descendants((node, position) => {
    if (node.isTextblock && node.content.size > found.length)
      found = { start: position + 1, length: node.content.size };
    return !node.isTextblock;
  });
  return found;
}

/** Tells of every text that a transaction brings; whose it was is for the listener to know. */
function watched(state: Surface["state"], onText: (text: string) => void): Surface {
  const surface = {
    state,
    dispatch(transaction: Transaction) {
      surface.state = surface.state.apply(transaction);
      for (const step of transaction.steps) {
        if (step instanceof ReplaceStep && step.slice !== Slice.empty)
          onText(step.slice.content.textBetween(0, step.slice.content.size));
      }
    },
  };
  return surface;
}

function forgetful() {
  return {
    clientId: crypto.randomUUID(),
    record: null,
    save: async () => {},
    remove: async () => {},
    release: () => {},
  };
}
