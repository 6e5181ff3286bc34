import type { TransferListItem } from "node:worker_threads";
import type { ActionFrame } from "../frame.ts";
import { actionOperations } from "../syscalls/actionOperations.ts";
import { type FileToStore, readFile, storeFile } from "../syscalls/storage.ts";
import { OUTSIDE } from "../world/convex.ts";
import { outsideWorlds } from "../world.ts";

type Question = { name: string; args: unknown };
type Answer = { value: unknown; transfer?: TransferListItem[] };

/** Does what an action asks for. A call that is over can ask for nothing. */
export async function answerTo(frame: ActionFrame | undefined, { name, args }: Question): Promise<Answer> {
  if (frame === undefined) throw new Error(OUTSIDE);
  if (name === "storage/storeBlob") {
    return { value: await outsideWorlds(() => storeFile(frame, args as FileToStore)) };
  }
  if (name === "storage/getBlob") {
    const file = await outsideWorlds(() => readFile(frame, args as string));
    return { value: file, transfer: file === null ? [] : [file.bytes.buffer] };
  }
  const operation = actionOperations[name];
  if (operation === undefined) throw new Error(`Unknown async operation ${name}`);
  return { value: await outsideWorlds(() => operation(frame, args as string)) };
}
