import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { needName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { NeedsForm } from "./NeedsForm.tsx";
import type { Overview } from "./overview.ts";

/** The child's needs by rank, and since when; the primary one first. */
export function NeedsCard({
  studentId,
  overview,
  mayEdit,
}: {
  studentId: Id<"students">;
  overview: Overview;
  mayEdit: boolean;
}) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<"declare" | "correct" | null>(null);
  const { needs, needStretches, today } = overview;
  const former = needStretches.filter(({ endsOn }) => endsOn !== null && endsOn < today);
  const ahead = needStretches.filter(({ startsOn }) => startsOn > today);
  const sinceOf = (code: string, rank: number) =>
    needStretches.find(
      (need) => need.code === code && need.rank === rank && need.startsOn <= today && need.endsOn === null,
    )?.startsOn;
  const close = () => setOpen(null);
  return (
    <Card
      title={<Trans id="needs.title" message="Needs" />}
      actions={
        mayEdit && (
          <>
            {needStretches.length > 0 && (
              <Button size="small" kind="quiet" onPress={() => setOpen("correct")}>
                <Trans id="needs.correct" message="Correct" />
              </Button>
            )}
            <Button size="small" onPress={() => setOpen("declare")}>
              <Trans id="needs.change" message="Change needs" />
            </Button>
          </>
        )
      }
    >
      {needs.length === 0 ? (
        <p className="text-ink-2">
          <Trans id="needs.none" message="None recorded for today." />
        </p>
      ) : (
        <ol className="flex flex-col gap-2">
          {needs.map(({ code, rank }) => (
            <li key={code} className="flex flex-wrap items-baseline gap-x-2">
              <span className="tabular text-ink-3">{rank}.</span>
              <span className={rank === 1 ? "font-semibold" : undefined}>{needName(code)}</span>
              {rank === 1 && (
                <Badge tone="accent">
                  <Trans id="needs.primary" message="Primary" />
                </Badge>
              )}
              <span className="text-14 text-ink-3">
                <Trans
                  id="needs.since"
                  message="since {day}"
                  values={{ day: format.day(sinceOf(code, rank) ?? today) }}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Stretches title={<Trans id="needs.ahead" message="Ahead" />} stretches={ahead} />
      <Stretches title={<Trans id="needs.former" message="Before" />} stretches={former} />
      <Dialog
        title={
          open === "correct"
            ? i18n.t({ id: "needs.correctTitle", message: "Correct the needs" })
            : i18n.t({ id: "needs.change", message: "Change needs" })
        }
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open !== null}
        onClose={close}
      >
        <NeedsForm
          studentId={studentId}
          overview={overview}
          isCorrection={open === "correct"}
          onDone={close}
        />
      </Dialog>
    </Card>
  );
}

function Stretches({ title, stretches }: { title: ReactNode; stretches: Overview["needStretches"] }) {
  if (stretches.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-14 text-ink-3">{title}</h3>
      <ul className="mt-1 flex flex-col gap-1 text-14 text-ink-2">
        {stretches.map(({ code, rank, startsOn, endsOn }) => (
          <li key={`${code} ${rank} ${startsOn}`}>
            {rank}. {needName(code)},{" "}
            {endsOn === null ? (
              <Trans id="needs.fromDay" message="from {from}" values={{ from: format.day(startsOn) }} />
            ) : (
              <Trans
                id="needs.span"
                message="{from} to {until}"
                values={{ from: format.day(startsOn), until: format.day(endsOn) }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
