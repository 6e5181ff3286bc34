import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type LedgerDeployment, ledger, openLedger, overHttp } from "./support/ledger.ts";

const page = { accept: "text/html,application/xhtml+xml" };
let folder: string;
let deployment: LedgerDeployment;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "client-"));
  const client = path.join(folder, "client");
  await mkdir(path.join(client, "assets"), { recursive: true });
  await writeFile(path.join(client, "index.html"), "<!doctype html><script>1</script><p>the page</p>");
  await writeFile(path.join(client, "assets/main-4fd1Qx9z.js"), "export {}");
  await writeFile(path.join(client, "assets/main-4fd1Qx9z.js.br"), brotliCompressSync("export {}"));
  await writeFile(path.join(client, "icon.svg"), "<svg/>");
  await writeFile(path.join(folder, "secret.txt"), "outside");
  deployment = await openLedger({ client, sitePort: null, redact: true });
});
afterAll(async () => {
  await deployment.close();
  await rm(folder, { recursive: true });
});

const get = async (address: string, headers: Record<string, string> = {}) =>
  await fetch(`${deployment.url}${address}`, { headers });

test("SITE-03: addresses of pages get the page, addresses of files get the file", async () => {
  expect(await (await get("/students/42/plan", page)).text()).toContain("the page");
  expect((await get("/icon.svg")).headers.get("content-type")).toBe("image/svg+xml");
  expect((await get("/missing.png")).status).toBe(404);
});

test("SITE-03: a file with a hash in its name is kept for ever, a page is asked for again", async () => {
  const script = await get("/assets/main-4fd1Qx9z.js", { "accept-encoding": "br" });
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(script.headers.get("content-encoding")).toBe("br");
  expect(await script.text()).toBe("export {}");
  const first = await get("/", page);
  expect(first.headers.get("cache-control")).toBe("no-cache");
  expect((await get("/", { ...page, "if-none-match": first.headers.get("etag") ?? "" })).status).toBe(304);
});

test("SITE-03: a file with a hash is read once, and any other anew", async () => {
  const file = (name: string) => path.join(folder, "client", name);
  for (const [name, first] of [
    ["assets/part-8Kq2mWx1.js", "first"],
    ["note.txt", "first"],
  ] as const) {
    await writeFile(file(name), first);
    expect(await (await get(`/${name}`)).text()).toBe(first);
    await writeFile(file(name), "second");
  }
  expect(await (await get("/assets/part-8Kq2mWx1.js")).text()).toBe("first");
  expect(await (await get("/note.txt")).text()).toBe("second");
});

test("SITE-03: a file larger than what is sent at once arrives whole", async () => {
  const letters = "a sentence of many. ".repeat(50_000);
  await writeFile(path.join(folder, "client/assets/large-7Hn3vBc9.js"), letters);
  expect(await (await get("/assets/large-7Hn3vBc9.js")).text()).toBe(letters);
  const head = await fetch(`${deployment.url}/assets/large-7Hn3vBc9.js`, { method: "HEAD" });
  expect(head.headers.get("content-length")).toBe(String(letters.length));
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/assets/..%5c..%5csecret.txt",
  "/%00",
  "/%",
])("SITE-04: %s does not lead out of the client's folder", async (address) => {
  expect(await (await get(address)).text()).not.toContain("outside");
});

test("SITE-05: a page may run this origin's scripts and its own, and may not be framed", async () => {
  const { headers } = await get("/", page);
  const policy = headers.get("content-security-policy") ?? "";
  const scripts = policy.split("; ").find((rule) => rule.startsWith("script-src"));
  expect(scripts).toMatch(/^script-src 'self' 'sha256-[^']+'$/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
});

test("SITE-02: on one origin, API paths that are not the deployment's go to the site", async () => {
  const response = await fetch(`${deployment.url}/api/auth/sign-in`, { method: "POST", body: "credentials" });
  expect(await response.text()).toBe("credentials");
  expect(await (await get("/hello")).text()).toBe("hello stranger at /hello");
  expect(deployment.siteUrl).toBe(deployment.url);
});

test("SITE-02: live connections and functions answer on the same origin", async () => {
  const client = connect(deployment.url);
  expect(await client.mutation(ledger.entries.add, { key: "one", number: 1 })).toBe(1);
  await client.close();
});

test("HTTP-09: with redaction on, a browser learns nothing from a bug and everything from a ConvexError", async () => {
  const http = overHttp(deployment.url);
  const bug = await http.query(ledger.entries.refuse, { kind: "bug" }).catch((error: Error) => error.message);
  expect(bug).toMatch(/Server Error$/);
  expect(bug).not.toContain("secret detail");
  await expect(http.query(ledger.entries.refuse, { kind: "told" })).rejects.toMatchObject({
    data: { code: "refused" },
  });
  const response = await fetch(`${deployment.url}/api/query`, {
    method: "POST",
    headers: { authorization: `Convex ${deployment.adminKey}`, "content-type": "application/json" },
    body: JSON.stringify({ path: "entries:refuse", args: { kind: "bug" } }),
  });
  expect(JSON.stringify(await response.json())).toContain("secret detail");
});
