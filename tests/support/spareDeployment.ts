import { cpSync } from "node:fs";

/** What the process that serves a folder has for itself alone. */
const OWN = /(lock\.mdb|process\.lock)$/;

/** Fills a folder with what onEmbedded.mjs has laid aside: the functions deployed, and nobody in it. */
export function copySpare(folder: string): void {
  const { OPENIEP_SPARE = "" } = process.env;
  cpSync(OPENIEP_SPARE, folder, { recursive: true, filter: (file) => !OWN.test(file) });
}

/** From now on everything in tests/support that speaks to the deployment speaks to this one, which learns its address. */
export async function speakTo(deployment: { url: string; site: string; adminKey: string }): Promise<void> {
  const { url, site, adminKey } = deployment;
  Object.assign(process.env, {
    ...{ OPENIEP_URL: url, OPENIEP_SITE: site, OPENIEP_ORIGIN: site, OPENIEP_ADMIN_KEY: adminKey },
  });
  await giveVariables({ SITE_URL: site });
}

/** Gives the deployment that is spoken to further environment variables. */
export async function giveVariables(variables: Record<string, string>): Promise<void> {
  const { OPENIEP_URL, OPENIEP_ADMIN_KEY } = process.env;
  const answer = await fetch(`${OPENIEP_URL}/api/update_environment_variables`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Convex ${OPENIEP_ADMIN_KEY}` },
    body: JSON.stringify({ changes: Object.entries(variables).map(([name, value]) => ({ name, value })) }),
  });
  if (!answer.ok) throw new Error(`The deployment refused its variables: ${await answer.text()}`);
}
