import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { isCivilDay } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";
import { fieldWord, type ImportRow, kindWord } from "../words/rosterWords.ts";
import { rowSentenceOf } from "../words/rowSentences.ts";
import { showAnswer } from "./shownAtOnce.ts";

/** One row of the files: whom it is about, what it comes to, and what is wrong where. */
export function RowLine({ row, isOpen }: { row: ImportRow; isOpen: boolean }) {
  return (
    <article className="flex flex-col gap-1.5 px-4 py-3">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="font-semibold" dir="auto">
          {row.name}
        </span>
        <span className="flex flex-wrap items-baseline gap-2 text-14 text-ink-3">
          <span>{kindWord(row.kind)}</span>
          {row.line > 0 && (
            <span>
              <Trans
                id="roster.row.place"
                message="{file}, line {line}"
                values={{ file: row.file, line: row.line }}
              />
            </span>
          )}
        </span>
      </header>
      {row.problems.length > 0 && <Problems problems={row.problems} />}
      {row.changes.length > 0 && <Changes changes={row.changes} />}
      {row.candidate !== null && <Question row={row} isOpen={isOpen} />}
    </article>
  );
}

function Problems({ problems }: Pick<ImportRow, "problems">) {
  return (
    <ul className="flex flex-col gap-1 text-14">
      {problems.map(({ code, column, given }, i) => (
        <li key={`${code}-${column}-${String(i)}`}>
          {column !== "" && (
            <span className="text-ink-2">
              <span dir="ltr" className="font-semibold">
                {column}
              </span>
              {given !== "" && (
                <>
                  {" "}
                  <q dir="auto" className="break-all">
                    {given}
                  </q>
                </>
              )}
              {": "}
            </span>
          )}
          {rowSentenceOf(code)}
        </li>
      ))}
    </ul>
  );
}

const shown = (value: string) => (isCivilDay(value) ? format.day(value) : value);

function Changes({ changes }: Pick<ImportRow, "changes">) {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-14">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="flex gap-1.5">
          <dt className="text-ink-3">{fieldWord(field)}</dt>
          <dd dir="auto">
            {before !== "" && (
              <>
                <del className="text-ink-3">{shown(before)}</del>{" "}
              </>
            )}
            <ins className="font-semibold no-underline">{shown(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A child who may be here already: only a person can say. */
function Question({ row, isOpen }: { row: ImportRow; isOpen: boolean }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const answer = useCommand(api.roster.rows.answer, { optimistic: showAnswer });
  const { candidate, importRowId } = row;
  if (candidate === null) return null;
  const say = (said: "same" | "other") => void answer({ organizationId, importRowId, answer: said });
  return (
    <fieldset
      aria-label={i18n.t({
        id: "roster.question",
        message: "Is {name} the same child as {other}?",
        values: { name: row.name, other: candidate.name },
      })}
      className="flex flex-wrap items-center gap-2 text-14"
    >
      <Link href={paths.student(candidate.studentId)}>{candidate.name}</Link>
      <Button
        size="small"
        isDisabled={!isOpen}
        aria-pressed={row.answer === "same"}
        kind="quiet"
        onPress={() => say("same")}
      >
        <Trans id="roster.question.same" message="The same child" />
      </Button>
      <Button
        size="small"
        isDisabled={!isOpen}
        aria-pressed={row.answer === "other"}
        kind="quiet"
        onPress={() => say("other")}
      >
        <Trans id="roster.question.other" message="Another child" />
      </Button>
    </fieldset>
  );
}
