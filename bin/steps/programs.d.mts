import type { Plugin } from "esbuild";
import type { PluginOption } from "vite";

/** Bundles `import text from "./file.ts?program"` for esbuild. */
export const programs: Plugin;
/** The same for Vite, which runs the tests. */
export const programsInTests: PluginOption;
