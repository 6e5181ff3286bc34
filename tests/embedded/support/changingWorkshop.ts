import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Deployment, openDeployment } from "#embedded/deployment.ts";
import { convex, WORKSHOP } from "./workshop.ts";

/** A deployment and a copy of the workshop project that a test may change and push to it. */
export type ChangingWorkshop = {
  workshop: Deployment;
  /** The folder of the copy. */
  project: string;
  push(): Promise<{ stdout: string; stderr: string }>;
  /** Replaces a piece of one file; the piece must be there. */
  edit(file: string, from: string | RegExp, to: string): Promise<void>;
};

export const openEmpty = (): Promise<Deployment> => openDeployment({ data: null, port: 0, sitePort: 0 });

/** Brings a deployment to the workshop as it is. */
export async function beginAnew(workshop: Deployment): Promise<ChangingWorkshop> {
  const project = await mkdtemp(path.join(tmpdir(), "project-"));
  await cp(WORKSHOP, project, { recursive: true });
  await symlink(path.resolve("node_modules"), path.join(project, "node_modules"));
  const push = () =>
    convex(workshop, ["deploy", "--yes", "--typecheck", "disable", "--codegen", "disable"], project);
  const edit = async (file: string, from: string | RegExp, to: string) => {
    const name = path.join(project, file);
    const text = await readFile(name, "utf8");
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} has no ${String(from)}.`);
    await writeFile(name, changed);
  };
  await push();
  return { workshop, project, push, edit };
}

export const discard = ({ project }: ChangingWorkshop): Promise<void> =>
  rm(project, { recursive: true, force: true });
