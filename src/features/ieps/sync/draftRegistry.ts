import type { DraftSession } from "./draftSession.ts";

/** How long a session stays after the last editor has gone, in ms: pages come back, and React mounts twice. */
const LINGER_MS = 3_000;

interface Entry {
  readonly session: Promise<DraftSession>;
  users: number;
  leaving: ReturnType<typeof setTimeout> | undefined;
}

const entries = new Map<string, Entry>();

/**
 * The page's one session of a person's document (`name` says both), opened on first use. Call `release` when done
 * with it: once nobody uses it and nothing is unsent it closes.
 */
export function holdDraft(
  name: string,
  open: () => Promise<DraftSession>,
): { session: Promise<DraftSession>; release: () => void } {
  const entry = entries.get(name) ?? { session: open(), users: 0, leaving: undefined };
  entries.set(name, entry);
  entry.session.catch(() => entries.delete(name));
  clearTimeout(entry.leaving);
  entry.users++;
  let isHeld = true;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    entry.users--;
    if (entry.users === 0) leave(name, entry);
  };
  return { session: entry.session, release };
}

function leave(name: string, entry: Entry): void {
  entry.leaving = setTimeout(() => void closeIfLeft(name, entry), LINGER_MS);
}

async function closeIfLeft(name: string, entry: Entry): Promise<void> {
  const session = await entry.session.catch(() => null);
  if (entry.users > 0) return;
  // Still sending: the words come before the tidying.
  if (session?.hasUnsent()) return leave(name, entry);
  if (entries.get(name) === entry) entries.delete(name);
  await session?.close();
}
