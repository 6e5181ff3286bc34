import { mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { Stop } from "./stop.ts";

type Holder = { pid: number; startedAt: string | null };

/** Keeps a data folder for this process. Throws `Stop` if a living process has it (STORE-03). */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "process.lock");
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(file, "wx", 0o600);
      await handle.writeFile(JSON.stringify({ pid: process.pid, startedAt: await startOf(process.pid) }));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = await readHolder(file);
    if (holder !== null && (await isAlive(holder))) {
      throw new Stop(
        `The folder ${folder} is in use by process ${holder.pid}. Stop that one, or choose another folder with --data.`,
      );
    }
    // Left behind by a process that was killed.
    await rm(file, { force: true });
  }
  throw new Stop(`The folder ${folder} is being opened by another process. Choose another folder with --data.`);
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

async function isAlive({ pid, startedAt }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  // Process numbers are given out again: only the same number with the same start is the same process.
  return pid === process.pid || startedAt === (await startOf(pid));
}

/** When a process began, in the kernel's ticks; null where there is no `/proc`. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
