import { Trans, useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { roleName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";

export type Member = FunctionReturnType<typeof api.people.people.get>;
export type Held = Member["memberships"][number];

/** What a person is, will be and was here, with the days and who decided it. */
export function RoleHistory({
  member,
  schoolName,
  onChange,
}: {
  member: Member;
  schoolName: (held: Held) => string | null;
  /** Opens the form that changes a role. */
  onChange: (held: Held) => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [leaving, setLeaving] = useState<Held | null>(null);
  const end = useCommand(api.organizations.memberships.end, {
    done: i18n.t({ id: "people.ended", message: "Membership ended" }),
  });
  const open = member.memberships.filter(({ state }) => state !== "ended");
  const past = member.memberships.filter(({ state }) => state === "ended");
  return (
    <>
      {open.length === 0 ? (
        <p className="py-2 text-ink-3">
          <Trans id="person.nothing" message="Nothing here at present: they can open nothing." />
        </p>
      ) : (
        <ul className="divide-y divide-hairline">{open.map(line)}</ul>
      )}
      {past.length > 0 && (
        <>
          <h3 className="mt-4 text-14 font-semibold text-ink-3">
            <Trans id="person.past" message="Before" />
          </h3>
          <ul className="divide-y divide-hairline text-ink-2">{past.map(line)}</ul>
        </>
      )}
      <ConfirmDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        isDangerous
        title={i18n.t({ id: "people.endTitle", message: "End this membership?" })}
        confirmLabel={i18n.t({ id: "people.end", message: "End membership" })}
        cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
        onConfirm={() => leaving && void end({ organizationId, membershipId: leaving.membershipId })}
      >
        <Trans
          id="person.endAdvice"
          message="What {name} can open through it closes at once, on open screens too. What they wrote stays."
          values={{ name: member.name }}
        />
      </ConfirmDialog>
    </>
  );

  function line(held: Held) {
    const school = schoolName(held);
    const isFamily = held.role === "guardian" || held.role === "student";
    return (
      <li key={held.membershipId} className="flex items-start gap-3 py-2.5">
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-center gap-2">
            <span className={held.state === "ended" ? undefined : "font-semibold"}>
              {roleName(held.role)}
            </span>
            {school !== null && <span className="text-14 text-ink-3">{school}</span>}
            {held.state === "coming" && (
              <Badge tone="information">
                <Trans id="person.coming" message="Coming" />
              </Badge>
            )}
          </span>
          <span className="block text-14 text-ink-3">
            {held.endsOn === null ? (
              <Trans id="person.since" message="from {day}" values={{ day: format.day(held.startsOn) }} />
            ) : (
              <Trans
                id="person.span"
                message="{from} to {until}"
                values={{ from: format.day(held.startsOn), until: format.day(held.endsOn) }}
              />
            )}
            {held.givenByName !== null && (
              <>
                {" · "}
                <Trans id="person.givenBy" message="given by {name}" values={{ name: held.givenByName }} />
              </>
            )}
            {held.endedByName !== null && (
              <>
                {" · "}
                <Trans id="person.endedBy" message="ended by {name}" values={{ name: held.endedByName }} />
              </>
            )}
          </span>
        </span>
        {held.state !== "ended" && (
          <Menu
            label={i18n.t({
              id: "person.acts",
              message: "Actions for the role {role}",
              values: { role: roleName(held.role) },
            })}
          >
            {!isFamily && (
              <MenuItem onAction={() => onChange(held)}>
                {i18n.t({ id: "person.change", message: "Change role…" })}
              </MenuItem>
            )}
            <MenuItem isDangerous onAction={() => setLeaving(held)}>
              {i18n.t({ id: "people.endMenu", message: "End membership…" })}
            </MenuItem>
          </Menu>
        )}
      </li>
    );
  }
}
