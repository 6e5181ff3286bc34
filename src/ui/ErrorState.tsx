import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";

/** A part that could not be shown: what happened, a way on, and the details folded away. */
export function ErrorState({
  title,
  children,
  retryLabel,
  onRetry,
  details,
  detailsLabel,
}: {
  title: ReactNode;
  children?: ReactNode;
  retryLabel: string;
  onRetry: () => void;
  details?: string;
  detailsLabel?: string;
}) {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-10 text-center">
      <CircleAlert aria-hidden size={32} strokeWidth={1.5} className="mb-1 text-danger" />
      <p className="text-19 font-bold">{title}</p>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      <Button kind="primary" className="mt-3" onPress={onRetry}>
        {retryLabel}
      </Button>
      {details !== undefined && (
        <details className="mt-4 w-full text-start text-14 text-ink-3">
          <summary className="target inline-flex items-center underline">{detailsLabel}</summary>
          <pre dir="ltr" className="mt-2 overflow-auto rounded bg-sunken p-3 text-13 whitespace-pre-wrap">
            {details}
          </pre>
        </details>
      )}
    </div>
  );
}
