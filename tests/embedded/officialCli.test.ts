import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deployment } from "#embedded/deployment.ts";
import { beginAnew, type ChangingWorkshop, discard, openEmpty } from "./support/changingWorkshop.ts";
import { answerOf, convex } from "./support/workshop.ts";

let changing: ChangingWorkshop;
let workshop: Deployment;

beforeAll(async () => {
  workshop = await openEmpty();
});
afterAll(async () => await workshop.close());

describe("the official CLI", () => {
  beforeAll(async () => {
    changing = await beginAnew(workshop);
  });
  afterAll(async () => await discard(changing));

  test("DEPLOY-01 codegen writes the components' functions with their types", async () => {
    await convex(workshop, ["codegen", "--typecheck", "disable"], changing.project);
    const api = await readFile(path.join(changing.project, "convex/_generated/api.d.ts"), "utf8");
    expect(api).toContain('tally/_generated/component.js").ComponentApi<"tally">');
    const component = await readFile(
      path.join(changing.project, "components/tally/_generated/component.ts"),
      "utf8",
    );
    expect(component.replace(/\s+/g, " ")).toContain(
      'increment: FunctionReference< "mutation", "internal", { handle?: string; limit?: number; name: string }, number, Name >',
    );
    expect(component).not.toContain("hidden");
  });

  test("DEPLOY-01 dev --once deploys", async () => {
    await changing.edit("convex/notes.ts", "export const fail", "export const rip");
    await convex(workshop, ["dev", "--once", "--typecheck", "disable"], changing.project);
    expect(workshop.runtime.kindOf("", "notes:rip")).toBe("query");
  });

  test("DEPLOY-03 DEPLOY-06 env set, get, list and remove; functions see the change at once, also what they read while loading", async () => {
    await convex(workshop, ["env", "set", "GREETING", "hello there"], changing.project);
    expect(await answerOf(workshop, "globals:environment")).toMatchObject({
      atLoad: "hello there",
      now: "hello there",
    });
    expect((await convex(workshop, ["env", "get", "GREETING"], changing.project)).stdout.trim()).toBe(
      "hello there",
    );
    expect((await convex(workshop, ["env", "list", "--include-values"], changing.project)).stdout).toContain(
      "GREETING=",
    );
    await convex(workshop, ["env", "remove", "GREETING"], changing.project);
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
    const { stdout } = await convex(workshop, ["run", "notes:secret"], changing.project);
    expect(JSON.parse(stdout)).toBe("for the deployment only");
    await convex(
      workshop,
      ["run", "--component", "diary", "lines:write", '{"text":"from the CLI"}'],
      changing.project,
    );
    const lines = await convex(workshop, ["run", "--component", "diary", "lines:read"], changing.project);
    expect(JSON.parse(lines.stdout)).toContain("from the CLI");
    await expect(convex(workshop, ["run", "notes:nothing"], changing.project)).rejects.toThrow(
      /Could not find function[\s\S]*secret/,
    );
  });

  test("DEPLOY-03 data lists tables and documents", async () => {
    await answerOf(workshop, "notes:add", { text: "to be listed", author: "cli" });
    expect((await convex(workshop, ["data"], changing.project)).stdout.trim().split("\n")).toEqual([
      "errands",
      "notes",
    ]);
    expect((await convex(workshop, ["data", "notes"], changing.project)).stdout).toContain("to be listed");
  });

  test("DEPLOY-03 function-spec lists what can be called", async () => {
    const { stdout } = await convex(workshop, ["function-spec"], changing.project);
    const spec = JSON.parse(stdout) as { url: string; functions: { identifier?: string; path?: string }[] };
    expect(spec.url).toBe(workshop.url);
    expect(spec.functions.map(({ identifier, path }) => identifier ?? path)).toEqual(
      expect.arrayContaining(["notes.js:add", "/notes"]),
    );
  });
});
