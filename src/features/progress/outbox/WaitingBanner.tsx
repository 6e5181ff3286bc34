import { useLingui } from "@lingui/react";
import { ConvexError } from "convex/values";
import { readProblem, sentenceOf } from "#src/lib/problems.ts";
import { useConnection } from "#src/lib/useConnection.ts";
import { measured } from "#src/lib/words.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { useOutbox } from "./useOutbox.ts";

/** How many measurements wait on this device, and those that the server would not take. */
export function WaitingBanner() {
  const { i18n } = useLingui();
  const { connection } = useConnection();
  const held = useOutbox();
  if (!held || held.waiting.length === 0) return null;
  const refused = held.waiting.filter(({ refusal }) => refusal);
  const waiting = held.waiting.length - refused.length;
  const isOffline = connection === "offline";
  return (
    <div className="mb-4 grid gap-3">
      {waiting > 0 && isOffline && (
        <Banner
          tone="attention"
          announce
          title={
            <span data-waiting-count={waiting}>
              {i18n.t({
                id: "outbox.waiting",
                message:
                  "{waiting, plural, one {# measurement waits on this device} other {# measurements wait on this device}}",
                values: { waiting },
              })}
            </span>
          }
        >
          {i18n.t({
            id: "outbox.waitingAdvice",
            message:
              "Go on logging. They are sent by themselves when the connection is back, also after a reload.",
          })}
        </Banner>
      )}
      {refused.map(({ clientKey, refusal, studentName, goalNumber, value, unit }) => (
        <Banner
          key={clientKey}
          tone="danger"
          announce
          title={i18n.t({
            id: "outbox.refused",
            message: "Not logged: {value} for {name}, goal {number}",
            values: { value: measured(value, unit), name: studentName, number: goalNumber },
          })}
          actions={
            <Button size="small" onPress={() => void held.outbox.discard(clientKey)}>
              {i18n.t({ id: "outbox.discard", message: "Remove" })}
            </Button>
          }
        >
          {sentenceOf(readProblem(new ConvexError({ code: refusal })))}
        </Banner>
      ))}
    </div>
  );
}
