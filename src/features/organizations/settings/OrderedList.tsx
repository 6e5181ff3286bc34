import { Trans, useLingui } from "@lingui/react";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Button } from "#src/ui/Button.tsx";
import { IconButton } from "#src/ui/IconButton.tsx";

/** Lines in an order of their own: each can move up and down and go away, and one can be added at the end. */
export function OrderedList<Line>({
  lines,
  lineName,
  onChange,
  empty,
  addLabel,
  children,
}: {
  lines: readonly Line[];
  /** What a line is called, for its buttons. */
  lineName: (line: Line) => string;
  onChange: (lines: Line[]) => void;
  /** A line with nothing in it yet. */
  empty: Line;
  addLabel: ReactNode;
  children: (line: Line, change: (line: Line) => void, index: number) => ReactNode;
}) {
  const { i18n } = useLingui();
  const keys = useRef<number[]>([]);
  while (keys.current.length < lines.length) keys.current.push(Math.max(0, ...keys.current) + 1);
  const move = (from: number, to: number) => {
    keys.current = moved(keys.current, from, to);
    onChange(moved(lines, from, to));
  };
  const act = (id: "up" | "down" | "remove", line: Line, index: number) => {
    // A line that has no name yet is known by where it stands.
    const values = { name: lineName(line).trim() || String(index + 1) };
    if (id === "up") return i18n.t({ id: "ordered.up", message: "Move {name} up", values });
    if (id === "down") return i18n.t({ id: "ordered.down", message: "Move {name} down", values });
    return i18n.t({ id: "ordered.remove", message: "Remove {name}", values });
  };
  return (
    <>
      <ol className="divide-y divide-hairline">
        {lines.map((line, index) => (
          <li key={keys.current[index]} className="flex flex-wrap items-center gap-2 py-1.5">
            <div className="flex min-w-0 grow flex-wrap items-end gap-2">
              {children(line, (next) => onChange(lines.map((old, i) => (i === index ? next : old))), index)}
            </div>
            <span className="flex">
              <IconButton
                size="small"
                icon={ArrowUp}
                label={act("up", line, index)}
                isDisabled={index === 0}
                onPress={() => move(index, index - 1)}
              />
              <IconButton
                size="small"
                icon={ArrowDown}
                label={act("down", line, index)}
                isDisabled={index === lines.length - 1}
                onPress={() => move(index, index + 1)}
              />
              <IconButton
                size="small"
                icon={X}
                label={act("remove", line, index)}
                isDisabled={lines.length === 1}
                onPress={() => {
                  keys.current = keys.current.filter((_, i) => i !== index);
                  onChange(lines.filter((_, i) => i !== index));
                }}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button size="small" className="mt-2" onPress={() => onChange([...lines, empty])}>
        <Plus aria-hidden size={16} strokeWidth={1.75} />
        {addLabel ?? <Trans id="ordered.add" message="Add a line" />}
      </Button>
    </>
  );
}

function moved<T>(lines: readonly T[], from: number, to: number): T[] {
  const rest = lines.filter((_, i) => i !== from);
  return [...rest.slice(0, to), lines[from] as T, ...rest.slice(to)];
}
