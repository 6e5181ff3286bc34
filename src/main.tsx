import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "#src/app/App.tsx";
import { startTheme } from "#src/lib/appearance.ts";
import { startLanguage } from "#src/lib/language.ts";
import "#src/app/theme.css";
import "#src/app/print.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root element");

startTheme();
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
