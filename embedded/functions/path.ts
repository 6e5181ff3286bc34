/** The canonical name of a function: `folder/module.js:export`. It is the key of a component's functions. */
export function canonicalPath(path: string): string {
  const colon = path.indexOf(":");
  const module = colon < 0 ? path : path.slice(0, colon);
  const name = colon < 0 ? "default" : path.slice(colon + 1);
  return `${canonicalModule(module)}:${name}`;
}

/** `folder/module` and `folder/module.js` are the same module. */
export function canonicalModule(module: string): string {
  return module.endsWith(".js") ? module : `${module}.js`;
}

/** The module and the export of a canonical path. */
export function splitPath(path: string): { module: string; name: string } {
  const colon = path.lastIndexOf(":");
  return { module: path.slice(0, colon), name: path.slice(colon + 1) };
}

/** As people write it: `folder/module:export`, or `folder/module` for a default export. */
export function displayPath(path: string): string {
  const { module, name } = splitPath(path);
  const bare = module.replace(/\.js$/, "");
  return name === "default" ? bare : `${bare}:${name}`;
}
