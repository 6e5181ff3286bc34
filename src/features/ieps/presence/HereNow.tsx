import { useLingui } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import { AvatarStack } from "#src/ui/AvatarStack.tsx";
import type { PresentPerson } from "./planRoom.ts";

/** The faces of people who are here at this moment, with their names for whoever listens; nothing for nobody. */
export function HereNow({
  people,
  max,
  size,
}: {
  people: readonly PresentPerson[];
  max?: number;
  size?: number;
}) {
  const { i18n } = useLingui();
  return (
    <AvatarStack
      label={i18n.t({
        id: "section.hereNow",
        message: "Here now: {names}",
        values: { names: format.list(people.map(({ name }) => name)) },
      })}
      people={people.map((person) => ({ ...person, id: person.personId }))}
      {...(max !== undefined && { max })}
      {...(size !== undefined && { size })}
    />
  );
}
