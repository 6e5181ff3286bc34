import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import type { Import } from "../words/rosterWords.ts";
import { countOf } from "./countOf.ts";

/** The one thing to do after the check: apply what it has shown. Many leaving at once must be said with their number. */
export function ApplyImport({ import: found, discard }: { import: Import; discard: ReactNode }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { importId, counts, students, needsConfirmation } = found;
  const [typed, setTyped] = useState(Number.NaN);
  const apply = useCommand(api.roster.imports.apply, { showsProblem: false });
  const wanted = countOf(counts, "create", "change", "leave") + (counts["student.answered"] ?? 0);
  const open = countOf(counts, "question") - (counts["student.answered"] ?? 0);
  const wrong = countOf(counts, "error");

  const form = useSubmit(() => {
    if (needsConfirmation && typed !== students.leaving) {
      const sentence = i18n.t({
        id: "roster.leaving.mismatch",
        message: "Type {count}, the number of students who would become inactive.",
        values: { count: students.leaving },
      });
      return { leaving: sentence };
    }
    const said = needsConfirmation && { leaving: typed };
    return apply({ organizationId, importId, ...said });
  });

  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      {wrong > 0 && (
        <Banner
          tone="danger"
          title={
            <Trans
              id="roster.errors.title"
              message="{count, plural, one {# row has} other {# rows have}} errors"
              values={{ count: wrong }}
            />
          }
        >
          <Trans
            id="roster.errors.advice"
            message="They are left out. Correct them in the file and import it again, now or later: rows that are here already stay as they are."
          />
        </Banner>
      )}
      {open > 0 && (
        <Banner tone="attention">
          <Trans
            id="roster.questions"
            message="{count, plural, one {# row may be of a student} other {# rows may be of students}} you have already. Answer below; without an answer they are left out."
            values={{ count: open }}
          />
        </Banner>
      )}
      {needsConfirmation && (
        <Banner
          tone="danger"
          title={
            <Trans
              id="roster.leaving.title"
              message="{leaving} of {active} active students are missing from the files"
              values={{ leaving: format.number(students.leaving), active: format.number(students.active) }}
            />
          }
        >
          <Trans
            id="roster.leaving.advice"
            message="That is more than a fifth, which often means that the export was cut off. They would become inactive; their plans stay as they are."
          />
        </Banner>
      )}
      {needsConfirmation && (
        <NumberField
          name="leaving"
          label={<Trans id="roster.leaving.label" message="How many students become inactive?" />}
          hint={<Trans id="roster.leaving.hint" message="Type the number to say that it is right." />}
          value={typed}
          onChange={setTyped}
          minValue={0}
          formatOptions={{ useGrouping: false }}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" type="submit" isPending={form.isPending}>
          <Trans
            id="roster.apply"
            message="{count, plural, =0 {Finish, nothing to change} one {Apply # row} other {Apply # rows}}"
            values={{ count: wanted }}
          />
        </Button>
        {discard}
      </div>
    </Form>
  );
}
