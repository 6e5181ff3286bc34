import { defineConfig } from "@lingui/cli";

/** English is written in the source; Spanish and Arabic are translated in their catalogues. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "es", "ar"],
  catalogs: [{ path: "src/app/locales/{locale}", include: ["src"] }],
});
