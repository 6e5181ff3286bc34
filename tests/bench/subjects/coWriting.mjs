// One section of a plan, written by many at once through the product's own client, door and storage.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../bin/steps/place.mjs";
import { pause, seeded } from "../harness/statistics.mjs";
import { openSampleDistrict } from "./sampleDistrict.mjs";

/** The writing client as a module for Node: built by run.mjs. */
export const writerModule = join(root, ".build/bench/coWritingClient.mjs");
const writer = () => import(pathToFileURL(writerModule).href);
const team = ["hawthorne@sample.example", "okafor@sample.example", "lindqvist@sample.example"];

export async function openServer() {
  const district = await openSampleDistrict();
  const tokens = [];
  for (const email of team) tokens.push(await tokenOf(district.url, email));
  const { draftOf, openWriter } = await writer();
  const document = await draftOf(district.url, tokens[0], "Ava Marchetti");
  const first = await openWriter(district.url, tokens[0], document, () => {});
  first.type("a".repeat(10_000), 0);
  while (first.length() < 10_000) await pause(50);
  await pause(500);
  await first.close();
  return { port: district.port, told: { tokens, document }, close: () => district.close() };
}

export async function openClient(port, { tokens, document }, index, onText) {
  const { openWriter } = await writer();
  const token = tokens[index % tokens.length];
  const random = seeded(100 + index);
  const one = await openWriter(`http://127.0.0.1:${port}`, token, document, onText);
  return { ready: Promise.resolve(), type: (key) => one.type(key, random()), copy: one.copy };
}

async function tokenOf(url, email) {
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password: "sample-only-password" }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const answer = await fetch(`${url}/api/auth/convex/token`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${signedIn.status}, ${answer.status}`);
  return (await answer.json()).token;
}
