import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Deployment } from "#embedded/deployment.ts";
import { beginAnew, type ChangingWorkshop, discard, openEmpty } from "./support/changingWorkshop.ts";
import { answerOf, convex } from "./support/workshop.ts";

let changing: ChangingWorkshop;
let workshop: Deployment;

beforeAll(async () => {
  workshop = await openEmpty();
});
afterAll(async () => await workshop.close());

describe("pushes", () => {
  beforeEach(async () => {
    changing = await beginAnew(workshop);
  });
  afterEach(async () => await discard(changing));

  test("DEPLOY-02 a schema that the data does not fit is refused with the document, and nothing changes", async () => {
    const id = await answerOf(workshop, "notes:add", { text: "in the way", author: "a" });
    await changing.edit("convex/schema.ts", "text: v.string()", "text: v.number()");
    await changing.edit("convex/notes.ts", "for the deployment only", "never deployed");
    await expect(changing.push()).rejects.toThrow(
      new RegExp(`Schema validation failed[\\s\\S]*${String(id)}`),
    );
    const admin = { identity: { kind: "admin" }, allowInternal: true } as const;
    expect(await answerOf(workshop, "notes:secret", {}, admin)).toBe("for the deployment only");
    expect(await answerOf(workshop, "notes:list", { author: "a" })).toContain("in the way");
  });

  test("DEPLOY-02 a new index finds the documents that were there before it", async () => {
    await answerOf(workshop, "notes:add", { text: "old", author: "b", pages: 77 });
    await changing.edit(
      "convex/schema.ts",
      '.index("by_author", ["author"])',
      '.index("by_author", ["author"]).index("by_pages", ["pages"])',
    );
    await changing.edit(
      "convex/notes.ts",
      /$/,
      `\nexport const byPages = queryGeneric({
        args: { pages: v.number() },
        handler: async (ctx, { pages }) =>
          (await ctx.db.query("notes").withIndex("by_pages", (q) => q.eq("pages", pages)).take(9)).length,
      });\n`,
    );
    const { stderr } = await changing.push();
    expect(stderr).toMatch(/\[\+\] notes\.by_pages/);
    expect(await answerOf(workshop, "notes:byPages", { pages: 77 })).toBe(1);
  });

  test("modules that cannot be loaded are refused, and the error is told with its place", async () => {
    await changing.edit("convex/notes.ts", /$/, `\nthrow new Error("does not load");\n`);
    await expect(changing.push()).rejects.toThrow(
      /Failed to analyze notes\.js: Uncaught Error: does not load[\s\S]*notes\.ts:\d+/,
    );
  });

  test("a component that is taken out and put back finds its tables", async () => {
    await answerOf(workshop, "calls:count", { name: "kept" });
    const use = 'app.use(tally, { env: { TALLY_UNIT: "piece" } });';
    const importing = 'import tally from "../components/tally/convex.config.js";';
    await changing.edit("convex/convex.config.ts", use, "");
    await changing.edit("convex/convex.config.ts", importing, "");
    expect((await changing.push()).stderr).toContain("Unmounted component tally.");
    await changing.edit("convex/convex.config.ts", "const app", `${importing}\nconst app`);
    await changing.edit(
      "convex/convex.config.ts",
      "export default",
      `${use.replace("piece", "box")}\nexport default`,
    );
    expect((await changing.push()).stderr).toContain("Remounted component tally.");
    expect(await answerOf(workshop, "calls:counted", { name: "kept" })).toMatchObject({
      value: 1,
      unit: "box",
    });
  });

  test("DEPLOY-06 an auth config names the variable that it lacks", async () => {
    await writeFile(
      path.join(changing.project, "convex/auth.config.ts"),
      "export default { providers: [{ domain: process.env.IDENTITY_DOMAIN, applicationID: 'workshop' }] };",
    );
    await expect(changing.push()).rejects.toThrow(
      /Environment variable .*IDENTITY_DOMAIN.* is used in auth config/,
    );
    await convex(workshop, ["env", "set", "IDENTITY_DOMAIN", "https://identity.example"], changing.project);
    await changing.push();
    await expect(convex(workshop, ["env", "remove", "IDENTITY_DOMAIN"], changing.project)).rejects.toThrow(
      /IDENTITY_DOMAIN/,
    );
  });

  test("DEPLOY-01 a dry run changes nothing", async () => {
    await changing.edit("convex/notes.ts", "export const fail", "export const tear");
    await convex(
      workshop,
      ["deploy", "--dry-run", "--yes", "--typecheck", "disable", "--codegen", "disable"],
      changing.project,
    );
    expect(workshop.runtime.kindOf("", "notes:tear")).toBeNull();
    expect(workshop.runtime.kindOf("", "notes:fail")).toBe("query");
  });
});
