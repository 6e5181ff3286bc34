import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { addDays, schoolDaysBetween } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { type Outcome, useCommand } from "#src/lib/useCommand.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { type Calendar, districtCalendar } from "./districtCalendar.ts";
import { type NamedSpan, SpanForm } from "./SpanForm.tsx";

type Term = Calendar["terms"][number];

/** The terms with their school days counted. */
export function Terms({ calendar }: { calendar: Calendar }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [open, setOpen] = useState<Term | "new" | null>(null);
  const add = useCommand(api.organizations.calendar.addTerm, { showsProblem: false });
  const change = useCommand(api.organizations.calendar.changeTerm, { showsProblem: false });
  const restore = useCommand(api.organizations.calendar.addTerm);
  const remove = useCommand(api.organizations.calendar.removeTerm, {
    done: i18n.t({ id: "calendar.termRemoved", message: "Term removed" }),
    undo: (_, { termId }) => {
      const term = calendar.terms.find((candidate) => candidate.termId === termId);
      if (term)
        void restore({ organizationId, name: term.name, startsOn: term.startsOn, endsOn: term.endsOn });
    },
  });
  const close = () => setOpen(null);
  const addTitle = i18n.t({ id: "calendar.addTerm", message: "Add a term" });
  const days = (term: Term) =>
    schoolDaysBetween(addDays(term.startsOn, -1), term.endsOn, districtCalendar(calendar));
  return (
    <Card
      title={<Trans id="calendar.terms" message="Terms" />}
      actions={
        <Button size="small" onPress={() => setOpen("new")}>
          {addTitle}
        </Button>
      }
    >
      {calendar.terms.length === 0 && (
        <p className="py-2 text-ink-3">
          <Trans
            id="calendar.noTerms"
            message="No term yet: until there is one, every weekday counts as a school day."
          />
        </p>
      )}
      <ul className="divide-y divide-hairline">
        {calendar.terms.map((term) => (
          <li key={term.termId} className="flex min-h-12 items-center gap-3 py-2">
            <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-3">
              <span>
                <span className="block font-semibold">{term.name}</span>
                <span className="block text-14 text-ink-3">
                  <Trans
                    id="person.span"
                    message="{from} to {until}"
                    values={{ from: format.day(term.startsOn), until: format.day(term.endsOn) }}
                  />
                </span>
              </span>
              <span className="tabular text-14 text-ink-2">
                <Trans
                  id="calendar.schoolDays"
                  message="{days, plural, one {# school day} other {# school days}}"
                  values={{ days: days(term) }}
                />
              </span>
            </span>
            <Menu
              label={i18n.t({ id: "team.acts", message: "Actions for {name}", values: { name: term.name } })}
            >
              <MenuItem onAction={() => setOpen(term)}>
                {i18n.t({ id: "calendar.changeTerm", message: "Change…" })}
              </MenuItem>
              <MenuItem isDangerous onAction={() => void remove({ organizationId, termId: term.termId })}>
                {i18n.t({ id: "calendar.removeTerm", message: "Remove" })}
              </MenuItem>
            </Menu>
          </li>
        ))}
      </ul>
      <Dialog
        title={open === "new" ? addTitle : i18n.t({ id: "calendar.changeTitle", message: "Change the term" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open !== null}
        onClose={close}
      >
        {open !== null && (
          <TermForm
            term={
              open === "new" ? null : (calendar.terms.find(({ termId }) => termId === open.termId) ?? open)
            }
            onSubmit={({ name, startsOn, endsOn }) => {
              const span = { organizationId, name, startsOn, endsOn };
              return open === "new" ? add(span) : change({ ...span, termId: open.termId });
            }}
            onDone={close}
          />
        )}
      </Dialog>
    </Card>
  );
}

function TermForm({
  term,
  onSubmit,
  onDone,
}: {
  /** null: a new one. */
  term: Term | null;
  onSubmit: (span: NamedSpan) => Promise<Outcome<unknown>>;
  onDone: () => void;
}) {
  const { organizationId } = useMyOrganization();
  const { name = "", startsOn = "", endsOn = "" } = term ?? {};
  const form = `calendar.term ${term?.termId ?? `${organizationId} new`}`;
  const draft = useDraft<NamedSpan>(form, { name, startsOn, endsOn }, { isNew: term === null });
  return (
    <SpanForm
      draft={draft}
      hint={<Trans id="calendar.termHint" message="Such as “Fall semester 2026”." />}
      submitLabel={<Trans id="calendar.saveTerm" message="Save term" />}
      onSubmit={onSubmit}
      onDone={onDone}
    />
  );
}
