import { useQuery } from "convex/react";
import { Suspense, useEffect, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { useMe } from "#src/lib/me.ts";
import { Prose } from "#src/ui/Prose.tsx";
import { Skeleton } from "#src/ui/Skeleton.tsx";
import type { PlanPresence } from "../presence/usePlanPresence.ts";
import { hasKeptWords } from "../sync/draftStore.ts";
import { type SectionView, sectionPlaceholder, sectionTitle } from "./sectionWords.ts";
import { useNearby } from "./useNearby.ts";

const OpenDraft = lazyComponent(() => import("../editor/OpenDraft.tsx"), "OpenDraft");

/**
 * A section's text. It is shown as plain text until the reader comes near; only then is the editor, with its live
 * connection, put in its place. A long plan costs no more than what is looked at.
 */
export function ProseSection({
  studentId,
  section,
  isEditable,
  presence,
}: {
  studentId: Id<"students">;
  section: SectionView;
  isEditable: boolean;
  presence: PlanPresence;
}) {
  const { me } = useMe();
  const { sectionId, kind } = section;
  const [place, isNear] = useNearby();
  const hasKept = useKeptWords(sectionId, me?.person.personId);
  return (
    <div ref={place}>
      {me && (isNear || hasKept) ? (
        <Suspense fallback={<StillText studentId={studentId} sectionId={sectionId} />}>
          <OpenDraft
            studentId={studentId}
            sectionId={sectionId}
            authorId={me.person.personId}
            label={sectionTitle(kind)}
            placeholder={sectionPlaceholder(kind)}
            isEditable={isEditable}
            presence={presence}
            waiting={<StillText studentId={studentId} sectionId={sectionId} />}
          />
        </Suspense>
      ) : (
        <StillText studentId={studentId} sectionId={sectionId} />
      )}
    </div>
  );
}

/** Words left unsent by an earlier page open their section at once, wherever it stands: they must not wait longer. */
function useKeptWords(sectionId: string, authorId: string | undefined): boolean {
  const [hasKept, setHasKept] = useState(false);
  useEffect(() => {
    if (authorId) void hasKeptWords(sectionId, authorId).then(setHasKept);
  }, [sectionId, authorId]);
  return hasKept;
}

function StillText(document: { studentId: Id<"students">; sectionId: Id<"sections"> }) {
  const snapshot = useQuery(api.ieps.drafting.getSnapshot, document);
  if (!snapshot) return <Skeleton className="h-28 w-full" />;
  return <Prose content={JSON.parse(snapshot.content)} />;
}
