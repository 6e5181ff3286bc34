import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { Step, StepMap } from "@tiptap/pm/transform";

/** A step that this client made and the server has not confirmed yet. */
export interface PendingStep {
  /** Numbers this client's steps for ever: with the client id it names the step exactly once. */
  readonly serial: number;
  readonly step: Step;
  readonly inverted: Step;
}

/** How one accepted version moved positions, and whose words it brought. */
export interface VersionMap {
  readonly map: StepMap;
  readonly authorId: string | null;
}

/** What one open editor knows about the shared text: the confirmed version, and what lies on top of it. */
export interface Draft {
  readonly clientId: string;
  /** The person who writes here. */
  readonly authorId: string;
  readonly version: number;
  readonly nextSerial: number;
  readonly pending: readonly PendingStep[];
  /** The newest accepted versions, oldest first, ending at `version`: carets are carried along them. */
  readonly recent: readonly VersionMap[];
}

/** Carets older than this many versions are no longer drawn. */
const RECENT_VERSIONS = 256;

export const draftKey = new PluginKey<Draft>("draft");

export function draftOf(state: EditorState): Draft {
  const draft = draftKey.getState(state);
  if (!draft) throw new Error("The editor was created without its draft plugin");
  return draft;
}

export function remember(recent: readonly VersionMap[], added: readonly VersionMap[]): readonly VersionMap[] {
  return [...recent, ...added].slice(-RECENT_VERSIONS);
}

/**
 * Collects the person's own steps as pending. The editor's first text must be the start's version with its
 * pending steps applied. Transactions of `receive.ts` carry the next draft in their metadata instead. `historyPreserveItems` tells the undo history to keep one item per step, so that it can
 * follow when steps are rolled back and replayed: undo then takes back only one's own words.
 */
export function draftPlugin(start: Draft): Plugin<Draft> {
  return new Plugin<Draft>({
    key: draftKey,
    state: {
      init: () => start,
      apply(tr, draft) {
        const next: Draft | undefined = tr.getMeta(draftKey);
        if (next) return next;
        if (!tr.docChanged) return draft;
        const added = tr.steps.map((step, index) => ({
          serial: draft.nextSerial + index,
          step,
          inverted: step.invert(tr.docs[index] ?? tr.doc),
        }));
        return {
          ...draft,
          nextSerial: draft.nextSerial + added.length,
          pending: [...draft.pending, ...added],
        };
      },
    },
    historyPreserveItems: true,
  });
}
