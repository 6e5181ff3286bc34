import { useLingui } from "@lingui/react";
import { UserRound, UserRoundPlus } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Avatar } from "#src/ui/Avatar.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#src/ui/Menu.tsx";
import { changePlan } from "../plan/changePlan.ts";
import { type SectionView, sectionTitle } from "./sectionWords.ts";

export type TeamMember = NonNullable<SectionView["owner"]>;

/** Who looks after a section, to be changed by who may write. */
export function OwnerMenu({
  studentId,
  iepId,
  section,
  team,
  isEditable,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  section: SectionView;
  team: readonly TeamMember[];
  isEditable: boolean;
}) {
  const { i18n } = useLingui();
  const assign = useCommand(api.ieps.sections.assign, {
    optimistic: (store, { sectionId, personId }) =>
      changePlan(store, { studentId, iepId }, (plan) => ({
        ...plan,
        sections: plan.sections.map((one) =>
          one.sectionId === sectionId
            ? { ...one, owner: team.find((member) => member.personId === personId) ?? null }
            : one,
        ),
      })),
  });
  const { owner, sectionId } = section;
  const name = owner?.name ?? i18n.t({ id: "section.noOwner", message: "Nobody yet" });
  const face = owner ? (
    <Avatar person={owner} size={20} />
  ) : (
    <UserRoundPlus aria-hidden size={16} strokeWidth={1.75} />
  );
  if (!isEditable) {
    return (
      owner && (
        <span className="inline-flex items-center gap-1.5 text-14 text-ink-2">
          {face}
          {name}
        </span>
      )
    );
  }
  const label = i18n.t({
    id: "section.ownerOf",
    message: "Who looks after “{section}”: {name}",
    values: { section: sectionTitle(section.kind), name },
  });
  return (
    <Menu
      label={label}
      trigger={
        <Button kind="quiet" size="small" aria-label={label}>
          {face}
          {name}
        </Button>
      }
    >
      {team.map((member) => (
        <MenuItem
          key={member.personId}
          icon={UserRound}
          onAction={() => void assign({ studentId, sectionId, personId: member.personId })}
        >
          {member.name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onAction={() => void assign({ studentId, sectionId, personId: null })}>
        {i18n.t({ id: "section.noOwner", message: "Nobody yet" })}
      </MenuItem>
    </Menu>
  );
}
