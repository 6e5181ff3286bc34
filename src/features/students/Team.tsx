import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { relationshipName, teamRoleName } from "#src/lib/words.ts";
import { Avatar } from "#src/ui/Avatar.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { AddTeamMember } from "./AddTeamMember.tsx";
import { InviteGuardian } from "./InviteGuardian.tsx";
import type { StudentRecord } from "./studentRecord.ts";
import { TeamSuggestions } from "./TeamSuggestions.tsx";

/** Who works with the child, and who is their family. */
export function Team({ record }: { record: StudentRecord }) {
  const { i18n } = useLingui();
  const { studentId } = record.student;
  const [open, setOpen] = useState<"member" | "guardian" | null>(null);
  const mayManage = record.abilities.includes("students.manageTeam");
  const isCurrent = (spell: { startsOn: string; endsOn: string | null }) =>
    spell.startsOn <= record.today && (spell.endsOn === null || record.today <= spell.endsOn);
  const endMembership = useCommand(api.students.team.end, {
    done: i18n.t({ id: "team.ended", message: "Taken off the team" }),
  });
  const endGuardianship = useCommand(api.guardians.guardianships.end, {
    done: i18n.t({ id: "guardians.ended", message: "No longer a guardian here" }),
  });
  const team = record.team.filter(isCurrent);
  const guardians = record.guardians.filter(isCurrent);
  const isCaseManager = (spell: (typeof team)[number]) =>
    spell.person.personId === record.caseManager?.personId;
  const others = byPerson(team.filter((spell) => !isCaseManager(spell)));
  const families = byPerson(guardians);
  const caseManagerPart = format.list([
    i18n.t({ id: "role.caseManager", message: "Case manager" }),
    ...team.filter(isCaseManager).map((spell) => teamRoleName(spell.teamRole)),
  ]);
  return (
    <Card
      title={<Trans id="team.title" message="Team and family" />}
      actions={
        mayManage && (
          <>
            <Button size="small" onPress={() => setOpen("member")}>
              <Trans id="team.add" message="Add to team" />
            </Button>
            <Button size="small" onPress={() => setOpen("guardian")}>
              <Trans id="guardians.invite" message="Invite guardian" />
            </Button>
          </>
        )
      }
    >
      <ul className="divide-y divide-hairline">
        {record.caseManager && <Person person={record.caseManager} part={caseManagerPart} />}
        {others.map(({ person, held }) => (
          <Person
            key={person.personId}
            person={person}
            part={format.list(held.map((spell) => teamRoleName(spell.teamRole)))}
          >
            {mayManage && (
              <Acts name={person.name}>
                {held.map(({ teamMembershipId, teamRole }) => (
                  <MenuItem
                    key={teamMembershipId}
                    isDangerous
                    onAction={() => void endMembership({ studentId, teamMembershipId })}
                  >
                    {held.length === 1
                      ? i18n.t({ id: "team.end", message: "Take off the team" })
                      : i18n.t({
                          id: "team.endPart",
                          message: "Take off the team: {part}",
                          values: { part: teamRoleName(teamRole) },
                        })}
                  </MenuItem>
                ))}
              </Acts>
            )}
          </Person>
        ))}
        {families.map(({ person, held }) => (
          <Person
            key={person.personId}
            person={person}
            part={format.list(held.map((row) => relationshipName(row.relationship)))}
          >
            {mayManage && (
              <Acts name={person.name}>
                {held.map(({ guardianshipId, relationship }) => (
                  <MenuItem
                    key={guardianshipId}
                    isDangerous
                    onAction={() => void endGuardianship({ studentId, guardianshipId })}
                  >
                    {held.length === 1
                      ? i18n.t({ id: "guardians.end", message: "End guardianship" })
                      : i18n.t({
                          id: "guardians.endPart",
                          message: "End guardianship: {part}",
                          values: { part: relationshipName(relationship) },
                        })}
                  </MenuItem>
                ))}
              </Acts>
            )}
          </Person>
        ))}
      </ul>
      {guardians.length === 0 && (
        <p className="mt-2 text-ink-3">
          <Trans id="guardians.none" message="No guardian has joined yet." />
        </p>
      )}
      {mayManage && <TeamSuggestions studentId={studentId} />}
      <AddTeamMember studentId={studentId} isOpen={open === "member"} onClose={() => setOpen(null)} />
      <InviteGuardian studentId={studentId} isOpen={open === "guardian"} onClose={() => setOpen(null)} />
    </Card>
  );
}

/** Each person once, with all that they are. */
function byPerson<Held extends { person: { personId: string; name: string; color: number } }>(
  rows: readonly Held[],
): { person: Held["person"]; held: Held[] }[] {
  const people = new Map<string, Held[]>();
  for (const row of rows) people.set(row.person.personId, [...(people.get(row.person.personId) ?? []), row]);
  return [...people.values()].flatMap((held) => (held[0] ? [{ person: held[0].person, held }] : []));
}

function Acts({ name, children }: { name: string; children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <Menu label={i18n.t({ id: "team.acts", message: "Actions for {name}", values: { name } })}>
      {children}
    </Menu>
  );
}

function Person({
  person,
  part,
  children,
}: {
  person: { name: string; color: number };
  part: string;
  children?: ReactNode;
}) {
  return (
    <li className="flex items-center gap-3 py-2">
      <Avatar person={person} size={32} />
      <span className="min-w-0 grow">
        <span className="block font-semibold">{person.name}</span>
        <span className="block text-14 text-ink-3">{part}</span>
      </span>
      {children}
    </li>
  );
}
