import { Avatar, type AvatarPerson } from "./Avatar.tsx";

/** Who is here, at most `max` faces and a count; the label names everybody. */
export function AvatarStack({
  label,
  people,
  max = 4,
  size = 28,
}: {
  /** For example "Here now: Ana Ruiz, Tom Reed". */
  label: string;
  people: readonly (AvatarPerson & { id: string })[];
  max?: number;
  size?: number;
}) {
  if (people.length === 0) return null;
  const shown = people.slice(0, max);
  const hidden = people.length - shown.length;
  return (
    <span role="img" aria-label={label} className="inline-flex items-center">
      {shown.map((person) => (
        <Avatar
          key={person.id}
          person={person}
          size={size}
          className="-ms-1.5 ring-2 ring-raised first:ms-0"
        />
      ))}
      {hidden > 0 && <span className="ms-1 text-13 font-semibold text-ink-3">+{hidden}</span>}
    </span>
  );
}
