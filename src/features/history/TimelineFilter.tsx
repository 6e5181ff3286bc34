import { useLingui } from "@lingui/react";
import { groups as allGroups } from "#convex/history/rules.ts";
import { ToggleButton } from "#src/ui/ToggleButton.tsx";
import type { Group } from "./event.ts";
import { groupIcon, groupName } from "./groupWords.ts";

/** Which kinds of events are on the line; none chosen means all. */
export function TimelineFilter({
  value,
  onChange,
}: {
  value: readonly Group[];
  onChange: (groups: Group[]) => void;
}) {
  const { i18n } = useLingui();
  return (
    <fieldset className="mb-4 flex flex-wrap gap-1" data-screen-only>
      <legend className="sr-only">{i18n.t({ id: "history.filter", message: "Show only" })}</legend>
      {allGroups.map((group) => {
        const Icon = groupIcon(group);
        return (
          <ToggleButton
            key={group}
            isSelected={value.includes(group)}
            onChange={(isOn) => onChange(isOn ? [...value, group] : value.filter((one) => one !== group))}
          >
            <Icon aria-hidden size={16} strokeWidth={1.75} />
            {groupName(group)}
          </ToggleButton>
        );
      })}
    </fieldset>
  );
}

/** The groups that an address names. */
export const readGroups = (text: string | undefined): Group[] =>
  allGroups.filter((group) => text?.split(",").includes(group));
