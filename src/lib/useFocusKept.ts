import { type RefObject, useEffect } from "react";
import { nextFrom, type Place, placeOf } from "./focusPlace.ts";

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]):not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

/**
 * Keeps the keyboard where it was: when a row, a banner or a dialog's own trigger goes away with the focus, the focus
 * goes on to what has moved up into its place, as a whole, and never back to the top of the browser's page.
 */
export function useFocusKept(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let inContent: Place | null = null;
    let latest: Place | null = null;
    let isAsked = false;
    let isTouched = false;
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      // A finger needs no focus, and a field that got it would open the keyboard of the phone.
      latest = isTouched ? null : placeOf(target);
      if (content.current?.contains(target)) inContent = latest;
    };
    // Whoever points at something has left the place by themselves.
    const leave = ({ pointerType }: PointerEvent) => {
      isTouched = pointerType === "touch";
      latest = null;
    };
    const type = () => {
      isTouched = false;
    };
    const keep = () => {
      isAsked = false;
      const end = content.current;
      if (!end || !latest || takesFocus(latest) || document.activeElement !== document.body) return;
      const overlay = latest.way.map(({ parent }) => parent).find((part) => part.matches('[role$="dialog"]'));
      const within = overlay?.isConnected ? overlay : end;
      const place = within === overlay ? latest : inContent;
      const next = (place && nextFrom(place, within, focusing)) ?? (within === end ? end : firstIn(within));
      if (next) focusPart(next, next === end);
    };
    const watch = new MutationObserver(() => {
      if (isAsked || document.activeElement !== document.body || !latest || takesFocus(latest)) return;
      isAsked = true;
      // A dialog that closes gives the focus back by itself, a frame later.
      requestAnimationFrame(() => requestAnimationFrame(keep));
    });
    watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", note);
    document.addEventListener("pointerdown", leave, true);
    document.addEventListener("keydown", type, true);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", note);
      document.removeEventListener("pointerdown", leave, true);
      document.removeEventListener("keydown", type, true);
    };
  }, [content]);
}

/** Whether a place is still what it was: on the page, and not a button that its own press has switched off. */
const takesFocus = ({ element }: Place): boolean => element.isConnected && !element.matches(":disabled");

const isShown = (element: Element): boolean => element.getClientRects().length > 0;
const focusing = {
  takesFocus: (element: Element) => element.matches(focusable) && isShown(element),
  holdsFocus: (part: Element) => firstIn(part) !== null,
};

function firstIn(part: Element): Element | null {
  const found = part.matches(focusable) ? [part] : [...part.querySelectorAll(focusable)];
  return found.find(isShown) ?? null;
}

/** Focuses a part of the page as a whole: it is read out, and the next Tab goes to the first control in it. */
function focusPart(part: Element, preventScroll: boolean): void {
  if (!(part instanceof HTMLElement)) return;
  if (!part.matches(focusable) && !part.hasAttribute("tabindex")) {
    part.tabIndex = -1;
    part.addEventListener("blur", () => part.removeAttribute("tabindex"), { once: true });
  }
  part.focus({ preventScroll });
}
