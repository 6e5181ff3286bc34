import { defineConfig } from "@lingui/cli";

/** English is written in the source; Spanish and Arabic are translated in their catalogues. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "es", "ar"],
  // Where a sentence stands is for the tools to find: line numbers would change the catalogues with every edit.
  format: "po",
  formatOptions: { lineNumbers: false },
  orderBy: "messageId",
  catalogs: [{ path: "src/app/locales/{locale}", include: ["src"] }],
});
