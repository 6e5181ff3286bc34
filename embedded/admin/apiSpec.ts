import type { SystemCall } from "../functions/systemFunctions.ts";

/** Everything that a component offers to be called, for `convex function-spec` and for suggestions. */
export function apiSpec({ program, namespace }: SystemCall): unknown {
  const component = program.components.get(namespace);
  if (component === undefined) return [];
  const functions = [...component.functions.values()].map(({ path, kind, visibility, args, returns }) => ({
    identifier: path,
    functionType: kind.charAt(0).toUpperCase() + kind.slice(1),
    visibility: { kind: visibility },
    args: args ?? { type: "any" },
    returns: returns ?? { type: "any" },
  }));
  const routes = (component.routes.own ?? []).map(([path, method]) => ({
    functionType: "HttpAction",
    method,
    path,
  }));
  return [...functions, ...routes];
}
