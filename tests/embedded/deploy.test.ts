import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Deployment, openDeployment } from "#embedded/deployment.ts";
import { answerOf, convex, WORKSHOP } from "./support/workshop.ts";

/** A copy of the workshop that tests may change. */
let project: string;
let workshop: Deployment;
const push = () =>
  convex(workshop, ["deploy", "--yes", "--typecheck", "disable", "--codegen", "disable"], project);
const edit = async (file: string, from: string | RegExp, to: string) => {
  const name = path.join(project, file);
  const text = await readFile(name, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  await writeFile(name, changed);
};

beforeAll(async () => {
  workshop = await openDeployment({ data: null, port: 0, sitePort: 0 });
});
afterAll(async () => await workshop.close());

/** Brings the deployment back to the workshop as it is. */
async function beginAnew(): Promise<void> {
  project = await mkdtemp(path.join(tmpdir(), "project-"));
  await cp(WORKSHOP, project, { recursive: true });
  await symlink(path.resolve("node_modules"), path.join(project, "node_modules"));
  await push();
}

describe("pushes", () => {
  beforeEach(beginAnew);
  afterEach(async () => await rm(project, { recursive: true, force: true }));

  test("DEPLOY-02 a schema that the data does not fit is refused with the document, and nothing changes", async () => {
    const id = await answerOf(workshop, "notes:add", { text: "in the way", author: "a" });
    await edit("convex/schema.ts", "text: v.string()", "text: v.number()");
    await edit("convex/notes.ts", "for the deployment only", "never deployed");
    await expect(push()).rejects.toThrow(new RegExp(`Schema validation failed[\\s\\S]*${String(id)}`));
    const admin = { identity: { kind: "admin" }, allowInternal: true } as const;
    expect(await answerOf(workshop, "notes:secret", {}, admin)).toBe("for the deployment only");
    expect(await answerOf(workshop, "notes:list", { author: "a" })).toContain("in the way");
  });

  test("DEPLOY-02 a new index finds the documents that were there before it", async () => {
    await answerOf(workshop, "notes:add", { text: "old", author: "b", pages: 77 });
    await edit(
      "convex/schema.ts",
      '.index("by_author", ["author"])',
      '.index("by_author", ["author"]).index("by_pages", ["pages"])',
    );
    await edit(
      "convex/notes.ts",
      /$/,
      `\nexport const byPages = queryGeneric({
        args: { pages: v.number() },
        handler: async (ctx, { pages }) =>
          (await ctx.db.query("notes").withIndex("by_pages", (q) => q.eq("pages", pages)).take(9)).length,
      });\n`,
    );
    const { stderr } = await push();
    expect(stderr).toMatch(/\[\+\] notes\.by_pages/);
    expect(await answerOf(workshop, "notes:byPages", { pages: 77 })).toBe(1);
  });

  test("modules that cannot be loaded are refused, and the error is told with its place", async () => {
    await edit("convex/notes.ts", /$/, `\nthrow new Error("does not load");\n`);
    await expect(push()).rejects.toThrow(
      /Failed to analyze notes\.js: Uncaught Error: does not load[\s\S]*notes\.ts:\d+/,
    );
  });

  test("a component that is taken out and put back finds its tables", async () => {
    await answerOf(workshop, "calls:count", { name: "kept" });
    const use = 'app.use(tally, { env: { TALLY_UNIT: "piece" } });';
    const importing = 'import tally from "../components/tally/convex.config.js";';
    await edit("convex/convex.config.ts", use, "");
    await edit("convex/convex.config.ts", importing, "");
    expect((await push()).stderr).toContain("Unmounted component tally.");
    await edit("convex/convex.config.ts", "const app", `${importing}\nconst app`);
    await edit("convex/convex.config.ts", "export default", `${use.replace("piece", "box")}\nexport default`);
    expect((await push()).stderr).toContain("Remounted component tally.");
    expect(await answerOf(workshop, "calls:counted", { name: "kept" })).toMatchObject({
      value: 1,
      unit: "box",
    });
  });

  test("DEPLOY-06 an auth config names the variable that it lacks", async () => {
    await writeFile(
      path.join(project, "convex/auth.config.ts"),
      "export default { providers: [{ domain: process.env.IDENTITY_DOMAIN, applicationID: 'workshop' }] };",
    );
    await expect(push()).rejects.toThrow(/Environment variable .*IDENTITY_DOMAIN.* is used in auth config/);
    await convex(workshop, ["env", "set", "IDENTITY_DOMAIN", "https://identity.example"], project);
    await push();
    await expect(convex(workshop, ["env", "remove", "IDENTITY_DOMAIN"], project)).rejects.toThrow(
      /IDENTITY_DOMAIN/,
    );
  });

  test("DEPLOY-01 a dry run changes nothing", async () => {
    await edit("convex/notes.ts", "export const fail", "export const tear");
    await convex(
      workshop,
      ["deploy", "--dry-run", "--yes", "--typecheck", "disable", "--codegen", "disable"],
      project,
    );
    expect(workshop.runtime.kindOf("", "notes:tear")).toBeNull();
    expect(workshop.runtime.kindOf("", "notes:fail")).toBe("query");
  });
});

describe("the official CLI", () => {
  beforeAll(beginAnew);
  afterAll(async () => await rm(project, { recursive: true, force: true }));

  test("DEPLOY-01 codegen writes the components' functions with their types", async () => {
    await convex(workshop, ["codegen", "--typecheck", "disable"], project);
    const api = await readFile(path.join(project, "convex/_generated/api.d.ts"), "utf8");
    expect(api).toContain('tally/_generated/component.js").ComponentApi<"tally">');
    const component = await readFile(path.join(project, "components/tally/_generated/component.ts"), "utf8");
    expect(component.replace(/\s+/g, " ")).toContain(
      'increment: FunctionReference< "mutation", "internal", { handle?: string; limit?: number; name: string }, number, Name >',
    );
    expect(component).not.toContain("hidden");
  });

  test("DEPLOY-01 dev --once deploys", async () => {
    await edit("convex/notes.ts", "export const fail", "export const rip");
    await convex(workshop, ["dev", "--once", "--typecheck", "disable"], project);
    expect(workshop.runtime.kindOf("", "notes:rip")).toBe("query");
  });

  test("DEPLOY-03 DEPLOY-06 env set, get, list and remove; functions see the change at once, also what they read while loading", async () => {
    await convex(workshop, ["env", "set", "GREETING", "hello there"], project);
    expect(await answerOf(workshop, "globals:environment")).toMatchObject({
      atLoad: "hello there",
      now: "hello there",
    });
    expect((await convex(workshop, ["env", "get", "GREETING"], project)).stdout.trim()).toBe("hello there");
    expect((await convex(workshop, ["env", "list", "--include-values"], project)).stdout).toContain(
      "GREETING=",
    );
    await convex(workshop, ["env", "remove", "GREETING"], project);
    expect(await answerOf(workshop, "globals:environment")).toMatchObject({ atLoad: null, now: null });
  });

  test("DEPLOY-06 variables change together or not at all", async () => {
    const changes = [
      { name: "GREETING", value: "half" },
      { name: "not a name", value: "" },
    ];
    const response = await fetch(`${workshop.url}/api/update_environment_variables`, {
      method: "POST",
      headers: { authorization: `Convex ${workshop.adminKey}` },
      body: JSON.stringify({ changes }),
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: "InvalidEnvironmentVariableName" },
    ]);
    expect(await answerOf(workshop, "globals:environment")).toMatchObject({ now: null });
  });

  test("DEPLOY-03 run calls functions of the app and of components, internal ones included", async () => {
    const { stdout } = await convex(workshop, ["run", "notes:secret"], project);
    expect(JSON.parse(stdout)).toBe("for the deployment only");
    await convex(
      workshop,
      ["run", "--component", "diary", "lines:write", '{"text":"from the CLI"}'],
      project,
    );
    const lines = await convex(workshop, ["run", "--component", "diary", "lines:read"], project);
    expect(JSON.parse(lines.stdout)).toContain("from the CLI");
    await expect(convex(workshop, ["run", "notes:nothing"], project)).rejects.toThrow(
      /Could not find function[\s\S]*secret/,
    );
  });

  test("DEPLOY-03 data lists tables and documents", async () => {
    await answerOf(workshop, "notes:add", { text: "to be listed", author: "cli" });
    expect((await convex(workshop, ["data"], project)).stdout.trim().split("\n")).toEqual([
      "errands",
      "notes",
    ]);
    expect((await convex(workshop, ["data", "notes"], project)).stdout).toContain("to be listed");
  });

  test("DEPLOY-03 function-spec lists what can be called", async () => {
    const { stdout } = await convex(workshop, ["function-spec"], project);
    const spec = JSON.parse(stdout) as { url: string; functions: { identifier?: string; path?: string }[] };
    expect(spec.url).toBe(workshop.url);
    expect(spec.functions.map(({ identifier, path }) => identifier ?? path)).toEqual(
      expect.arrayContaining(["notes.js:add", "/notes"]),
    );
  });
});
