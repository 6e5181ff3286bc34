import type { FunctionInfo } from "./component.ts";
import type { ModuleExports, Modules } from "./modules.ts";
import { splitPath } from "./path.ts";
import { notFound } from "./reference.ts";

/** What `convex/server` makes of a query, mutation or action. Arguments come as an array in JSON text. */
type Registered = {
  invokeQuery?: (args: string) => Promise<string>;
  invokeMutation?: (args: string) => Promise<string>;
  invokeAction?: (requestId: string, args: string) => Promise<string>;
};

/** What has to be known of a function in order to find it. */
type Deployed = {
  readonly component: { readonly modules: Modules };
  readonly info: Pick<FunctionInfo, "path" | "kind">;
};

/** A function ready to run: takes the encoded arguments object and gives encoded JSON. */
type Invoke = (args: string) => Promise<string>;

/** Loads the target's module, unless that has been done. */
export async function loadFunction(target: Deployed): Promise<void> {
  await target.component.modules.import(splitPath(target.info.path).module);
}

/** The deployed function. Answers at once if its module has been loaded: most do, and each wait would cost. */
export function deployedFunction(target: Deployed, requestId: string): Invoke | Promise<Invoke> {
  const { module, name } = splitPath(target.info.path);
  const { modules } = target.component;
  const ready = (exports: ModuleExports): Invoke => {
    const invoke = invoker(target.info, exports[name] as Registered | undefined, requestId);
    if (invoke === null) throw notFound(target.info.path);
    return (args) => invoke(`[${args}]`);
  };
  const loaded = modules.loaded(module);
  return loaded === undefined ? modules.import(module).then(ready) : ready(loaded);
}

function invoker({ kind }: Deployed["info"], registered: Registered | undefined, requestId: string) {
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
