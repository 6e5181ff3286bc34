type Determinism = () => { readonly deterministic: boolean } | undefined;
type AnyFunction = (...args: never[]) => unknown;

/** Queries and mutations wait for nothing and ask nobody: `fetch` and timers refuse, as in Convex. */
export function installNetworkAndTimers(world: Determinism): void {
  for (const name of ["fetch", "setTimeout", "setInterval", "setImmediate"] as const) {
    const native = globalThis[name] as AnyFunction;
    const guarded = function (this: unknown, ...args: never[]) {
      if (world()?.deterministic) {
        throw new Error(
          `Can't use ${name}${name === "fetch" ? "()" : ""} in queries and mutations. ` +
            "Please consider using an action. See https://docs.convex.dev/functions/actions for more details.",
        );
      }
      return Reflect.apply(native, this, args);
    };
    // Keeps what hangs on the native function, such as the promise form of setTimeout.
    const {
      name: _name,
      length: _length,
      prototype: _prototype,
      ...rest
    } = Object.getOwnPropertyDescriptors(native);
    Object.defineProperties(guarded, rest);
    Object.defineProperty(globalThis, name, {
      value: guarded,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
}
