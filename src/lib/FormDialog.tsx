import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { ButtonKind } from "#src/ui/buttonStyle.ts";
import { Dialog } from "#src/ui/Dialog.tsx";
import { SubmitForm } from "./SubmitForm.tsx";
import type { Submission } from "./useSubmit.ts";

/** A box that is there to fill in one form. */
export function FormDialog({
  title,
  onClose,
  form,
  act,
  kind,
  children,
}: {
  title: string;
  onClose: () => void;
  form: Submission;
  act: ReactNode;
  kind?: ButtonKind;
  children: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <Dialog
      title={title}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <SubmitForm form={form} act={act} kind={kind}>
        {children}
      </SubmitForm>
    </Dialog>
  );
}
