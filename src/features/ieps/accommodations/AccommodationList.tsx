import { useLingui } from "@lingui/react";
import { Plus, Sparkles } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { compareText } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import type { PlanView } from "../sections/sectionWords.ts";
import { AccommodationItem } from "./AccommodationItem.tsx";
import { AddAccommodation } from "./AddAccommodation.tsx";

export type AccommodationView = PlanView["accommodations"][number];

/** Accommodations and supports, gathered by kind. */
export function AccommodationList({
  studentId,
  iepId,
  accommodations,
  isEditable,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  accommodations: readonly AccommodationView[];
  isEditable: boolean;
}) {
  const { i18n } = useLingui();
  const [isAdding, setIsAdding] = useState(false);
  const restore = useCommand(api.ieps.accommodations.add);
  const categories = [...new Set(accommodations.map(({ category }) => category))].sort(compareText);
  const add = (
    <Button size="small" onPress={() => setIsAdding(true)}>
      <Plus aria-hidden size={16} strokeWidth={1.75} />
      {i18n.t({ id: "accommodation.add", message: "Add an accommodation" })}
    </Button>
  );
  return (
    <>
      {accommodations.length === 0 && !isAdding && (
        <EmptyState
          icon={Sparkles}
          title={i18n.t({ id: "accommodation.none", message: "No accommodations yet" })}
          action={isEditable && add}
        >
          {i18n.t({
            id: "accommodation.noneAdvice",
            message: "What lets this student take part: more time, another format, a quiet place.",
          })}
        </EmptyState>
      )}
      {categories.map((category) => (
        <section key={category} aria-label={category} className="mb-4">
          <h3 dir="auto" className="text-16">
            {category}
          </h3>
          <ul>
            {accommodations
              .filter((accommodation) => accommodation.category === category)
              .map((accommodation) => (
                <AccommodationItem
                  key={accommodation.accommodationId}
                  studentId={studentId}
                  iepId={iepId}
                  accommodation={accommodation}
                  isEditable={isEditable}
                  onRemoved={({ accommodationId, ...fields }) =>
                    void restore({ studentId, iepId, ...fields })
                  }
                />
              ))}
          </ul>
        </section>
      ))}
      {isAdding && (
        <AddAccommodation
          studentId={studentId}
          iepId={iepId}
          categories={categories}
          onClose={() => setIsAdding(false)}
        />
      )}
      {isEditable && accommodations.length > 0 && !isAdding && <div data-screen-only>{add}</div>}
    </>
  );
}
