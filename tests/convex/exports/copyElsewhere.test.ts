import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api, internal } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { openBackend, runsEmbedded } from "#tests/support/backend.ts";
import type { Child } from "#tests/support/child.ts";
import { MovableDeployment } from "#tests/support/movableDeployment.ts";
import { aPaper } from "#tests/support/papers.ts";
import { writePlan } from "#tests/support/plan.ts";
import { settled } from "#tests/support/settled.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";

/** A copy of an organization, as the page's command makes it: the bytes of its parts. */
async function copyOf(
  world: Pick<World, "backend" | "organizationId">,
  administrator: Pick<Person, "query" | "mutation">,
) {
  const { backend, organizationId } = world;
  const exportId = await administrator.mutation(api.exports.organizations.start, { organizationId });
  const copy = await settled(
    async () => (await administrator.query(api.exports.organizations.list, { organizationId }))[0],
    (row) => row?.status !== "building",
    60_000,
  );
  expect(copy?.status).toBe("ready");
  const parts: Uint8Array[] = [];
  for (const [part] of (copy?.parts ?? []).entries()) {
    const wanted = { organizationId, exportId, part };
    const ticket = await administrator.mutation(api.exports.organizations.download, wanted);
    parts.push(new Uint8Array(await (await backend.fetch(ticket.path)).arrayBuffer()));
  }
  return parts;
}

/** The lines and files of a copy by path, whatever part they lie in. */
function contentsOf(parts: readonly Uint8Array[]): Record<string, string[]> {
  const contents: Record<string, string[]> = {};
  for (const part of parts) {
    for (const [name, bytes] of Object.entries(unzipSync(part))) {
      if (!/jsonl$|^_storage/.test(name)) continue;
      const lines = new TextDecoder().decode(bytes).split("\n").filter(Boolean);
      contents[name] = [...(contents[name] ?? []), ...lines].sort();
    }
  }
  return contents;
}

/** Runs on where the caller speaks to: the official CLI takes a file in. */
async function broughtIn(parts: readonly Uint8Array[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "copy-"));
  const { OPENIEP_URL: url, OPENIEP_ADMIN_KEY: key } = process.env;
  const env = { ...process.env, CONVEX_SELF_HOSTED_URL: url, CONVEX_SELF_HOSTED_ADMIN_KEY: key };
  for (const [number, bytes] of parts.entries()) {
    const file = path.join(folder, `part-${number}.zip`);
    await writeFile(file, bytes);
    await promisify(execFile)(
      process.execPath,
      ["node_modules/convex/bin/main.js", "import", "--append", "--yes", file],
      { env },
    );
  }
  await rm(folder, { recursive: true });
}

/** Two deployments, one after the other: on the embedded one, by night (`MOVED_COPIES=1`). */
describe.skipIf(!runsEmbedded || process.env.MOVED_COPIES !== "1")(
  "a copy of an organization in an empty deployment",
  () => {
    let elsewhere: MovableDeployment;
    let world: World;
    let child: Child;
    let documentId: Id<"documents">;
    let before: Record<string, string[]>;
    let invited: { email: string; url: string }[];
    let back: Awaited<ReturnType<typeof openBackend>>;
    let administrator: Pick<Person, "query" | "mutation">;

    beforeAll(async () => {
      world = await aWorld();
      child = await world.aStudent({ lastName: "Moving" });
      await child.as.guardian();
      await writePlan(child);
      documentId = await aPaper(child);
      const parts = await copyOf(world, world.administrator);
      before = contentsOf(parts);
      elsewhere = await MovableDeployment.open();
      await broughtIn(parts);
      back = await openBackend();
      invited = await invitedBack();
      administrator = await returned(world.administrator);
    }, 120_000);
    afterAll(async () => {
      await elsewhere.close();
    });

    /** Invites everybody back there, and reads the links as the operator does. */
    async function invitedBack() {
      const { organizationId } = world;
      await back.operator.mutation(internal.organizations.operator.inviteBack, { organizationId });
      const read = () => back.operator.query(internal.organizations.operator.invitedBack, { organizationId });
      return (await settled(read, ({ isFinished }) => isFinished)).links;
    }

    /** Makes an account there under the old address and follows the link. */
    async function returned({ name, email }: Person) {
      const caller = await back.signUp({ name, email });
      const token = invited.find((mail) => mail.email === email)?.url.split("/invite/")[1] ?? "";
      await caller.mutation(api.organizations.invitations.accept, { token });
      return caller;
    }

    test("invites everybody back, once", async () => {
      expect(invited.map(({ email }) => email)).toContain(child.caseManager.email);
      expect(await invitedBack()).toEqual(invited);
    });

    test("lets people be who they were: their own row, role and children", async () => {
      const caseManager = await returned(child.caseManager);
      const me = await caseManager.query(api.people.me.get, {});
      expect(me?.person.personId).toBe(child.caseManager.personId);
      expect(me?.memberships).toMatchObject([{ organizationId: world.organizationId, role: "caseManager" }]);
      const { student } = await caseManager.query(api.students.record.get, { studentId: child.studentId });
      expect(student).toMatchObject({ lastName: "Moving", birthOn: expect.stringMatching(/^\d{4}-/) });
    });

    test("has its files", async () => {
      // Reading the record opens it, which fetching a file of it asks for.
      await administrator.query(api.students.record.get, { studentId: child.studentId });
      const { studentId } = child;
      const ticket = await administrator.mutation(api.documents.opening.open, { studentId, documentId });
      const answer = await back.fetch(ticket.path);
      expect(await answer.text()).toBe("Invented for a test.");
    });

    test("has the whole audit chain, and it holds", async () => {
      const { organizationId } = world;
      const verdict = await administrator.query(api.audit.entries.verify, { organizationId });
      expect(verdict).toMatchObject({ brokenAt: null });
    });

    test("copied again, is the same: every row and file, and what has happened since", async () => {
      const after = contentsOf(await copyOf({ ...world, backend: back }, administrator));
      const added: string[] = [];
      for (const [name, lines] of Object.entries(before)) {
        const kept = new Set(after[name] ?? []);
        expect(
          lines.filter((line) => !kept.has(line)),
          name,
        ).toEqual([]);
        if ((after[name] ?? []).length > lines.length) added.push(name);
      }
      expect(added).toEqual(["auditEntries/documents.jsonl"]);
    });
  },
);
