import { Toaster, toast } from "sonner";

/** Where toasts appear; they pause on hover and focus. */
export function Toasts({ label, direction }: { label: string; direction: "ltr" | "rtl" }) {
  return (
    <Toaster
      dir={direction}
      containerAriaLabel={label}
      position={direction === "rtl" ? "bottom-left" : "bottom-right"}
      mobileOffset={{ bottom: 76 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded bg-ink px-4 py-3 font-sans text-16 text-paper shadow-raised sm:w-(--width)",
          content: "grow",
          description: "text-14 opacity-85",
          actionButton: "target shrink-0 rounded-sm px-2 py-1 font-bold underline underline-offset-4",
        },
      }}
    />
  );
}

/** Says what was done. With `undo`, the act can be taken back for ten seconds. */
export function toastDone(sentence: string, undo?: { label: string; onUndo: () => void }): void {
  toast(sentence, undo && { duration: 10_000, action: { label: undo.label, onClick: undo.onUndo } });
}

/** Says what went wrong and what to do; stays until read. */
export function toastProblem(sentence: string, retry?: { label: string; onRetry: () => void }): void {
  toast.error(sentence, {
    duration: 12_000,
    action: retry && { label: retry.label, onClick: retry.onRetry },
  });
}
