import * as z from "zod/mini";

/** A checkpoint as it lies in its file: a place of the trail, to be kept where nobody can change both. */
const checkpointFile = z.object({
  kind: z.literal("openiep-checkpoint"),
  organizationId: z.string(),
  sequence: z.number(),
  hash: z.string(),
  at: z.number(),
  digest: z.string(),
});
export type CheckpointFile = Omit<z.output<typeof checkpointFile>, "kind">;

/** The checkpoint in a file's text, or null when it is something else. */
export function readCheckpoint(text: string): CheckpointFile | null {
  try {
    const { kind: _, ...checkpoint } = z.parse(checkpointFile, JSON.parse(text));
    return checkpoint;
  } catch {
    return null;
  }
}

/** Hands the checkpoint over as a file, named by its entry and day. */
export function saveCheckpoint(checkpoint: CheckpointFile): void {
  const text = JSON.stringify({ kind: "openiep-checkpoint", ...checkpoint }, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `checkpoint-${checkpoint.sequence}-${new Date(checkpoint.at).toISOString().slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
