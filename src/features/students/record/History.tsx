import { useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { ArrowRight } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { cameFrom } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { fieldName, shownValue } from "./historyWords.ts";
import { partName } from "./recordWords.ts";

export type RecordChange = FunctionReturnType<typeof api.students.history.list>["page"][number];

const PAGE = 12;

/** Who changed what in the record, and when; newest first. */
export function History({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const { results, status, loadMore } = usePaginatedQuery(
    api.students.history.list,
    { studentId },
    { initialNumItems: PAGE },
  );
  return (
    <Card title={i18n.t({ id: "record.history", message: "Changes" })} className="print:hidden">
      <ol className="flex flex-col gap-4">
        {results.map((change) => (
          <li key={change.versionId}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ol>
      {status === "CanLoadMore" && (
        <div className="mt-4">
          <Button size="small" onPress={() => loadMore(PAGE)}>
            {i18n.t({ id: "list.more", message: "Show more" })}
          </Button>
        </div>
      )}
    </Card>
  );
}

function ChangeLine({ change }: { change: RecordChange }) {
  const { i18n } = useLingui();
  const { part, changes, isFirst, isCorrection, recordedAt, recordedBy, from } = change;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong>{partName(part)}</strong>
        {isCorrection && (
          <Badge tone="information">{i18n.t({ id: "record.correction", message: "Correction" })}</Badge>
        )}
        {from !== null && <Badge>{cameFrom(from)}</Badge>}
      </p>
      {changes === null ? (
        <p className="text-14 text-ink-3">
          {i18n.t({
            id: "record.changeHidden",
            message: "Open the medical considerations to see what changed.",
          })}
        </p>
      ) : isFirst ? (
        <p className="text-14 text-ink-2">
          {i18n.t({ id: "record.firstVersion", message: "Written for the first time" })}
        </p>
      ) : (
        <ul className="text-14 text-ink-2">
          {changes.map(({ field, before, after }) => (
            <li key={field} className="break-words">
              {fieldName(i18n, part, field)}: <del dir="auto">{shownValue(i18n, before)}</del>{" "}
              <ArrowRight
                size={13}
                role="img"
                aria-label={i18n.t({ id: "record.becomes", message: "becomes" })}
                className="inline rtl:-scale-x-100"
              />{" "}
              <ins dir="auto" className="no-underline">
                {shownValue(i18n, after)}
              </ins>
            </li>
          ))}
        </ul>
      )}
      <p className="text-13 text-ink-3">
        {[recordedBy?.name, format.instant(recordedAt)].filter(Boolean).join(" · ")}
      </p>
    </>
  );
}
