import { useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import type { Work } from "./RecordWork.tsx";

/** What may be done about something written down: change it, or take it out of sight with a way back. */
export function WorkActs({
  studentId,
  title,
  work,
  onEdit,
}: {
  studentId: Id<"students">;
  title: string;
  work: Work;
  onEdit: (work: Work) => void;
}) {
  const { i18n } = useLingui();
  const done = i18n.t({ id: "work.retracted", message: "Taken back" });
  const retractMeeting = useCommand(api.interventions.meetings.retract, {
    done: (_, { retracted }) => (retracted ? done : undefined),
    undo: (_, args) => void retractMeeting({ ...args, retracted: false }),
  });
  const retractIntervention = useCommand(api.interventions.interventions.retract, {
    done: (_, { retracted }) => (retracted ? done : undefined),
    undo: (_, args) => void retractIntervention({ ...args, retracted: false }),
  });
  const retract = () => {
    if ("meeting" in work) {
      const { meetingId } = work.meeting;
      if (meetingId) void retractMeeting({ studentId, meetingId, retracted: true });
    } else {
      const { interventionId } = work.intervention;
      if (interventionId) void retractIntervention({ studentId, interventionId, retracted: true });
    }
  };
  return (
    <Menu label={i18n.t({ id: "work.acts", message: "Actions for {title}", values: { title } })}>
      <MenuItem onAction={() => onEdit(work)}>{i18n.t({ id: "action.edit", message: "Edit" })}</MenuItem>
      <MenuItem isDangerous onAction={retract}>
        {i18n.t({ id: "work.retract", message: "Take back" })}
      </MenuItem>
    </Menu>
  );
}
