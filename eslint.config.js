// Architecture as lint: the Convex rules, the one-way imports between the programs, and no floating promises.
// Formatting, general and accessibility rules are Biome's (biome.json).
import { readdirSync } from "node:fs";
import convexPlugin from "@convex-dev/eslint-plugin";
import tseslint from "typescript-eslint";

/** Forbids imports by pattern, with the sentence that a person will read. */
const forbid = (...patterns) => ({
  "no-restricted-imports": [
    "error",
    { patterns: patterns.map(([group, message]) => ({ regex: group, message })) },
  ],
});

const convexOnlyItself = [
  "^(#src|#embedded|#tests|.*/(src|embedded|tests)/)",
  "convex/ imports nothing outside itself.",
];
const rawBuilders = [
  "_generated/server(\\.js|\\.ts)?$",
  "Functions are built in convex/functions.ts only; import types from there or the builders.",
];

const features = readdirSync(new URL("src/features", import.meta.url));

export default tseslint.config(
  {
    ignores: [
      "dist/**",
      ".build/**",
      ".openiep/**",
      "convex/_generated/**",
      "**/locales/**",
      "tests/bench/peers/**",
      "node_modules/**",
    ],
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  ...convexPlugin.configs.recommended,
  {
    files: ["convex/**/*.ts"],
    rules: forbid(convexOnlyItself, rawBuilders),
  },
  {
    files: ["convex/functions.ts"],
    rules: forbid(convexOnlyItself),
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: forbid(
      ["^(#embedded|#tests|.*/embedded/|.*/tests/)", "src never imports the deployment or the tests."],
      [
        "#convex/(?!_generated/|errors|dates|values|typed|editorSchema|.*/rules|.*/editorSchema)",
        "src takes from convex only _generated, rules, dates, errors, values, typed and editorSchema.",
      ],
    ),
  },
  {
    files: ["src/ui/**/*.{ts,tsx}"],
    rules: forbid(["#convex/|#src/(features|pages|app)/", "ui/ knows no domain word."]),
  },
  {
    files: ["embedded/**/*.ts"],
    rules: forbid([
      "^(#convex|#src|#tests)",
      "embedded/ hosts any Convex project and imports nothing of the app.",
    ]),
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**/*.{ts,tsx}`],
    rules: forbid(
      ["^(#embedded|#tests)", "src never imports the deployment or the tests."],
      ["#src/(pages|app)/", "A feature imports neither pages nor app."],
      [`#src/features/(?!${feature}/)`, "A feature never imports another feature: compose them in a page."],
      [
        "#convex/(?!_generated/|errors|dates|values|typed|editorSchema|.*/rules|.*/editorSchema)",
        "src takes from convex only _generated, rules, dates, errors, values, typed and editorSchema.",
      ],
    ),
  })),
);
