import { AsyncLocalStorage } from "node:async_hooks";

const instants = new AsyncLocalStorage<number>();
const now = Date.now;
Date.now = () => instants.getStore() ?? now();

/** Calls a query or a mutation as Convex does: it sees one instant from its first line to its last. */
export function atOneInstant<Answer>(call: () => Answer): Answer {
  return instants.run(Date.now(), call);
}
