import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { fieldStyle } from "#src/ui/fieldStyle.ts";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** Which documents of the child prove something. Pages hand it to whatever asks for evidence. */
export function DocumentPicker({
  studentId,
  chosen,
  onChange,
}: {
  studentId: Id<"students">;
  chosen: readonly Id<"documents">[];
  onChange: (chosen: Id<"documents">[]) => void;
}) {
  const { i18n } = useLingui();
  const { results, status } = usePaginatedQuery(
    api.documents.documents.list,
    { studentId },
    { initialNumItems: 100 },
  );
  const ready = results.filter(
    ({ state, retractionReason }) => state === "ready" && retractionReason === null,
  );
  return (
    <fieldset className={fieldStyle.field}>
      <legend className={fieldStyle.label}>
        {i18n.t({ id: "documents.evidence", message: "Documents that show it" })}
      </legend>
      {status === "LoadingFirstPage" ? (
        <SkeletonRows
          label={i18n.t({ id: "documents.loading", message: "Loading the documents" })}
          rows={2}
        />
      ) : ready.length === 0 ? (
        <p className={fieldStyle.hint}>
          <Trans id="documents.noEvidence" message="None yet. Add them on the documents page." />
        </p>
      ) : (
        <div className="max-h-48 overflow-y-auto rounded border border-hairline px-3 py-1">
          {ready.map(({ documentId, title, documentOn, isConfidential }) => (
            <CheckboxField
              key={documentId}
              label={title}
              hint={
                isConfidential
                  ? i18n.t({
                      id: "documents.evidenceConfidential",
                      message: "{day} · confidential: others see only that there is a paper",
                      values: { day: format.day(documentOn) },
                    })
                  : format.day(documentOn)
              }
              isSelected={chosen.includes(documentId)}
              onChange={(isChosen) =>
                onChange(isChosen ? [...chosen, documentId] : chosen.filter((other) => other !== documentId))
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
