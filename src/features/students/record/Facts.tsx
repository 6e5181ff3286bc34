import type { ReactNode } from "react";

export type FactLine = { name: string; value: ReactNode; isWide?: boolean };

/** What is written down, name and value; `empty` when nothing is. */
export function Facts({ facts, empty }: { facts: readonly FactLine[]; empty: string }) {
  if (facts.length === 0) return <p className="text-ink-3">{empty}</p>;
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {facts.map(({ name, value, isWide }) => (
        <div key={name} className={isWide ? "sm:col-span-2" : undefined}>
          <dt className="text-14 text-ink-3">{name}</dt>
          <dd dir="auto" className="max-w-[70ch] whitespace-pre-line break-words">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
