import { Trans, useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";

export type Group = FunctionReturnType<typeof api.groups.groups.get>;
type Spell = { startsOn: string; endsOn: string | null };

/** Who teaches a group and who is in it, today; those before are listed below. */
export function GroupMembers({ group, part }: { group: Group; part: "teachers" | "students" }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const done = i18n.t({ id: "groups.left", message: "No longer in the group" });
  const endTeacher = useCommand(api.groups.members.endTeacher, { done });
  const endStudent = useCommand(api.groups.members.endStudent, { done });
  const isPast = ({ endsOn }: Spell) => endsOn !== null && endsOn < group.today;
  const rows =
    part === "teachers"
      ? group.teachers.map(({ groupTeacherId, person, ...spell }) => ({
          key: groupTeacherId as string,
          name: <span className="font-semibold">{person.name}</span>,
          below: null as string | null,
          spell,
          end: () => void endTeacher({ organizationId, groupTeacherId }),
        }))
      : group.students.map(({ groupStudentId, studentId, name, gradeLevel, ...spell }) => ({
          key: groupStudentId as string,
          name: <Link href={paths.student(studentId)}>{name}</Link>,
          below: gradeName(gradeLevel),
          spell,
          end: () => void endStudent({ organizationId, groupStudentId }),
        }));
  const now = rows.filter(({ spell }) => !isPast(spell));
  const before = rows.filter(({ spell }) => isPast(spell));
  return (
    <>
      {now.length === 0 && (
        <p className="text-ink-3">
          <Trans id="groups.nobody" message="Nobody yet." />
        </p>
      )}
      <ul className="divide-y divide-hairline">{now.map((row) => line(row, !group.isArchived))}</ul>
      {before.length > 0 && (
        <details className="mt-3">
          <summary className="target inline-flex min-h-8 items-center rounded-sm text-accent underline underline-offset-4">
            <Trans id="groups.before" message="Before ({count})" values={{ count: before.length }} />
          </summary>
          <ul className="divide-y divide-hairline text-ink-2">{before.map((row) => line(row, false))}</ul>
        </details>
      )}
    </>
  );

  function line(
    {
      key,
      name,
      below,
      spell,
      end,
    }: { key: string; name: ReactNode; below: string | null; spell: Spell; end: () => void },
    mayEnd: boolean,
  ) {
    return (
      <li key={key} className="flex min-h-11 items-center gap-3 py-1.5">
        <span className="min-w-0 grow">
          {name}
          <span className="block text-14 text-ink-3">
            {below !== null && `${below} · `}
            {spell.endsOn === null ? (
              <Trans id="person.since" message="from {day}" values={{ day: format.day(spell.startsOn) }} />
            ) : (
              <Trans
                id="person.span"
                message="{from} to {until}"
                values={{ from: format.day(spell.startsOn), until: format.day(spell.endsOn) }}
              />
            )}
          </span>
        </span>
        {mayEnd && (
          <Button kind="quiet" size="small" onPress={end}>
            <Trans id="groups.end" message="Take out" />
          </Button>
        )}
      </li>
    );
  }
}
