/** Inside a function `process.env` is the deployment's environment variables, never the server's own. */
export function installEnvironment(
  world: () => { readonly environment: Readonly<Record<string, string>> } | undefined,
): void {
  let own = process.env;
  Object.defineProperty(process, "env", {
    configurable: true,
    enumerable: true,
    get: () => world()?.environment ?? own,
    set: (value: NodeJS.ProcessEnv) => {
      own = value;
    },
  });
}
