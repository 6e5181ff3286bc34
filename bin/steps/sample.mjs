import { pathToFileURL } from "node:url";
import { buildSeed, seedFile } from "./build.mjs";

/** Fills an empty deployment with the sample district, through the same functions that people use. */
export async function fillSample(deployment, record, say) {
  if (record.get("seeded") === true) return;
  say("Filling the sample district");
  await buildSeed();
  const { seed } = await import(pathToFileURL(seedFile).href);
  await seed({ url: deployment.url, siteUrl: deployment.site, adminKey: deployment.adminKey });
  record.set("seeded", true);
}

/** The sample people and their password, as the sign-in page shows them; null where there is no sample. */
export async function samplePeople(deployment) {
  const answer = await fetch(`${deployment.url}/api/query`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ path: "organizations/setup:status", args: {}, format: "json" }),
  });
  const { value } = await answer.json();
  return value?.sample ?? null;
}
