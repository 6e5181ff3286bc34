import { useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";

/** A button that opens a box; what is in the box closes it. */
export function DialogButton({
  label,
  title,
  children,
  ...button
}: Pick<ButtonProps, "kind" | "size" | "className"> & {
  label: ReactNode;
  title: string;
  children: (close: () => void) => ReactNode;
}) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button {...button} onPress={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog
        title={title}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isOpen}
        onClose={close}
      >
        {children(close)}
      </Dialog>
    </>
  );
}
