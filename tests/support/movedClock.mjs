// Some hours are awkward. With NOW in the environment, a moment as ISO 8601, tests run as if they had begun then.

/**
 * Sets the clock of where it runs, a process, a worker or a page, so many ms ahead of the real one, or behind it.
 * Timers run on as they are. Once only, where several load this.
 */
export function moveClock(ahead) {
  const moved = Symbol.for("the clock is moved");
  if (ahead === 0 || Object.hasOwn(globalThis, moved)) return;
  Object.defineProperty(globalThis, moved, { value: true });
  const clock = Date.now;
  Date.now = () => clock() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, asked) =>
      Reflect.construct(date, given.length === 0 ? [date.now()] : given, asked),
  });
}

/** Reckoned once a run, so that the clock of a process that starts later shows what those of the others show. */
export function decideHour() {
  const { NOW } = process.env;
  if (!NOW || process.env.AHEAD_MS !== undefined) return;
  const ahead = Date.parse(NOW) - Date.now();
  if (Number.isNaN(ahead)) throw new Error(`NOW=${NOW} is no moment: write it like 2026-11-22T05:58:30Z.`);
  process.env.AHEAD_MS = String(ahead);
}

export const aheadMs = () => Number(process.env.AHEAD_MS ?? 0);

if (typeof process !== "undefined") moveClock(aheadMs());
