import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folders } from "./places.ts";

const LONG_MS = 60 * 60 * 1000;

/** Makes every session an hour old, as whoever operates the deployment may: nobody waits ten minutes in a story. */
export async function letSessionsAge(origin: string): Promise<void> {
  const { adminKey } = JSON.parse(
    readFileSync(join(folders.current, "deployment/instance.json"), "utf8"),
  ) as { adminKey: string };
  const input = { model: "session", update: { createdAt: Date.now() - LONG_MS } };
  const answer = await fetch(`${origin}/api/mutation`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Convex ${adminKey}` },
    body: JSON.stringify({
      ...{ componentPath: "betterAuth", path: "adapter:updateMany", format: "json" },
      args: { input, paginationOpts: { numItems: 100, cursor: null } },
    }),
  });
  const { status, errorMessage } = (await answer.json()) as { status: string; errorMessage?: string };
  if (status !== "success") throw new Error(`Sessions did not age: ${errorMessage}`);
}
