type Import = (url: string) => Promise<Record<string, unknown>>;

/** A module that no bundler or test runner looks into, so that the `import()` in it stays Node's own. */
const IMPORTER = "data:text/javascript,export const load = (url) => import(url)";
let importer: Promise<{ load: Import }> | undefined;

/**
 * Imports a deployed module as it is. An `import()` written here would be rewritten by whatever transforms this file.
 */
export async function nativeImport(url: string): Promise<Record<string, unknown>> {
  importer ??= import(/* @vite-ignore */ IMPORTER) as Promise<{ load: Import }>;
  return await (await importer).load(url);
}
