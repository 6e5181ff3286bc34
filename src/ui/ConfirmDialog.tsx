import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

/** Asks once before an act that cannot be undone; everything else acts at once and offers undo. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel,
  isDangerous = false,
  isOpen,
  onConfirm,
  onClose,
}: {
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  isDangerous?: boolean;
  isOpen: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={title} closeLabel={cancelLabel} isOpen={isOpen} onClose={onClose} role="alertdialog">
      <div className="text-ink-2">{children}</div>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onPress={onClose}>{cancelLabel}</Button>
        <Button
          kind={isDangerous ? "danger" : "primary"}
          onPress={() => {
            onConfirm();
            onClose();
          }}
        >
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
