import type { Analysis } from "./analysis.ts";
import type { Definition, ExportTree } from "./definitions.ts";

/**
 * What a component lets its parent call: all its public functions, in the tree of its modules. (`messages.js:list` is
 * called as `components.chat.messages.list`.)
 */
export function withExports(definition: Definition, analysis: Analysis): Definition {
  if (definition.definitionType.type === "app") return definition;
  const root: Branch = new Map();
  for (const [module, { functions }] of Object.entries(analysis)) {
    const path = module.replace(/\.js$/, "");
    for (const { name, visibility } of functions) {
      if (visibility.kind === "public")
        branchAt(root, path.split("/")).set(name, `_reference/function/${path}:${name}`);
    }
  }
  return { ...definition, exports: treeOf(root) };
}

type Branch = Map<string, Branch | string>;

function branchAt(root: Branch, path: readonly string[]): Branch {
  let branch = root;
  for (const part of path) {
    let next = branch.get(part);
    if (next === undefined || typeof next === "string") {
      next = new Map();
      branch.set(part, next);
    }
    branch = next;
  }
  return branch;
}

function treeOf(branch: Branch): ExportTree & { type: "branch" } {
  return {
    type: "branch",
    branch: [...branch].map(([name, child]) => [
      name,
      typeof child === "string" ? { type: "leaf", leaf: child } : treeOf(child),
    ]),
  };
}
