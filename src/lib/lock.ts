/**
 * Whether this browser is locked, and when somebody last used it: told to all its tabs by the storage they share, so
 * that typing in one keeps the others open, and one that locks locks all.
 */
const lockKey = "openiep.locked";
const inputKey = "openiep.lastInput";

/** How often a tab that is being used says so. */
const TOLD_EVERY_MS = 5_000;

const listeners = new Set<() => void>();

/** In memory too, for browsers that refuse to keep anything. */
let isLockedHere = false;
let lastToldAt = 0;
/** Opening a browser again is no use of the page: what it kept from before counts. */
let lastInputHere = Number(kept(inputKey)) || Date.now();

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // What could not be kept is true in this tab.
  }
}

export function isLocked(): boolean {
  return isLockedHere || kept(lockKey) !== null;
}

export function subscribeToLock(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function setLocked(locked: boolean): void {
  isLockedHere = locked;
  keep(lockKey, locked ? "1" : null);
  if (!locked) noteInput(Date.now());
  for (const listener of listeners) listener();
}

/** Somebody pressed a key or touched the page, now. */
export function noteInput(now: number): void {
  lastInputHere = now;
  if (now - lastToldAt < TOLD_EVERY_MS && lastToldAt <= now) return;
  lastToldAt = now;
  keep(inputKey, String(now));
}

/** How long nobody has used any tab, ms. A clock that was set back counts as no time at all. */
export function idleFor(now: number): number {
  return Math.max(0, now - Math.max(lastInputHere, Number(kept(inputKey))));
}
