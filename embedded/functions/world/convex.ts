/** What `convex/server` finds in the global `Convex`: its only way out of a function. */
export type Operations = {
  syscall(name: string, args: string): string;
  asyncSyscall(name: string, args: string): Promise<string>;
  jsSyscall(name: string, args: Record<string, unknown>): unknown;
};

export const OUTSIDE = "The Convex database and auth objects are being used outside of a Convex function.";

/** For code that runs while a module loads, and for code that outlived its function. */
export const outsideOperations: Operations = {
  syscall() {
    throw new Error(OUTSIDE);
  },
  asyncSyscall() {
    return Promise.reject(new Error(OUTSIDE));
  },
  jsSyscall() {
    throw new Error(OUTSIDE);
  },
};

export function installConvex(world: () => { readonly operations: Operations } | undefined): void {
  const here = (): Operations => world()?.operations ?? outsideOperations;
  const convex: Operations = {
    syscall: (name, args) => here().syscall(name, args),
    asyncSyscall: (name, args) => here().asyncSyscall(name, args),
    jsSyscall: (name, args) => here().jsSyscall(name, args),
  };
  Object.defineProperty(globalThis, "Convex", { value: convex, configurable: true });
}
