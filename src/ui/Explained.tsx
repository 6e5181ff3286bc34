import { CircleQuestionMark } from "lucide-react";
import { type ReactNode, useId, useState } from "react";

/** A word of the trade with its meaning in place: pressing it opens the explanation right below. */
export function Explained({ question, children }: { question: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div data-screen-only>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="target inline-flex min-h-8 items-center gap-1.5 rounded-sm text-start text-16 text-accent underline decoration-dotted underline-offset-4"
      >
        <CircleQuestionMark aria-hidden size={18} strokeWidth={1.75} className="shrink-0" />
        {question}
      </button>
      <div
        id={id}
        hidden={!isOpen}
        className="mt-1 mb-3 max-w-[60ch] rounded bg-information-wash p-3 text-16 text-ink"
      >
        {children}
      </div>
    </div>
  );
}
