import { useLingui } from "@lingui/react";
import { ArrowDown, ArrowUp, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ProfilePart } from "#convex/students/rules/profile.ts";
import type { Outcome } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { toastDone, toastProblem } from "#src/ui/Toasts.tsx";
import { type LineField, LineForm, type OpenLine } from "./LineForm.tsx";
import { partName } from "./recordWords.ts";
import { useSavePart } from "./useSavePart.ts";

export type Line = { key: string } & Record<string, string | boolean>;

/** A part that is a list: lines that are read quietly, added and changed in a box, put in order, taken out. */
export function ListSection<Shown extends Line>({
  studentId,
  part,
  field,
  lines,
  mayEdit,
  lineFields,
  blank,
  show,
  nameOf,
  empty,
  addLabel,
  isOrdered = false,
  children,
}: {
  studentId: Id<"students">;
  part: Extract<ProfilePart, "contacts" | "baselines" | "adjustments">;
  field: string;
  lines: readonly Shown[];
  mayEdit: boolean;
  lineFields: readonly LineField[];
  blank: Omit<Shown, "key">;
  show: (line: Shown) => ReactNode;
  nameOf: (line: Shown) => string;
  empty: string;
  addLabel: string;
  isOrdered?: boolean;
  children?: ReactNode;
}) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<OpenLine | null>(null);
  const save = useSavePart(studentId, part)(field);
  const write = async (next: readonly Line[], base: readonly Line[] = lines): Promise<Outcome<unknown>> =>
    await save(base, next);
  const act = async (next: readonly Line[], base?: readonly Line[]) => {
    const outcome = await write(next, base);
    if (!outcome.isDone) toastProblem(outcome.sentence);
    return outcome.isDone;
  };
  const remove = async (line: Shown) => {
    const rest = lines.filter(({ key }) => key !== line.key);
    if (!(await act(rest))) return;
    toastDone(
      i18n.t({ id: "record.lineRemoved", message: "{name} taken out", values: { name: nameOf(line) } }),
      {
        label: i18n.t({ id: "action.undo", message: "Undo" }),
        onUndo: () => void act(lines, rest),
      },
    );
  };
  const swap = (at: number, with_: number) => {
    const next: Line[] = [...lines];
    const [one, other] = [next[at], next[with_]];
    if (!one || !other) return;
    next[at] = other;
    next[with_] = one;
    void act(next);
  };
  const stored = lines.find(({ key }) => key === open?.line.key);
  const put = (line: Line) => {
    if (open?.isNew) return write([...lines, line]);
    if (stored) return write(lines.map((one) => (one.key === line.key ? line : one)));
    return {
      form: i18n.t({
        id: "record.lineGone",
        message: "Somebody else has taken this out meanwhile. Add it anew if it is still needed.",
      }),
    };
  };
  return (
    <Card
      title={partName(part)}
      actions={
        mayEdit && (
          <Button
            data-screen-only
            size="small"
            kind="quiet"
            onPress={() => setOpen({ line: { ...blank, key: crypto.randomUUID() } as Line, isNew: true })}
          >
            <Plus aria-hidden size={16} strokeWidth={1.75} />
            {addLabel}
          </Button>
        )
      }
    >
      {lines.length === 0 && <p className="text-ink-3">{empty}</p>}
      <ol className="divide-y divide-hairline">
        {lines.map((line, at) => (
          <li key={line.key} className="flex items-start gap-3 py-2.5 first:pt-0 last:pb-0">
            {isOrdered && (
              <span aria-hidden className="tabular w-5 shrink-0 pt-px text-ink-3">
                {at + 1}
              </span>
            )}
            <div className="min-w-0 grow">{show(line)}</div>
            {mayEdit && (
              <div data-screen-only className="shrink-0">
                <Menu
                  label={i18n.t({
                    id: "record.lineActs",
                    message: "Acts for {name}",
                    values: { name: nameOf(line) },
                  })}
                >
                  <MenuItem onAction={() => setOpen({ line, isNew: false })}>
                    {i18n.t({ id: "action.edit", message: "Edit" })}
                  </MenuItem>
                  {isOrdered && at > 0 && (
                    <MenuItem icon={ArrowUp} onAction={() => swap(at, at - 1)}>
                      {i18n.t({ id: "action.moveUp", message: "Move up" })}
                    </MenuItem>
                  )}
                  {isOrdered && at < lines.length - 1 && (
                    <MenuItem icon={ArrowDown} onAction={() => swap(at, at + 1)}>
                      {i18n.t({ id: "action.moveDown", message: "Move down" })}
                    </MenuItem>
                  )}
                  <MenuItem isDangerous onAction={() => void remove(line)}>
                    {i18n.t({ id: "action.remove", message: "Remove" })}
                  </MenuItem>
                </Menu>
              </div>
            )}
          </li>
        ))}
      </ol>
      {children}
      <LineForm
        title={open?.isNew ? addLabel : i18n.t({ id: "action.edit", message: "Edit" })}
        place={`record ${studentId} ${part}`}
        fields={lineFields}
        open={open && { ...open, line: stored ?? open.line }}
        onClose={() => setOpen(null)}
        onSave={put}
      />
    </Card>
  );
}
