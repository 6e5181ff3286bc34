import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react(), lingui(), tailwindcss()],
  build: { outDir: "dist/client", target: "es2023", sourcemap: false },
});
