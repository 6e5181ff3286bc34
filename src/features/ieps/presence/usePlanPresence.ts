import { useConvex, useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { deploymentUrl } from "#src/lib/convexClient.ts";
import { useMe } from "#src/lib/me.ts";
import { uniqueId } from "#src/lib/uniqueId.ts";
import type { RemoteCaret } from "../carets/caretPlugin.ts";
import type { CaretAt } from "../carets/placeCaret.ts";
import { Throttle } from "./throttle.ts";

type Editors = FunctionReturnType<typeof api.ieps.editors.list>;
export type PresentPerson = Extract<Editors, { audience: "team" }>["editors"][number]["person"];

/** One page of one browser tab, for as long as it is open. */
const sessionId = uniqueId();

/** Others see a caret move at most this often, in ms. */
const CARET_EVERY_MS = 150;

export interface PlanPresence {
  /** Everybody in the plan but me. */
  readonly others: readonly PresentPerson[];
  /** Who but me has a caret in the section. */
  inSection(sectionId: Id<"sections">): readonly PresentPerson[];
  caretsIn(sectionId: Id<"sections">): readonly RemoteCaret[];
  /** Tells the others where my caret is; null: not in the text any more. */
  tell(sectionId: Id<"sections">, caret: CaretAt | null): void;
}

/** Enters the plan's room while the page is open, says goodbye when it closes, and tells who else is there. */
export function usePlanPresence(
  studentId: Id<"students">,
  iepId: Id<"ieps">,
  isJoining: boolean,
): PlanPresence {
  const { me } = useMe();
  const editors = useQuery(api.ieps.editors.list, { studentId, iepId });
  useRoom(studentId, iepId, isJoining);
  const tell = useOwnCaret(studentId, iepId, isJoining);
  const myId = me?.person.personId;
  return useMemo(() => {
    const team = editors?.audience === "team" ? editors : { editors: [], carets: [] };
    const carets = new Map<string, RemoteCaret[]>();
    for (const { caretId, sectionId, person, ...at } of team.carets) {
      if (person.personId === myId) continue;
      const inSection = carets.get(sectionId) ?? [];
      carets.set(sectionId, [...inSection, { sessionId: caretId, ...person, ...at }]);
    }
    const others = team.editors.filter(({ person }) => person.personId !== myId);
    return {
      others: others.map(({ person }) => person),
      inSection: (sectionId) =>
        others.filter(({ sectionIds }) => sectionIds.includes(sectionId)).map(({ person }) => person),
      caretsIn: (sectionId) => carets.get(sectionId) ?? nobody,
      tell,
    };
  }, [editors, myId, tell]);
}

/** The same empty list each time: an editor without others need not be told so again. */
const nobody: readonly RemoteCaret[] = [];

function useRoom(studentId: Id<"students">, iepId: Id<"ieps">, isJoining: boolean): void {
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
