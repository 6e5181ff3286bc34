import { classNames } from "./classNames.ts";

export type AvatarPerson = { name: string; color: number };

/** Up to two initials of a name, in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return ([...first][0] ?? "?").toLocaleUpperCase() + ([...last][0] ?? "").toLocaleUpperCase();
}

/** The colour of a person, the same everywhere: caret, avatar, label. */
export function personColor(color: number): string {
  return `var(--person-${((color % 8) + 8) % 8})`;
}

/** A person as initials on their colour. With `isLabelled` the name is read aloud; leave it out where the name stands beside it. */
export function Avatar({
  person,
  size = 28,
  isLabelled = false,
  className,
}: {
  person: AvatarPerson;
  size?: number;
  isLabelled?: boolean;
  className?: string;
}) {
  const face = <span aria-hidden={isLabelled ? undefined : true}>{initialsOf(person.name)}</span>;
  return (
    <span
      {...(isLabelled ? { role: "img", "aria-label": person.name } : {})}
      title={person.name}
      style={{
        backgroundColor: personColor(person.color),
        color: "var(--on-person)",
        inlineSize: size,
        blockSize: size,
        fontSize: Math.round(size * 0.42),
      }}
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full leading-none font-bold select-none",
        className,
      )}
    >
      {face}
    </span>
  );
}
