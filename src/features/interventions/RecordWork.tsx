import { useLingui } from "@lingui/react";
import { Plus } from "lucide-react";
import type { Id } from "#convex/_generated/dataModel.js";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { type Intervention, InterventionForm, newIntervention } from "./InterventionForm.tsx";
import { type Meeting, MeetingForm, newMeeting } from "./MeetingForm.tsx";

export type Work = { meeting: Meeting } | { intervention: Intervention };

/** Buttons to write down a meeting or an intervention, and the form that is open. */
export function RecordWork({
  studentId,
  open,
  onOpen,
}: {
  studentId: Id<"students">;
  open: Work | null;
  onOpen: (work: Work | null) => void;
}) {
  const { i18n } = useLingui();
  const close = () => onOpen(null);
  return (
    <div className="flex flex-wrap gap-2" data-screen-only>
      <Button onPress={() => onOpen({ meeting: newMeeting() })}>
        <Plus aria-hidden size={18} strokeWidth={1.75} />
        {i18n.t({ id: "meetings.add", message: "Record a meeting" })}
      </Button>
      <Button onPress={() => onOpen({ intervention: newIntervention() })}>
        <Plus aria-hidden size={18} strokeWidth={1.75} />
        {i18n.t({ id: "interventions.add", message: "Record an intervention" })}
      </Button>
      <Dialog
        title={
          open && "intervention" in open
            ? i18n.t({ id: "interventions.dialog", message: "Intervention" })
            : i18n.t({ id: "meetings.dialog", message: "Meeting" })
        }
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open !== null}
        onClose={close}
      >
        {open && "meeting" in open && (
          <MeetingForm studentId={studentId} meeting={open.meeting} onDone={close} />
        )}
        {open && "intervention" in open && (
          <InterventionForm studentId={studentId} intervention={open.intervention} onDone={close} />
        )}
      </Dialog>
    </div>
  );
}
