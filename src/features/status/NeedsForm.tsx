import { Trans, useLingui } from "@lingui/react";
import { ArrowUp, X } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { holdsOn, packFor } from "#convex/compliance/rules/packs.ts";
import { addDays } from "#convex/dates.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { needName } from "#src/lib/words.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { WhyWrongField } from "./episodeForm.tsx";
import type { Overview } from "./overview.ts";

/** The whole ranked list, from a day on; or, as a correction, on a stretch of days. */
export function NeedsForm({
  studentId,
  overview,
  isCorrection,
  onDone,
}: {
  studentId: Id<"students">;
  overview: Overview;
  isCorrection: boolean;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const { today, needsChangedOn } = overview;
  const earliest = needsChangedOn === null ? null : addDays(needsChangedOn, 1);
  const words = useWords(`needs ${studentId}`);
  const [from, setFrom] = useKept(
    words,
    "from",
    isCorrection ? (needsChangedOn ?? today) : earliest !== null && earliest > today ? earliest : today,
  );
  const [until, setUntil] = useKept(words, "until", "");
  const [needs, setNeeds] = useKept<string[]>(
    words,
    "needs",
    overview.needs.map(({ code }) => code),
  );
  const [why, setWhy] = useKept(words, "why", "");
  const done = i18n.t({ id: "needs.saved", message: "Needs saved" });
  const declare = useCommand(api.status.needs.declare, { showsProblem: false, done });
  const correct = useCommand(api.status.needs.correct, { showsProblem: false, done });
  const form = useSubmit(
    () => {
      const stretch = until === "" ? {} : { until };
      return isCorrection
        ? correct({ studentId, from, ...stretch, needs, correctionReason: why })
        : declare({ studentId, from, needs });
    },
    onDone,
    words,
  );
  const left = packFor(overview.jurisdiction).needs.filter(
    ({ key, ...need }) => !needs.includes(key) && overview.needsInUse.includes(key) && holdsOn(need, from),
  );
  return (
    <SubmitForm form={form} act={<Trans id="action.save" message="Save" />}>
      <DateField
        name="from"
        label={<Trans id="needs.from" message="From" />}
        value={from}
        onChange={setFrom}
      />
      {isCorrection && (
        <DateField
          name="until"
          label={<Trans id="needs.until" message="Until" />}
          optional={<Trans id="form.optional" message="(optional)" />}
          hint={
            <Trans id="needs.untilHint" message="Left empty, the list holds from that day on for good." />
          }
          value={until}
          onChange={setUntil}
        />
      )}
      <ol
        aria-label={i18n.t({ id: "needs.list", message: "Needs by rank" })}
        className="divide-y divide-hairline rounded border border-hairline"
      >
        {needs.length === 0 && (
          <li className="px-3 py-2 text-ink-3">
            <Trans id="needs.empty" message="No needs" />
          </li>
        )}
        {needs.map((code, i) => (
          <li key={code} className="flex items-center gap-2 px-3 py-1">
            <span className="tabular text-ink-3">{i + 1}.</span>
            <span className="grow">{needName(code)}</span>
            {i > 0 && (
              <IconButton
                size="small"
                icon={ArrowUp}
                label={i18n.t({
                  id: "needs.up",
                  message: "Rank {need} higher",
                  values: { need: needName(code) },
                })}
                onPress={() =>
                  setNeeds((list) => {
                    const moved = list.filter((one) => one !== code);
                    moved.splice(i - 1, 0, code);
                    return moved;
                  })
                }
              />
            )}
            <IconButton
              size="small"
              icon={X}
              label={i18n.t({
                id: "needs.remove",
                message: "Take {need} off the list",
                values: { need: needName(code) },
              })}
              onPress={() => setNeeds((list) => list.filter((one) => one !== code))}
            />
          </li>
        ))}
      </ol>
      <SelectField
        name="needs"
        width="full"
        label={<Trans id="needs.add" message="Add a need" />}
        placeholder={i18n.t({ id: "form.choose", message: "Choose" })}
        options={left.map(({ key }) => ({ id: key, label: needName(key) }))}
        value={null}
        onChange={(code) => setNeeds((list) => [...list, code])}
      />
      {isCorrection && <WhyWrongField value={why} onChange={setWhy} />}
    </SubmitForm>
  );
}
