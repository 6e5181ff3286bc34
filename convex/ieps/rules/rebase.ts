import type { Node } from "@tiptap/pm/model";
import { Mapping, type Step } from "@tiptap/pm/transform";
import { applyStep } from "./steps";

/** The steps that were taken, each with its place among those submitted, and the document they lead to. */
export type Rebased = { doc: Node; taken: { step: Step; index: number }[] };

/**
 * Carries steps written on an older version over what was accepted in between: each is mapped back through the
 * writer's own earlier steps, forward through the others', and forward again through those of its own that were
 * taken. A step whose place is gone is left out. Positions suffice for this, so the older text is not needed.
 *
 * The order of the maps, and mirroring each undone step with its redoing, is the rebasing of collaborative
 * ProseMirror editing; here the server does it, so that nobody is asked to try again.
 */
export function rebaseOver(doc: Node, own: readonly Step[], between: readonly Step[]): Rebased {
  const undone = [...own].reverse().map((step) => step.getMap().invert());
  const mapping = new Mapping([...undone, ...between.map((step) => step.getMap())]);
  const taken: Rebased["taken"] = [];
  let current = doc;
  for (const [index, step] of own.entries()) {
    const mapped = step.map(mapping.slice(own.length - index));
    const next = mapped && applyStep(current, mapped);
    if (!mapped || !next) continue;
    mapping.appendMap(mapped.getMap(), own.length - 1 - index);
    taken.push({ step: mapped, index });
    current = next;
  }
  return { doc: current, taken };
}
