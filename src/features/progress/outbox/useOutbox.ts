import { type ConvexReactClient, useConvex } from "convex/react";
import { useMemo, useSyncExternalStore } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMe } from "#src/lib/me.ts";
import { readProblem } from "#src/lib/problems.ts";
import { convexRecorder } from "./convexRecorder.ts";
import { Outbox } from "./outbox.ts";
import type { Waiting } from "./waiting.ts";
import { waitingStore } from "./waitingStore.ts";

/** One outbox a person and page, whichever screens use it. */
const outboxes = new Map<string, Outbox>();

function outboxOf(client: ConvexReactClient, personId: Id<"people">): Outbox {
  const open = outboxes.get(personId);
  if (open) return open;
  const outbox = new Outbox(personId, waitingStore, convexRecorder(client, personId), (error) => {
    const { code } = readProblem(error);
    return code === "unexpected" || code === "not_signed_in" ? null : code;
  });
  outboxes.set(personId, outbox);
  void outbox.start();
  return outbox;
}

/** The person's outbox and what waits in it. Null until it is known who is here. */
export function useOutbox(): { outbox: Outbox; waiting: readonly Waiting[] } | null {
  const client = useConvex();
  const { me } = useMe();
  const personId = me?.person.personId;
  const outbox = useMemo(() => (personId ? outboxOf(client, personId) : null), [client, personId]);
  const waiting = useSyncExternalStore(outbox?.subscribe ?? never, outbox?.getEntries ?? nothing);
  return outbox && { outbox, waiting };
}

const never = () => () => {};
const empty: readonly Waiting[] = [];
const nothing = () => empty;
