import type { Namespace } from "../database/database.ts";
import type { Component, FunctionInfo, Program } from "./component.ts";
import { FunctionFailure } from "./failure.ts";
import { canonicalPath, displayPath } from "./path.ts";

/** How `convex/server` names a function: exactly one of the three is there. */
export type Address = { name?: string; reference?: string; functionHandle?: string };

/** A function where it runs. */
export type Target = { component: Component; info: FunctionInfo };

/** The function that `address` means to code of `component`. Children offer their public functions only. */
export function resolveAddress(program: Program, component: Component, address: Address): Target {
  if (address.functionHandle !== undefined) {
    const { namespace, path } = parseHandle(address.functionHandle);
    return requireFunction(program, namespace, path);
  }
  if (address.reference !== undefined) return resolveReference(program, component, address.reference);
  if (address.name === undefined) throw new FunctionFailure("A function reference names no function.");
  return requireFunction(program, component.namespace, address.name);
}

const OWN_FUNCTION = "_reference/function/";
const CHILD = "_reference/childComponent/";

function resolveReference(program: Program, component: Component, reference: string): Target {
  if (reference.startsWith(OWN_FUNCTION)) {
    return requireFunction(program, component.namespace, reference.slice(OWN_FUNCTION.length));
  }
  if (!reference.startsWith(CHILD)) throw new FunctionFailure(`Invalid function reference: ${reference}`);
  const [child = "", ...parts] = reference.slice(CHILD.length).split("/");
  const namespace = component.children.get(child);
  if (namespace === undefined) {
    throw new FunctionFailure(`Component "${child}" is not installed. Is it used in convex.config.ts?`);
  }
  const name = parts.pop() ?? "default";
  const target = requireFunction(program, namespace, `${parts.join("/")}:${name}`);
  if (target.info.visibility !== "public") throw notFound(target.info.path);
  return target;
}

export function findFunction(program: Program, namespace: Namespace, path: string): Target | null {
  const component = program.components.get(namespace);
  const info = component?.functions.get(canonicalPath(path));
  return component !== undefined && info !== undefined ? { component, info } : null;
}

function requireFunction(program: Program, namespace: Namespace, path: string): Target {
  const target = findFunction(program, namespace, path);
  if (target === null) throw notFound(path);
  return target;
}

/** Throws unless the target is what the caller takes it for. */
export function requireKind({ info }: Target, kind: string): void {
  if (info.kind === kind) return;
  const name = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  throw new FunctionFailure(
    `Trying to execute ${displayPath(info.path)} as ${name(kind)}, but it is defined as ${name(info.kind)}.`,
  );
}

/** Public callers are not told whether an internal function of that name exists. */
export function notFound(path: string, audience: "public" | "any" = "any"): FunctionFailure {
  return new FunctionFailure(
    `Could not find ${audience === "public" ? "public " : ""}function for '${displayPath(canonicalPath(path))}'. ` +
      "Did you forget to run `npx convex dev` or `npx convex deploy`?",
  );
}

/** A handle outlives pushes: it says where the function is, not what it was. */
export function functionHandle(target: Target): string {
  return `function://${target.component.namespace};${displayPath(target.info.path)}`;
}

export function parseHandle(handle: string): { namespace: Namespace; path: string } {
  const match = /^function:\/\/([^;]*);(.+)$/.exec(handle);
  if (match === null) throw new FunctionFailure(`Invalid function handle: ${handle}`);
  return { namespace: match[1] ?? "", path: match[2] ?? "" };
}
