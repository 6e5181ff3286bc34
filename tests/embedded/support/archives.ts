import type { Deployment } from "#embedded/deployment.ts";

/** What the CLI does for an import and an export, without the CLI: its own test is enough of that. */

type Wanted = { format: string; mode: string; tableName?: string; componentPath?: string };
type State = { state: string; error_message?: string; num_rows_written?: unknown };

async function asked(deployment: Deployment, path: string, body?: BodyInit): Promise<Response> {
  const headers = { authorization: `Convex ${deployment.adminKey}` };
  const response = await fetch(`${deployment.url}${path}`, {
    method: "POST",
    headers,
    ...(body && { body }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}

async function told(deployment: Deployment, path: string, args: object = {}): Promise<unknown> {
  const outcome = await deployment.runtime.query({
    ...{ namespace: "", path, args: JSON.stringify(args) },
    ...{ identity: { kind: "admin" }, allowInternal: true },
  });
  if (!outcome.ok) throw new Error(outcome.message);
  return JSON.parse(outcome.value) as unknown;
}

/** Asks until the state is none of those that pass. */
async function stateOf(ask: () => Promise<unknown>, passing: readonly string[]): Promise<State> {
  for (;;) {
    const found = (await ask()) as { state: string | State };
    const state = typeof found.state === "string" ? (found as State) : found.state;
    if (!passing.includes(state.state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Uploads a file and has it imported. Answers null, or why it was refused. */
export async function bring(
  deployment: Deployment,
  file: Uint8Array,
  wanted: Wanted,
): Promise<string | null> {
  const { uploadToken } = (await (await asked(deployment, "/api/import/start_upload")).json()) as {
    uploadToken: string;
  };
  const half = Math.ceil(file.length / 2);
  const partTokens: unknown[] = [];
  for (const part of [file.slice(0, half), file.slice(half)]) {
    const query = `uploadToken=${uploadToken}&partNumber=${partTokens.length + 1}`;
    partTokens.push(await (await asked(deployment, `/api/import/upload_part?${query}`, part)).json());
  }
  const finish = JSON.stringify({ import: wanted, uploadToken, partTokens });
  const { importId } = (await (await asked(deployment, "/api/import/finish_upload", finish)).json()) as {
    importId: string;
  };
  const state = () => told(deployment, "_system/cli/queryImport", { importId });
  const checked = await stateOf(state, ["uploaded"]);
  if (checked.state === "failed") return checked.error_message ?? "";
  await asked(deployment, "/api/perform_import", JSON.stringify({ importId }));
  const done = await stateOf(state, ["waiting_for_confirmation", "in_progress"]);
  return done.state === "completed" ? null : (done.error_message ?? "");
}

/** Everything that a deployment holds, as an archive. */
export async function take(deployment: Deployment): Promise<Uint8Array> {
  await asked(deployment, "/api/export/request/zip?includeStorage=true");
  const latest = () => told(deployment, "_system/cli/exports:getLatest");
  const { state } = await stateOf(latest, ["in_progress"]);
  if (state !== "completed") throw new Error(`The export ${state}.`);
  const { start_ts } = (await latest()) as { start_ts: { $integer: string } };
  const moment = Buffer.from(start_ts.$integer, "base64").readBigInt64LE();
  const headers = { authorization: `Convex ${deployment.adminKey}` };
  const response = await fetch(`${deployment.url}/api/export/zip/${moment}`, { headers });
  return new Uint8Array(await response.arrayBuffer());
}
