/** Where focus stands, so that it can go on from there when the element that had it is taken off the page. */
type Step = { parent: Element; at: number };
export type Place = { element: Element; way: readonly Step[] };

/** The place of an element: each of its ancestors, with which of its children the way leads through. */
export function placeOf(element: Element): Place {
  const way: Step[] = [];
  for (let child = element; child.parentElement; child = child.parentElement) {
    way.push({ parent: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  }
  return { element, way };
}

/**
 * What focus goes to from a place that is gone or takes it no longer: itself, if it still does; otherwise the part, as a
 * whole, that has moved up into it, or stands before it, in the nearest list or part that is left. Never something that
 * the same key would press again: whoever removes one row with Enter, and presses it once too often, has removed one.
 * null when there is nothing up to `end`.
 */
export function nextFrom(
  { element, way }: Place,
  end: Element,
  { takesFocus, holdsFocus }: Focusing,
): Element | null {
  if (end.contains(element) && takesFocus(element)) return element;
  for (const { parent, at } of way) {
    if (!end.contains(parent)) continue;
    const children = [...parent.children];
    const next = [...children.slice(at), ...children.slice(0, at).reverse()].find(holdsFocus);
    if (next) return takesFocus(next) ? parent : next;
    if (parent === end) return null;
  }
  return null;
}

type Focusing = {
  /** Whether something is pressed or typed into. */
  takesFocus: (element: Element) => boolean;
  /** Whether it, or something in it, is. */
  holdsFocus: (part: Element) => boolean;
};
