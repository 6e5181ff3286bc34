import type { FunctionReference } from "convex/server";
import { makeFunctionReference } from "convex/server";
import type { Door } from "#convex/functions.ts";

/** A function that a browser can call, as its module exports it. */
export type PublicFunction = {
  /** Such as "ieps/goals:add". */
  name: string;
  kind: "query" | "mutation" | "action";
  /** How it was built; null for one that did not come from convex/functions.ts. */
  door: Door | null;
  /** The validator of its arguments, as the deployment reads it. */
  args: ObjectShape;
  reference: FunctionReference<"query" | "mutation" | "action">;
};

/** Validators in the form that `exportArgs` gives them. */
export type Shape =
  | { type: "id"; tableName: string }
  | { type: "literal"; value: unknown }
  | { type: "union"; value: Shape[] }
  | { type: "array"; value: Shape }
  | { type: "record" }
  | ObjectShape
  | { type: "string" | "number" | "boolean" | "null" | "any" | "bigint" | "bytes" };
export type ObjectShape = {
  type: "object";
  value: Record<string, { fieldType: Shape; optional: boolean }>;
};

type Exported = {
  isPublic?: true;
  isQuery?: true;
  isMutation?: true;
  isAction?: true;
  door?: Door;
  exportArgs?: () => string;
};

const modules = import.meta.glob<Record<string, unknown>>(
  ["../../convex/**/*.ts", "!../../convex/_generated/**", "!../../convex/*.config.ts"],
  { eager: true },
);

/** Every public function of convex/, found by looking, not by being listed. */
export const publicFunctions: PublicFunction[] = Object.entries(modules).flatMap(([path, exports]) => {
  const module = path.replace("../../convex/", "").replace(/\.ts$/, "");
  return Object.entries(exports).flatMap(([name, value]) => {
    const exported = value as Exported | null;
    const kind = exported?.isQuery ? "query" : exported?.isMutation ? "mutation" : "action";
    const isCallable = exported?.isQuery ?? exported?.isMutation ?? exported?.isAction ?? false;
    if (!exported?.isPublic || !isCallable) return [];
    return {
      name: `${module}:${name}`,
      kind,
      door: exported.door ?? null,
      args: JSON.parse(exported.exportArgs?.() ?? "{}") as ObjectShape,
      reference: makeFunctionReference(`${module}:${name}`),
    } as const;
  });
});
