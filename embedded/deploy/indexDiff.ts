import type { Namespace, Transaction } from "../database/database.ts";
import type { DeveloperIndex } from "../database/schema.ts";
import type { Evaluation } from "./evaluation.ts";
import { schemaOf } from "./evaluation.ts";

export type IndexDiff = { added_indexes: DeveloperIndex[]; removed_indexes: DeveloperIndex[] };

/** What the push would change in the indexes of each component. */
export function indexDiffs(transaction: Transaction, evaluation: Evaluation): Record<Namespace, IndexDiff> {
  const diffs: Record<Namespace, IndexDiff> = {};
  for (const { namespace, definition } of evaluation.instances) {
    const { addedIndexes, removedIndexes } = transaction.compareTables(
      namespace,
      schemaOf(evaluation, definition.path),
    );
    diffs[namespace] = { added_indexes: addedIndexes, removed_indexes: removedIndexes };
  }
  return diffs;
}
