import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { areShortcutsOn } from "#src/lib/shortcutSetting.ts";
import type { Destination } from "./destinations.ts";

/** How long the first key of a pair waits for the second. */
const pairMs = 1_200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=textbox]") !== null)
  );
}

/**
 * Ctrl/Cmd+K opens the palette anywhere except in rich text, whose own chord it may be. Single keys work outside of
 * fields only and can be switched off in the preferences (WCAG 2.1.4).
 */
export function useShortcuts(
  destinations: readonly Destination[],
  open: (what: "palette" | "shortcuts") => void,
): void {
  const router = useRouter();
  useEffect(() => {
    let first = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === "k"
      ) {
        if (event.target instanceof HTMLElement && event.target.isContentEditable) return;
        event.preventDefault();
        open("palette");
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !areShortcutsOn())
        return;
      if (event.key === "?") {
        event.preventDefault();
        open("shortcuts");
        return;
      }
      const destination = destinations.find(({ keys }) => keys === `${first} ${event.key.toLowerCase()}`);
      clearTimeout(timer);
      first = event.key.toLowerCase();
      timer = setTimeout(() => {
        first = "";
      }, pairMs);
      if (destination) {
        event.preventDefault();
        void router.navigate({ href: destination.href });
      }
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      clearTimeout(timer);
    };
  }, [destinations, open, router]);
}
