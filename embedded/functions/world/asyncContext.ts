import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Libraries that keep a request's state look for this global and, without it, fall back to one variable for all. On
 * Convex that is harmless: every execution has its modules to itself. Here actions share them and run side by side,
 * so one would work with another's request.
 */
export function installAsyncContext(): void {
  Object.assign(globalThis, { AsyncLocalStorage });
}
