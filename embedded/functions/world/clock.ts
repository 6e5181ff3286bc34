type Clock = () => { readonly deterministic: boolean; readonly now: number; random(): number } | undefined;

/** Inside a query or mutation `Date` stands still and `Math.random` is seeded. */
export function installClock(world: Clock): void {
  const NativeDate = Date;
  const nativeNow = Date.now;
  const nativeRandom = Math.random;

  const WorldDate: DateConstructor = new Proxy(NativeDate, {
    construct(target, args: unknown[], newTarget): Date {
      const here = args.length === 0 ? world() : undefined;
      const values = here?.deterministic ? [here.now] : args;
      return Reflect.construct(target, values, newTarget === WorldDate ? target : newTarget) as Date;
    },
    apply() {
      return new WorldDate().toString();
    },
  });
  NativeDate.now = () => {
    const here = world();
    return here?.deterministic ? here.now : nativeNow();
  };
  Object.defineProperty(NativeDate.prototype, "constructor", {
    value: WorldDate,
    writable: true,
    configurable: true,
  });
  globalThis.Date = WorldDate;

  Math.random = () => {
    const here = world();
    return here?.deterministic ? here.random() : nativeRandom();
  };
}
