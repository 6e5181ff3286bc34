import { dirname, join } from "node:path";
import { build } from "esbuild";

/**
 * `import text from "./file.ts?program"`: the file and all that it imports as one text, for a thread to run. So the
 * deployment stays one file, and a thread begun later is never of another build than the process around it.
 */
const ENDING = "?program";

/** The text of a program. */
async function programText(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    plugins: [programs],
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

/** For esbuild. */
export const programs = {
  name: "programs",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?program$/ }, ({ path, importer }) => ({
      path: join(dirname(importer), path.slice(0, -ENDING.length)),
      namespace: "program",
    }));
    onLoad({ filter: /./, namespace: "program" }, async ({ path }) => ({
      contents: await programText(path),
      loader: "text",
    }));
  },
};

/** For Vite, which runs the tests. */
export const programsInTests = {
  name: "programs",
  enforce: "pre",
  resolveId(path, importer) {
    if (!path.endsWith(ENDING) || importer === undefined) return null;
    return join(dirname(importer), path);
  },
  async load(id) {
    if (!id.endsWith(ENDING)) return null;
    return `export default ${JSON.stringify(await programText(id.slice(0, -ENDING.length)))};`;
  },
};
