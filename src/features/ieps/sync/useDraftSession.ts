import { useConvex } from "convex/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { proseSchema } from "#convex/editorSchema.ts";
import { connectionOf } from "./connectionOf.ts";
import { convexAuthority } from "./convexAuthority.ts";
import { holdDraft } from "./draftRegistry.ts";
import { DraftSession } from "./draftSession.ts";
import type { DraftStatus } from "./draftStatus.ts";
import { claimDraft } from "./draftStore.ts";

export type Opening =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly session: DraftSession }
  | { readonly kind: "refused"; readonly error: unknown };

const opening: Opening = { kind: "opening" };

/** Opens a section's text for this page, or joins the session that already has it. */
export function useDraftSession(
  studentId: Id<"students">,
  sectionId: Id<"sections">,
  authorId: Id<"people">,
): Opening {
  const client = useConvex();
  const [state, setState] = useState<Opening>(opening);
  useEffect(() => {
    let isHere = true;
    const { session, release } = holdDraft(`${authorId} ${sectionId}`, async () =>
      DraftSession.open({
        documentId: sectionId,
        authorId,
        schema: proseSchema,
        authority: convexAuthority(client, { studentId, sectionId }, authorId),
        connection: connectionOf(client),
        claim: await claimDraft(sectionId, authorId),
        now: Date.now,
      }),
    );
    session.then(
      (opened) => isHere && setState({ kind: "open", session: opened }),
      (error: unknown) => isHere && setState({ kind: "refused", error }),
    );
    return () => {
      isHere = false;
      setState(opening);
      release();
    };
  }, [client, studentId, sectionId, authorId]);
  return state;
}

export function useDraftStatus(session: DraftSession): DraftStatus {
  return useSyncExternalStore(session.subscribe, session.getStatus);
}

/** Whether nothing may be written any more: all of the status that an editor must know, which changes with every letter. */
export function useIsFrozen(session: DraftSession): boolean {
  return useSyncExternalStore(session.subscribe, () => session.getStatus().kind === "frozen");
}

export function useLostWords(session: DraftSession): string {
  return useSyncExternalStore(session.subscribe, session.getLostWords);
}
