let owner: string | null = null;

/** Whether somebody has been signed in on this page. */
export const hasOwner = (): boolean => owner !== null;

/**
 * A page belongs to the first person who is signed in on it. For anybody else, who signed in here later or in another
 * tab, it is begun anew: nothing that the first one opened, typed or looked for stays in its memory.
 */
export function ownPage(personId: string, beginAnew: () => void): void {
  owner ??= personId;
  if (owner !== personId) beginAnew();
}
