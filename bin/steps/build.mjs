import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fingerprint } from "./fingerprint.mjs";
import { root } from "./place.mjs";
import { openRecord } from "./record.mjs";
import { runNode } from "./run.mjs";
import { Stop } from "./stop.mjs";

/** Where the browser's half ends up. */
export const clientFolder = join(root, "dist/client");
/** The deployment and the sample loader, each bundled into one file that plain Node runs. */
export const deploymentFile = join(root, ".build/embedded.mjs");
export const seedFile = join(root, ".build/seed.mjs");

const clientSources = [
  "src",
  "public",
  "convex",
  "index.html",
  "vite.config.ts",
  "lingui.config.ts",
  "package-lock.json",
];

/** Builds the client for browsers, unless nothing it is made of has changed. The old one stays until the new is whole. */
export function buildClient(say) {
  return onceFor("client", clientSources, join(clientFolder, "index.html"), async () => {
    say("Building the pages");
    const fresh = `${clientFolder}.${process.pid}`;
    const words = ["build", "--logLevel", "warn", "--outDir", fresh, "--emptyOutDir"];
    const { code, output } = await runNode(["node_modules/vite/bin/vite.js", ...words]);
    if (code !== 0)
      throw new Stop(`${output.trim()}\n\nThe pages could not be built; the lines above say why.`);
    compressAssets(fresh);
    rmSync(clientFolder, { recursive: true, force: true });
    renameSync(fresh, clientFolder);
  });
}

/** Bundles the deployment, unless nothing it is made of has changed. */
export function buildDeployment(say) {
  return onceFor("embedded", ["embedded", "package-lock.json"], deploymentFile, async () => {
    say("Building the deployment");
    await bundle("embedded/main.ts", deploymentFile);
  });
}

/** Bundles the program that fills the sample district. */
export function buildSeed() {
  return onceFor("seed", ["bin/seed.ts", "bin/seed", "convex", "package-lock.json"], seedFile, () =>
    bundle("bin/seed.ts", seedFile),
  );
}

/** Packages stay outside the bundle: lmdb and ws carry native or optional parts of their own. */
export async function bundle(entry, outfile) {
  const { build } = await import("esbuild");
  const { programs } = await import("./programs.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    plugins: [programs],
    logLevel: "warning",
  });
}

async function onceFor(name, sources, result, work) {
  mkdirSync(join(root, ".build"), { recursive: true });
  const record = openRecord(join(root, ".build/built.json"));
  const now = fingerprint(...sources);
  if (record.get(name) === now && existsSync(result)) return;
  await work();
  record.set(name, now);
}

/** Text files get a brotli and a gzip twin, so that the server compresses nothing while people wait. */
function compressAssets(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|html|svg|json|webmanifest)$/.test(name)) continue;
    const file = join(folder, name);
    const bytes = readFileSync(file);
    if (bytes.length < 1024) continue;
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
