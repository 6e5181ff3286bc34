import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  // The Convex CLI leaves the address of the deployment in development in .env.local: no build may take it for its own.
  envDir: false,
  plugins: [react(), lingui(), tailwindcss()],
  build: { outDir: "dist/client", target: "es2023", sourcemap: false },
});
