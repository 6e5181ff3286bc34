import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import type { StudentQueryCtx } from "../functions";
import { findNamed } from "../people/model";
import { civilDay } from "../values";
import { senKind, term } from "./schema";

export const presentedEpisode = v.object({
  episodeId: v.id("senEpisodes"),
  kind: senKind,
  startsOn: civilDay,
  endsOn: v.union(civilDay, v.null()),
  term,
  reason: v.string(),
  decidedBy: v.string(),
  evidenceDocumentIds: v.array(v.id("documents")),
  exitReason: v.union(v.string(), v.null()),
  exitEvaluationId: v.union(v.id("evaluations"), v.null()),
  summaryGivenOn: v.union(civilDay, v.null()),
  isContinuation: v.boolean(),
});

export function presentEpisode(row: Doc<"senEpisodes">): Infer<typeof presentedEpisode> {
  return {
    episodeId: row._id,
    kind: row.kind,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? null,
    term: row.term,
    reason: row.reason,
    decidedBy: row.decidedBy,
    evidenceDocumentIds: row.evidenceDocumentIds,
    exitReason: row.exitReason ?? null,
    exitEvaluationId: row.exitEvaluationId ?? null,
    summaryGivenOn: row.summaryGivenOn ?? null,
    isContinuation: row.isContinuation ?? false,
  };
}

/** An episode with its place in the history of beliefs. */
export const presentedVersion = v.object({
  ...presentedEpisode.fields,
  recordedAt: v.number(),
  recordedBy: v.string(),
  supersededAt: v.union(v.number(), v.null()),
  supersededBy: v.union(v.string(), v.null()),
  correctionReason: v.union(v.string(), v.null()),
});

export async function presentVersion(
  ctx: StudentQueryCtx,
  row: Doc<"senEpisodes">,
): Promise<Infer<typeof presentedVersion>> {
  const by = await findNamed(ctx, row.recordedBy);
  const supersededBy = await findNamed(ctx, row.supersededBy);
  return {
    ...presentEpisode(row),
    recordedAt: row.recordedAt,
    recordedBy: by?.name ?? "",
    supersededAt: row.supersededAt ?? null,
    supersededBy: supersededBy?.name ?? null,
    correctionReason: row.correctionReason ?? null,
  };
}
