import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { UserPlus } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Avatar } from "#src/ui/Avatar.tsx";
import { Button } from "#src/ui/Button.tsx";

/** Who teaches this child and is not on the team. Nobody gets in by teaching alone: somebody who manages the team says so. */
export function TeamSuggestions({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const suggested = useQuery(api.groups.suggestions.list, { studentId }) ?? [];
  const add = useCommand(api.students.team.add, {
    done: i18n.t({ id: "team.added", message: "Added to the team" }),
  });
  if (suggested.length === 0) return null;
  return (
    <div className="mt-4 border-t border-hairline pt-3">
      <h3 className="text-14 font-semibold text-ink-3">
        <Trans id="team.suggestions" message="They teach this child: add to the team?" />
      </h3>
      <ul className="divide-y divide-hairline">
        {suggested.map(({ person, groupNames }) => (
          <li key={person.personId} className="flex items-center gap-3 py-2">
            <Avatar person={person} size={32} />
            <span className="min-w-0 grow">
              <span className="block font-semibold">{person.name}</span>
              <span className="block text-14 text-ink-3">{format.list(groupNames)}</span>
            </span>
            <Button
              size="small"
              isPending={add.isPending}
              aria-label={i18n.t({
                id: "team.addNamed",
                message: "Add {name} to the team",
                values: { name: person.name },
              })}
              onPress={() =>
                void add({ studentId, personId: person.personId, teamRole: "generalEducationTeacher" })
              }
            >
              <UserPlus aria-hidden size={16} strokeWidth={1.75} />
              <Trans id="team.addShort" message="Add" />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
