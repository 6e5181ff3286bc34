import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./classNames.ts";

/** What says of itself that it is still being read: a skeleton, or `Unknown`. */
const waiting = '[aria-busy="true"]';

/**
 * Parts of a page, one below the other. Each is shown when those above it have been read: nothing moves under a finger
 * that is about to press it. Once all have been, what is read anew hides nothing any more.
 */
export function InOrder({ className, children }: { className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parts = box.current;
    if (!parts) return;
    const look = () => {
      if (parts.querySelector(waiting)) return;
      parts.dataset.read = "";
      watch.disconnect();
    };
    const watch = new MutationObserver(look);
    watch.observe(parts, { childList: true, subtree: true });
    look();
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={box} className={classNames("in-order", className)}>
      {children}
    </div>
  );
}

/** Stands for a part of which nobody knows yet whether there is one. */
export function Unknown() {
  return <span aria-busy="true" hidden />;
}
