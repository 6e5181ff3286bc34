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
 * What focus goes to from a place that is gone or takes it no longer: itself, if it still does; otherwise what has moved
 * up into it, or stands before it, in the nearest list or part that is left. null when there is nothing up to `end`.
 */
export function nextFrom<Target>(
  { element, way }: Place,
  end: Element,
  focusableIn: (part: Element) => Target | null,
): Target | null {
  const own = end.contains(element) ? focusableIn(element) : null;
  if (own) return own;
  for (const { parent, at } of way) {
    if (!end.contains(parent)) continue;
    const children = [...parent.children];
    const after = children.slice(at);
    const before = children.slice(0, at).reverse();
    for (const child of [...after, ...before]) {
      const found = focusableIn(child);
      if (found) return found;
    }
    if (parent === end) return null;
  }
  return null;
}
