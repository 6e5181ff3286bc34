import { i18n } from "@lingui/core";
import { useCallback } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { today } from "#src/lib/format.ts";
import { useMe } from "#src/lib/me.ts";
import { uniqueId } from "#src/lib/uniqueId.ts";
import { measured } from "#src/lib/words.ts";
import { toastDone } from "#src/ui/Toasts.tsx";
import type { MeasuredGoal } from "../goalProgress.ts";
import { useOutbox } from "../outbox/useOutbox.ts";
import type { Waiting } from "../outbox/waiting.ts";

export interface Reading {
  readonly value: number;
  readonly trials?: { readonly correct: number; readonly total: number };
}

/** Logs with one tap: kept at once, sent when it can be, and taken back within ten seconds. */
export function useLog(student: { studentId: Id<"students">; name: string }) {
  const held = useOutbox();
  const { me } = useMe();
  const personId = me?.person.personId;
  const outbox = held?.outbox;
  const { studentId, name } = student;
  return useCallback(
    (goal: MeasuredGoal, reading: Reading, observedOn = today()) => {
      if (!outbox || !personId) return;
      const waiting: Waiting = {
        clientKey: uniqueId(),
        personId,
        studentId,
        goalId: goal.goalId,
        observedOn,
        ...reading,
        unit: goal.measure,
        studentName: name,
        goalNumber: goal.number,
        loggedAt: Date.now(),
      };
      // Felt where the device can; elsewhere the toast and the lit button say it.
      navigator.vibrate?.(12);
      void outbox.add(waiting);
      toastDone(
        i18n.t({
          id: "log.done",
          message: "{value} for {name}",
          values: { value: measured(reading.value, goal.measure), name },
        }),
        {
          label: i18n.t({ id: "action.undo", message: "Undo" }),
          onUndo: () => void outbox.undo(waiting),
        },
      );
    },
    [outbox, personId, studentId, name],
  );
}
