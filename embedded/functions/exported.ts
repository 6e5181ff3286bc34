import type { FunctionInfo } from "./component.ts";
import { FunctionFailure } from "./failure.ts";
import { splitPath } from "./path.ts";
import { notFound, type Target } from "./reference.ts";

/** What `convex/server` makes of a query, mutation or action. Arguments come as an array in JSON text. */
type Registered = {
  invokeQuery?: (args: string) => Promise<string>;
  invokeMutation?: (args: string) => Promise<string>;
  invokeAction?: (requestId: string, args: string) => Promise<string>;
};

/** The deployed function, its module loaded. The result takes the encoded arguments object and gives encoded JSON. */
export async function loadFunction(
  target: Target,
  requestId: string,
): Promise<(args: string) => Promise<string>> {
  const { module, name } = splitPath(target.info.path);
  const exports = await target.component.modules.import(module);
  const invoke = invoker(target.info, exports[name] as Registered | undefined, requestId);
  if (invoke === null) throw notFound(target.info.path);
  return (args) => invoke(`[${args}]`);
}

function invoker({ kind }: FunctionInfo, registered: Registered | undefined, requestId: string) {
  switch (kind) {
    case "query":
      return registered?.invokeQuery ?? null;
    case "mutation":
      return registered?.invokeMutation ?? null;
    case "action": {
      const invokeAction = registered?.invokeAction;
      return invokeAction === undefined ? null : (args: string) => invokeAction(requestId, args);
    }
  }
}

/** Rejects when `work` takes longer than `ms`. The work itself cannot be stopped; its frame is closed to it. */
export function withTimeLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new FunctionFailure(`Function execution timed out (maximum duration: ${ms / 1000}s)`)),
      ms,
    );
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
