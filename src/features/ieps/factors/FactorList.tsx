import type { Id } from "#convex/_generated/dataModel.js";
import { specialFactors } from "#convex/ieps/rules/lifecycle.ts";
import { FactorItem } from "./FactorItem.tsx";
import type { FactorView } from "./factorWords.ts";

/** The five questions that every plan answers. */
export function FactorList({
  studentId,
  iepId,
  answers,
  isEditable,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  answers: readonly FactorView[];
  isEditable: boolean;
}) {
  return (
    <ol>
      {specialFactors.map((factor) => (
        <FactorItem
          key={factor}
          studentId={studentId}
          iepId={iepId}
          factor={factor}
          answer={answers.find((answer) => answer.factor === factor) ?? null}
          isEditable={isEditable}
        />
      ))}
    </ol>
  );
}
