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
  const others = team.filter((spell) => !isCaseManager(spell));
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
        {others.map((spell) => (
          <Person key={spell.teamMembershipId} person={spell.person} part={teamRoleName(spell.teamRole)}>
            {mayManage && (
              <Menu
                label={i18n.t({
                  id: "team.acts",
                  message: "Actions for {name}",
                  values: { name: spell.person.name },
                })}
              >
                <MenuItem
                  isDangerous
                  onAction={() => void endMembership({ studentId, teamMembershipId: spell.teamMembershipId })}
                >
                  {i18n.t({ id: "team.end", message: "Take off the team" })}
                </MenuItem>
              </Menu>
            )}
          </Person>
        ))}
        {guardians.map((row) => (
          <Person key={row.guardianshipId} person={row.person} part={relationshipName(row.relationship)}>
            {mayManage && (
              <Menu
                label={i18n.t({
                  id: "team.acts",
                  message: "Actions for {name}",
                  values: { name: row.person.name },
                })}
              >
                <MenuItem
                  isDangerous
                  onAction={() => void endGuardianship({ studentId, guardianshipId: row.guardianshipId })}
                >
                  {i18n.t({ id: "guardians.end", message: "End guardianship" })}
                </MenuItem>
              </Menu>
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
