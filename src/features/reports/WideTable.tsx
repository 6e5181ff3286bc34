import type { ReactNode } from "react";

/** A table that may be wider than a phone: it scrolls in its own box, which the keyboard reaches too. */
export function WideTable({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={labelledBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard (WCAG 2.1.1).
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full border-collapse tabular">{children}</table>
    </section>
  );
}
