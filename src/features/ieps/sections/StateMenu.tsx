import { useLingui } from "@lingui/react";
import { Check, ChevronDown } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { canBeInState } from "#convex/ieps/rules/sections.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { changePlan } from "../plan/changePlan.ts";
import { StateIcon } from "./StateIcon.tsx";
import { type SectionState, type SectionView, sectionStateName, sectionTitle } from "./sectionWords.ts";

const order: readonly SectionState[] = ["notStarted", "inProgress", "ready", "notNeeded"];

/** Where a section stands, to be changed by who may write. */
export function StateMenu({
  studentId,
  iepId,
  section,
  isEditable,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  section: SectionView;
  isEditable: boolean;
}) {
  const { i18n } = useLingui();
  const setState = useCommand(api.ieps.sections.setState, {
    optimistic: (store, { sectionId, state }) =>
      changePlan(store, { studentId, iepId }, (plan) => ({
        ...plan,
        sections: plan.sections.map((one) => (one.sectionId === sectionId ? { ...one, state } : one)),
      })),
  });
  const name = sectionStateName(section.state);
  if (!isEditable) {
    return (
      <span className="inline-flex items-center gap-1.5 text-14 text-ink-2">
        <StateIcon state={section.state} />
        {name}
      </span>
    );
  }
  const label = i18n.t({
    id: "section.stateOf",
    message: "State of “{section}”: {state}",
    values: { section: sectionTitle(section.kind), state: name },
  });
  return (
    <Menu
      label={label}
      trigger={
        <Button kind="quiet" size="small" aria-label={label}>
          <StateIcon state={section.state} />
          {name}
          <ChevronDown aria-hidden size={14} strokeWidth={1.75} />
        </Button>
      }
    >
      {order
        .filter((state) => canBeInState(section.kind, state))
        .map((state) => (
          <MenuItem
            key={state}
            icon={state === section.state ? Check : undefined}
            onAction={() => void setState({ studentId, sectionId: section.sectionId, state })}
          >
            {sectionStateName(state)}
          </MenuItem>
        ))}
    </Menu>
  );
}
