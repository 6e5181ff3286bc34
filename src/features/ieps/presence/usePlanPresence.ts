import { useConvex } from "convex/react";
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { deploymentUrl } from "#src/lib/convexClient.ts";
import { useMe } from "#src/lib/me.ts";
import { uniqueId } from "#src/lib/uniqueId.ts";
import type { RemoteCaret } from "../carets/caretPlugin.ts";
import type { CaretAt } from "../carets/placeCaret.ts";
import { PlanRoom, type PresentPerson } from "./planRoom.ts";
import { Throttle } from "./throttle.ts";

/** One page of one browser tab, for as long as it is open. */
const sessionId = uniqueId();

/** Others see a caret move at most this often, in ms. */
const CARET_EVERY_MS = 150;

/** The same value for as long as the plan is open; the hooks below say who is where. */
export interface PlanPresence {
  readonly room: PlanRoom;
  /** Tells the others where my caret is; null: not in the text any more. */
  tell(sectionId: Id<"sections">, caret: CaretAt | null): void;
}

/** Enters the plan's room while the page is open, says goodbye when it closes, and tells who else is there. */
export function usePlanPresence(
  studentId: Id<"students">,
  iepId: Id<"ieps">,
  isJoining: boolean,
): PlanPresence {
  const room = useRoom(studentId, iepId);
  useHeartbeat(studentId, iepId, isJoining);
  const tell = useOwnCaret(studentId, iepId, isJoining);
  return useMemo(() => ({ room, tell }), [room, tell]);
}

/** Everybody in the plan but me. */
export function useOthers({ room }: PlanPresence): readonly PresentPerson[] {
  return useSyncExternalStore(room.subscribe, room.others);
}

/** Who but me has a caret in the section. */
export function useHere({ room }: PlanPresence, sectionId: Id<"sections">): readonly PresentPerson[] {
  return useSyncExternalStore(room.subscribe, () => room.inSection(sectionId));
}

export function useCarets({ room }: PlanPresence, sectionId: Id<"sections">): readonly RemoteCaret[] {
  return useSyncExternalStore(room.subscribe, () => room.caretsIn(sectionId));
}

function useRoom(studentId: Id<"students">, iepId: Id<"ieps">): PlanRoom {
  const client = useConvex();
  const { me } = useMe();
  const myId = me?.person.personId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another plan is another room.
  const room = useMemo(() => new PlanRoom(), [iepId]);
  useEffect(() => {
    const watch = client.watchQuery(api.ieps.editors.list, { studentId, iepId });
    const read = () => {
      try {
        const said = watch.localQueryResult();
        if (said) room.take(said, myId);
      } catch {
        // Who may not know who is here may not read the plan either, and that is said where the plan is asked for.
      }
    };
    const stop = watch.onUpdate(read);
    read();
    return stop;
  }, [client, room, studentId, iepId, myId]);
  return room;
}

function useHeartbeat(studentId: Id<"students">, iepId: Id<"ieps">, isJoining: boolean): void {
  const client = useConvex();
  useEffect(() => {
    if (!isJoining) return;
    let isHere = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let token: string | null = null;
    const beat = async () => {
      clearTimeout(timer);
      let waitMs = 4_000;
      try {
        const answer = await client.mutation(api.ieps.editors.heartbeat, { studentId, iepId, sessionId });
        token = answer.sessionToken;
        waitMs = answer.intervalMs;
      } catch {
        // Not to be seen as present harms nobody; the next beat tries again.
      }
      if (isHere) timer = setTimeout(() => void beat(), waitMs);
      else goodbye();
    };
    const goodbye = () => {
      if (!token) return;
      const args = { sessionToken: token, iepId, sessionId };
      const body = JSON.stringify({ path: "ieps/editors:leave", args, format: "json" });
      navigator.sendBeacon(`${deploymentUrl}/api/mutation`, new Blob([body], { type: "application/json" }));
    };
    const onVisibility = () => void (document.visibilityState === "visible" && beat());
    window.addEventListener("pagehide", goodbye);
    document.addEventListener("visibilitychange", onVisibility);
    void beat();
    return () => {
      isHere = false;
      clearTimeout(timer);
      window.removeEventListener("pagehide", goodbye);
      document.removeEventListener("visibilitychange", onVisibility);
      goodbye();
    };
  }, [client, studentId, iepId, isJoining]);
}

function useOwnCaret(studentId: Id<"students">, iepId: Id<"ieps">, isJoining: boolean) {
  const client = useConvex();
  const throttle = useRef<Throttle | null>(null);
  throttle.current ??= new Throttle(CARET_EVERY_MS);
  useEffect(() => () => throttle.current?.cancel(), []);
  return useCallback(
    (sectionId: Id<"sections">, caret: CaretAt | null) => {
      if (!isJoining || !client.connectionState().isWebSocketConnected) return;
      const { editors } = api.ieps;
      const args = { studentId, iepId, sessionId };
      throttle.current?.run(() =>
        caret
          ? client.mutation(editors.move, { ...args, sectionId, ...caret })
          : client.mutation(editors.rest, args),
      );
    },
    [client, studentId, iepId, isJoining],
  );
}
