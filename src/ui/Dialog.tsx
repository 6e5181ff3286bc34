import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { classNames } from "./classNames.ts";
import { IconButton } from "./IconButton.tsx";

type DialogProps = {
  title: string;
  /** The word for the closing button. */
  closeLabel: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** middle: a box. side: slides over from the end edge, for context beside the page. */
  place?: "middle" | "side";
  role?: "dialog" | "alertdialog";
};

const places = {
  middle:
    "mx-auto my-[8vh] max-h-[84vh] w-[min(34rem,calc(100vw-1.5rem))] rounded animate-rise max-sm:my-auto max-sm:max-h-[92vh]",
  side: "ms-auto h-dvh w-[min(26rem,100vw)] animate-enter",
};

/** A box over the page for one thought; Escape and the cross close it, focus returns to where it was. */
export function Dialog({
  title,
  closeLabel,
  isOpen,
  onClose,
  children,
  place = "middle",
  role,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start bg-scrim animate-enter"
    >
      <Modal
        className={classNames(
          "flex overflow-hidden border border-hairline bg-raised shadow-raised",
          places[place],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 grow flex-col outline-none">
          <header className="flex items-center justify-between gap-3 px-5 pt-4 pb-2">
            <Heading slot="title" className="text-19 font-bold">
              {title}
            </Heading>
            <IconButton label={closeLabel} icon={X} size="small" onPress={onClose} />
          </header>
          <div className="min-h-0 grow overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
