import { type ReactNode, useEffect, useState } from "react";
import { classNames } from "./classNames.ts";

/** Quick answers show no skeleton at all: it appears after 150 ms. */
const patienceMs = 150;

/** A grey shape of the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("block animate-pulse rounded-sm bg-hover", className ?? "h-4 w-full")}
    />
  );
}

/** Holds the place of a part that is being read; `label` is said aloud once. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={classNames("transition-opacity", isShown ? "opacity-100" : "opacity-0")}>
      <span role="status" className="sr-only">
        {isShown ? label : ""}
      </span>
      {children}
    </div>
  );
}

/** Rows of a list to come. */
export function SkeletonRows({ label, rows = 5 }: { label: string; rows?: number }) {
  return (
    <Loading label={label}>
      <div className="flex flex-col gap-4 py-2">
        {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
          <div key={row} className="flex items-center gap-3">
            <Skeleton className="size-8 rounded-full" />
            <div className="grow">
              <Skeleton className="mb-2 h-4 w-2/5" />
              <Skeleton className="h-3 w-3/5" />
            </div>
          </div>
        ))}
      </div>
    </Loading>
  );
}
