import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "#src/lib/problems.ts";
import type { Outcome } from "#src/lib/useCommand.ts";

/** How long somebody pauses before a field saves itself, in ms; leaving the field saves at once. */
const PAUSE_MS = 1_200;

export interface FieldEdit<T> {
  /** What the field shows: one's own words while they are not saved, else the live value. */
  readonly value: T;
  change(next: T): void;
  /** Saves now, if there is anything to save. */
  commit(): void;
  readonly isUnsaved: boolean;
  readonly error: string | null;
  /** Both changed the field: the person chooses between theirs (the live value) and mine. */
  readonly isConflict: boolean;
  readonly theirs: T;
  keepMine(): void;
  takeTheirs(): void;
}

/**
 * A field that saves itself. `save` gets the value as it was when the person began, so that the server can tell
 * whether somebody else changed it meanwhile; nothing typed is lost or overwritten silently.
 */
export function useFieldEdit<T>(
  live: T,
  save: (base: T, next: T) => Promise<Outcome<unknown>>,
): FieldEdit<T> {
  const [edit, setEdit] = useState<{ base: T; mine: T } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isConflict, setIsConflict] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const current = useRef(edit);
  current.current = edit;

  const send = async (base: T, mine: T) => {
    clearTimeout(timer.current);
    if (isSame(base, mine)) return setEdit(null);
    const outcome = await save(base, mine);
    if (outcome.isDone) {
      setError(null);
      setIsConflict(false);
      // Typed on while it was being saved: what was saved is the new starting point.
      setEdit((now) => (now && !isSame(now.mine, mine) ? { base: mine, mine: now.mine } : null));
    } else if (outcome.problem.code === "conflict") setIsConflict(true);
    else setError(sentenceOf(outcome.problem));
  };
  const latestSend = useRef(send);
  latestSend.current = send;
  const commit = () => {
    const now = current.current;
    if (now && !isConflict) void latestSend.current(now.base, now.mine);
  };
  const latestCommit = useRef(commit);
  latestCommit.current = commit;
  // A field that disappears (its row closes, the page moves on) has been left.
  useEffect(() => () => latestCommit.current(), []);

  return {
    value: edit ? edit.mine : live,
    change(next) {
      setEdit({ base: edit ? edit.base : live, mine: next });
      setError(null);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latestCommit.current(), PAUSE_MS);
    },
    commit,
    isUnsaved: edit !== null,
    error,
    isConflict,
    theirs: live,
    keepMine() {
      setIsConflict(false);
      if (edit) {
        setEdit({ base: live, mine: edit.mine });
        void send(live, edit.mine);
      }
    },
    takeTheirs() {
      setIsConflict(false);
      setEdit(null);
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
