import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import type { Calendar } from "./districtCalendar.ts";
import { SpanForm } from "./SpanForm.tsx";

type School = { schoolId: Id<"organizations">; name: string };
type Closure = Calendar["closures"][number];
const ALL = "all";

/** Holidays and other days without school, and where one school does it differently. */
export function Closures({ calendar, schools }: { calendar: Calendar; schools: readonly School[] }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [isAdding, setIsAdding] = useState(false);
  const restore = useCommand(api.organizations.calendar.addClosure);
  const remove = useCommand(api.organizations.calendar.removeClosure, {
    done: i18n.t({ id: "calendar.closureRemoved", message: "Taken out of the calendar" }),
    undo: (_, { closureId }) => {
      const closure = calendar.closures.find((candidate) => candidate.closureId === closureId);
      if (closure) void restore(asArguments(closure));
    },
  });
  const asArguments = ({ name, startsOn, endsOn, isOpen, schoolId }: Closure) => ({
    organizationId,
    name,
    startsOn,
    endsOn,
    isOpen,
    ...(schoolId && { schoolId }),
  });
  const addTitle = i18n.t({ id: "calendar.addClosure", message: "Add days without school" });
  return (
    <Card
      title={<Trans id="calendar.closures" message="Holidays and closures" />}
      actions={
        <Button size="small" onPress={() => setIsAdding(true)}>
          {addTitle}
        </Button>
      }
    >
      {calendar.closures.length === 0 && (
        <p className="py-2 text-ink-3">
          <Trans
            id="calendar.noClosures"
            message="None yet. Deadlines in school days leave these days out."
          />
        </p>
      )}
      <ul className="divide-y divide-hairline">
        {calendar.closures.map((closure) => (
          <li key={closure.closureId} className="flex min-h-12 items-center gap-3 py-2">
            <span className="min-w-0 grow">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">{closure.name}</span>
                {closure.schoolId !== null && (
                  <Badge tone={closure.isOpen ? "good" : "neutral"}>
                    {closure.isOpen ? (
                      <Trans
                        id="calendar.openAt"
                        message="School is kept at {school}"
                        values={{ school: nameOf(closure) }}
                      />
                    ) : (
                      nameOf(closure)
                    )}
                  </Badge>
                )}
              </span>
              <span className="block text-14 text-ink-3">
                {closure.startsOn === closure.endsOn ? (
                  format.day(closure.startsOn)
                ) : (
                  <Trans
                    id="person.span"
                    message="{from} to {until}"
                    values={{ from: format.day(closure.startsOn), until: format.day(closure.endsOn) }}
                  />
                )}
              </span>
            </span>
            <Button
              kind="quiet"
              size="small"
              isPending={remove.isPending}
              onPress={() => void remove({ organizationId, closureId: closure.closureId })}
            >
              <Trans id="calendar.removeTerm" message="Remove" />
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        title={addTitle}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
      >
        <AddClosure schools={schools} onDone={() => setIsAdding(false)} />
      </Dialog>
    </Card>
  );

  function nameOf({ schoolId }: Closure): string {
    return schools.find((school) => school.schoolId === schoolId)?.name ?? "";
  }
}

function AddClosure({ schools, onDone }: { schools: readonly School[]; onDone: () => void }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const blank = { name: "", startsOn: "", endsOn: "", where: ALL, isOpen: false };
  const draft = useDraft(`calendar.closure ${organizationId}`, blank, { isNew: true });
  const { where, isOpen } = draft.values;
  const add = useCommand(api.organizations.calendar.addClosure, { showsProblem: false });
  return (
    <SpanForm
      draft={draft}
      hint={<Trans id="calendar.closureHint" message="Such as “Winter break” or “Snow day”." />}
      submitLabel={<Trans id="calendar.saveClosure" message="Save days" />}
      onSubmit={({ name, startsOn, endsOn }) =>
        add({
          organizationId,
          name,
          startsOn,
          endsOn,
          isOpen: where !== ALL && isOpen,
          ...(where !== ALL && { schoolId: where as Id<"organizations"> }),
        })
      }
      onDone={onDone}
    >
      {schools.length > 1 && (
        <SelectField
          name="schoolId"
          width="full"
          label={<Trans id="people.where" message="Where" />}
          options={[
            { id: ALL, label: i18n.t({ id: "calendar.allSchools", message: "All schools" }) },
            ...schools.map(({ schoolId, name }) => ({ id: schoolId as string, label: name })),
          ]}
          value={where}
          onChange={(schoolId) => draft.change({ where: schoolId })}
        />
      )}
      {where !== ALL && (
        <CheckboxField
          isSelected={isOpen}
          onChange={(isKept) => draft.change({ isOpen: isKept })}
          label={
            <Trans
              id="calendar.isOpen"
              message="School is kept there on these days, though the others are closed"
            />
          }
        />
      )}
    </SpanForm>
  );
}
