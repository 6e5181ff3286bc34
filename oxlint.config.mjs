// Architecture as lint: the Convex rules, the one-way imports between the programs, and no floating promises.
// Formatting, general and accessibility rules are Biome's (biome.json).
import { readdirSync } from "node:fs";
import { defineConfig } from "oxlint";

/** Forbids imports by pattern, with the sentence that a person will read. */
const forbid = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

const convexOnlyItself = {
  regex: "^(#src|#embedded|#tests|.*/(src|embedded|tests)/)",
  message: "convex/ imports nothing outside itself.",
};
const rawBuilders = {
  regex: "_generated/server(\\.js|\\.ts)?$",
  message: "Functions are built in convex/functions.ts only; import types from there or the builders.",
};
const srcAlone = {
  regex: "^(#embedded|#tests|.*/embedded/|.*/tests/)",
  message: "src never imports the deployment or the tests.",
};
const lazyThatWaits = {
  regex: "^react$",
  importNames: ["lazy"],
  message: "lazyComponent of src/lib waits for the network.",
};
/** In the words of .gitignore, where a name that begins with # is a comment. */
const sharedOnly = {
  group: [
    "\\#convex/**",
    "!\\#convex/_generated/**",
    "!\\#convex/**/rules/**",
    "!\\#convex/**/rules.ts",
    "!\\#convex/**/editorSchema.ts",
    "!\\#convex/{errors,dates,values,typed}.ts",
  ],
  message: "src takes from convex only _generated, rules, dates, errors, values, typed and editorSchema.",
};
const noDomainWord = {
  regex: "#convex/|#src/(features|pages|app)/",
  message: "ui/ knows no domain word.",
};
const anyProject = {
  regex: "^(#convex|#src|#tests)",
  message: "embedded/ hosts any Convex project and imports nothing of the app.",
};
const belowPages = {
  regex: "#src/(pages|app)/",
  message: "A feature imports neither pages nor app.",
};

const features = readdirSync(new URL("src/features", import.meta.url));
const notTheOthers = (feature) => ({
  regex: `#src/features/(${features.filter((other) => other !== feature).join("|")})/`,
  message: "A feature never imports another feature: compose them in a page.",
});

export default defineConfig({
  ignorePatterns: [
    "dist/**",
    ".build/**",
    ".openiep/**",
    "convex/_generated/**",
    "**/locales/**",
    "tests/bench/peers/**",
    "**/*.mjs",
  ],
  options: { typeAware: true, denyWarnings: true },
  plugins: ["typescript"],
  categories: { correctness: "off" },
  rules: {
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
  },
  overrides: [
    {
      files: ["**/convex/**/*.ts"],
      jsPlugins: [{ name: "convex", specifier: "@convex-dev/eslint-plugin" }],
      rules: {
        "convex/explicit-table-ids": "error",
        "convex/no-collect-in-query": "error",
        "convex/no-duplicate-indexes": "error",
        "convex/no-filter-in-query": "error",
        "convex/no-old-registered-function-syntax": "error",
        "convex/no-process-env": "error",
        "convex/no-schema-import-cycle": "error",
        "convex/no-top-of-hour-crons": "error",
        "convex/require-args-validator": "error",
      },
    },
    { files: ["convex/**/*.ts"], rules: forbid(convexOnlyItself, rawBuilders) },
    { files: ["convex/functions.ts"], rules: forbid(convexOnlyItself) },
    { files: ["src/**/*.{ts,tsx}"], rules: forbid(srcAlone, lazyThatWaits, sharedOnly) },
    { files: ["src/lib/lazyComponent.ts"], rules: forbid(srcAlone, sharedOnly) },
    { files: ["src/ui/**/*.{ts,tsx}"], rules: forbid(noDomainWord, lazyThatWaits) },
    { files: ["embedded/**/*.ts"], rules: forbid(anyProject) },
    ...features.map((feature) => ({
      files: [`src/features/${feature}/**/*.{ts,tsx}`],
      rules: forbid(srcAlone, lazyThatWaits, belowPages, notTheOthers(feature), sharedOnly),
    })),
  ],
});
