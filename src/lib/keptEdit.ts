/** What was typed over a stored value, and that value as it was when the typing began. */
export type Edit<Value> = { base: Value; mine: Value };

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The edit that is kept of a field; null for a field that nobody has touched, or that is of another kind by now. */
export function editOf<Value>(kept: unknown, stored: Value): Edit<Value> | null {
  if (typeof kept !== "object" || kept === null || !("base" in kept && "mine" in kept)) return null;
  const { base, mine } = kept as Edit<Value | null>;
  // An emptied number is NaN, which a device keeps as null.
  if (typeof stored === "number" && mine === null) return { base, mine: Number.NaN } as Edit<Value>;
  const isOfItsKind = stored === null || mine === null || kindOf(mine) === kindOf(stored);
  return isOfItsKind ? ({ base, mine } as Edit<Value>) : null;
}

const kindOf = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);

/** The edit after one more key; undefined when what stands in the field is what is stored. */
export function typedOver<Value>(
  before: Edit<Value> | null,
  stored: Value,
  mine: Value,
): Edit<Value> | undefined {
  return isSame(mine, stored) ? undefined : { base: before ? before.base : stored, mine };
}

/** Whether somebody else has stored something since, other than what was typed. */
export function isOvertaken<Value>({ base, mine }: Edit<Value>, stored: Value): boolean {
  return !isSame(base, stored) && !isSame(mine, stored);
}

/** What is left of an edit once `sent` is stored: what was typed on meanwhile; undefined for nothing. */
export function leftAfter<Value>({ mine }: Edit<Value>, sent: Value): Edit<Value> | undefined {
  return isSame(mine, sent) ? undefined : { base: sent, mine };
}
