import { useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { FieldConflict } from "#src/ui/live/FieldConflict.tsx";
import { useFieldEdit } from "#src/ui/live/useFieldEdit.ts";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { changePlan } from "../plan/changePlan.ts";
import { type Factor, type FactorView, factorQuestion } from "./factorWords.ts";

type Answer = Omit<FactorView, "factor"> | null;

/** One question: yes or no, and if yes, what will be done about it. */
export function FactorItem({
  studentId,
  iepId,
  factor,
  answer,
  isEditable,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  factor: Factor;
  answer: FactorView | null;
  isEditable: boolean;
}) {
  const { i18n } = useLingui();
  const send = useCommand(api.ieps.specialFactors.answer, {
    showsProblem: false,
    optimistic: (store, { applies, explanation }) =>
      changePlan(store, { studentId, iepId }, (plan) => ({
        ...plan,
        specialFactors: [
          ...plan.specialFactors.filter((one) => one.factor !== factor),
          { factor, applies, explanation },
        ],
      })),
  });
  const live: Answer = answer && { applies: answer.applies, explanation: answer.explanation };
  const edit = useFieldEdit<Answer>(live, async (base, next) => {
    const wanted = next ?? { applies: false, explanation: "" };
    return await send({ studentId, iepId, factor, ...wanted, base: base && { factor, ...base } });
  });
  const value = edit.value;
  const question = factorQuestion(factor);
  const yes = i18n.t({ id: "answer.yes", message: "Yes" });
  const no = i18n.t({ id: "answer.no", message: "No" });
  const unanswered = i18n.t({ id: "answer.none", message: "Not answered yet" });
  const say = (given: Answer) =>
    given ? [given.applies ? yes : no, given.explanation].filter(Boolean).join(". ") : unanswered;
  if (!isEditable) {
    return (
      <li className="border-b border-hairline py-3" data-keep-together>
        <p className="font-semibold">{question}</p>
        <p dir="auto" className="reading mt-1">
          {say(live)}
        </p>
      </li>
    );
  }
  return (
    <li className="border-b border-hairline py-4">
      <RadioField
        label={question}
        options={[
          { id: "no", label: no },
          { id: "yes", label: yes },
        ]}
        value={value ? (value.applies ? "yes" : "no") : null}
        onChange={(choice) =>
          edit.change({ explanation: value?.explanation ?? "", applies: choice === "yes" })
        }
      />
      {value?.applies && (
        <div className="mt-3">
          <TextField
            label={i18n.t({ id: "factor.explanation", message: "What the team will do about it" })}
            rows={3}
            value={value.explanation}
            onChange={(explanation) => edit.change({ applies: true, explanation })}
            onBlur={edit.commit}
          />
        </div>
      )}
      <FieldConflict edit={edit} show={say} />
    </li>
  );
}
