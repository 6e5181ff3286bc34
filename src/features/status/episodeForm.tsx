import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { useEvidence } from "#src/lib/evidence.tsx";
import { format } from "#src/lib/format.ts";
import type { FormWords } from "#src/lib/formWords.ts";
import { KeptNotice } from "#src/lib/KeptNotice.tsx";
import type { Term } from "#src/lib/statusWords.ts";
import { termName } from "#src/lib/statusWords.ts";
import type { Answer } from "#src/lib/submitting.ts";
import type { Outcome } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Form } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

type Gap = { from: string; until: string };

/** What every act on a status asks alike: errors by field, and whether days left without a status are right. */
export function useEpisodeForm(
  send: (said: { gapIsRight?: true }) => Answer | Promise<Answer>,
  onDone: () => void,
  words?: FormWords,
) {
  const [gap, setGap] = useState<Gap | null>(null);
  const [gapIsRight, setGapIsRight] = useState(false);
  const submission = useSubmit(
    async () => {
      const answer = await send(gapIsRight ? { gapIsRight } : {});
      if (!isRefusal(answer) || answer.problem.code !== "episode_gap") return answer;
      const { params } = answer.problem;
      setGap({ from: String(params?.from), until: String(params?.until) });
      return { gap: answer.sentence };
    },
    onDone,
    words,
  );
  // Not an error but a question, which stands above the button.
  const { gap: _asked, ...errors } = submission.errors;
  return { ...submission, errors, gap, gapIsRight, setGapIsRight };
}

const isRefusal = (answer: Answer): answer is Outcome<unknown> & { isDone: false } => answer.isDone === false;

export function EpisodeForm({
  form,
  submitLabel,
  isDangerous = false,
  children,
}: {
  form: ReturnType<typeof useEpisodeForm>;
  submitLabel: ReactNode;
  isDangerous?: boolean;
  children: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <KeptNotice words={form.words} />
      {children}
      {form.gap && (
        <Banner
          tone="attention"
          announce
          title={
            <Trans
              id="status.gapFound"
              message="No status from {from} to {until}"
              values={{ from: format.day(form.gap.from), until: format.day(form.gap.until) }}
            />
          }
        >
          <Trans
            id="status.gapAdvice"
            message="Nothing fills these days by itself. Change the days above, or say that this is how it was."
          />
          <CheckboxField
            isSelected={form.gapIsRight}
            onChange={form.setGapIsRight}
            label={<Trans id="status.gapIsRight" message="The child had no status on these days" />}
          />
        </Banner>
      )}
      <Button kind={isDangerous ? "danger" : "primary"} type="submit" isPending={form.isPending}>
        {submitLabel}
      </Button>
    </Form>
  );
}

export type Decision = {
  term: Term;
  reason: string;
  decidedBy: string;
  evidenceDocumentIds: Id<"documents">[];
};

/** Why, for how long, who decided, and on what papers. */
export function DecisionFields({
  value,
  onChange,
}: {
  value: Decision;
  onChange: (value: Decision) => void;
}) {
  const evidence = useEvidence();
  return (
    <>
      <RadioField<Term>
        name="term"
        label={<Trans id="status.term" message="For how long" />}
        options={(["longTerm", "temporary"] as const).map((id) => ({ id, label: termName(id) }))}
        value={value.term}
        onChange={(term) => onChange({ ...value, term })}
      />
      <TextField
        name="reason"
        rows={3}
        width="full"
        label={<Trans id="status.reason" message="Reason" />}
        hint={<Trans id="status.reasonHint" message="What the decision rests on, in a sentence or two." />}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
      />
      <TextField
        name="decidedBy"
        width="full"
        label={<Trans id="status.whoDecided" message="Who decided" />}
        hint={<Trans id="status.whoDecidedHint" message="Such as “Eligibility team, March 12”." />}
        value={value.decidedBy}
        onChange={(decidedBy) => onChange({ ...value, decidedBy })}
      />
      {evidence.pick(value.evidenceDocumentIds, (chosen) =>
        onChange({ ...value, evidenceDocumentIds: chosen }),
      )}
    </>
  );
}

/** Why something recorded was wrong; kept beside what was believed. */
export function WhyWrongField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      name="correctionReason"
      rows={2}
      width="full"
      label={<Trans id="status.whyWrong" message="What was wrong" />}
      hint={
        <Trans
          id="status.whyWrongHint"
          message="The old entry stays readable under “What was believed when”, with this sentence."
        />
      }
      value={value}
      onChange={onChange}
    />
  );
}
