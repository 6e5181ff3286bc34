import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";

/** What makes this deployment itself: a name, the key of those who run it, and a secret to sign addresses with. */
export type Instance = { name: string; adminKey: string; secret: string };

/** Reads the instance of a data folder; on the first start makes one, in a file that only the owner can read. */
export async function openInstance(folder: string, wanted: Partial<Instance> = {}): Promise<Instance> {
  const file = path.join(folder, "instance.json");
  const kept = await readIfThere(file);
  if (kept !== null) return { ...(JSON.parse(kept) as Instance), ...wanted };
  const instance = newInstance(wanted);
  await mkdir(folder, { recursive: true });
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(instance, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return instance;
}

export function newInstance(wanted: Partial<Instance> = {}): Instance {
  const name = wanted.name ?? `embedded-${randomBytes(4).toString("hex")}`;
  return {
    name,
    adminKey: `${name}|${randomBytes(32).toString("hex")}`,
    secret: randomBytes(32).toString("hex"),
    ...wanted,
  };
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
