#!/usr/bin/env node
// Writes convex/_generated without a deployment. `convex dev` and `npm start` write the same from a running
// one; this is for a machine where none runs. The official CLI leaves the components out in this mode.
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";

execFileSync(
  process.execPath,
  ["node_modules/convex/bin/main.js", "codegen", "--system-udfs", "--typecheck", "disable"],
  {
    stdio: "inherit",
  },
);

const components = [
  ...readFileSync("convex/convex.config.ts", "utf8").matchAll(/^import (\w+) from "(.+?)\/convex\.config/gm),
];
const lines = components.map(
  ([, name, from]) => `  ${name}: import("${from}/_generated/component.js").ComponentApi<"${name}">;`,
);
appendFileSync(
  "convex/_generated/api.d.ts",
  `\nexport declare const components: {\n${lines.join("\n")}\n};\n`,
);

const api = "convex/_generated/api.js";
if (!readFileSync(api, "utf8").includes("componentsGeneric()")) {
  appendFileSync(
    api,
    `\nimport { componentsGeneric } from "convex/server";\nexport const components = componentsGeneric();\n`,
  );
}
