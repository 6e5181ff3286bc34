import { ConvexHttpClient } from "convex/browser";
import { anyApi } from "convex/server";
import { median, pause, quantile, short } from "../harness/statistics.mjs";
import { openSampleDistrict } from "../subjects/sampleDistrict.mjs";

const api = anyApi;
const PER_SECOND = 20;
const SECONDS = 5;
/** Sign-ins to one account that are under way. */
const AT_ONCE = 4;
const PASSWORD = "sample-only-password";
const people = ["hawthorne", "okafor", "lindqvist", "castellano", "whitfield", "yolanda", "nadia"];

/** Twenty people a second sign in with their passwords while somebody saves: what the others notice of it. */
export const signIns = {
  ids: ["B20"],
  async run({ rounds, say }) {
    const district = await openSampleDistrict();
    const rows = [];
    try {
      const client = await signedIn(district.url);
      await saving(client, 1);
      for (let round = 0; round < rounds; round++) {
        say(`round ${round + 1} of ${rounds}: quiet, then ${PER_SECOND} sign-ins a second`);
        const quiet = await saving(client, SECONDS);
        const morning = signingIn(district.url, round);
        const busy = await saving(client, SECONDS);
        rows.push({ quiet, busy, ...(await morning) });
      }
    } finally {
      await district.close();
    }
    const line = (part, share, goal) => ({
      id: "B20",
      what: `a person's saving while ${PER_SECOND} others a second sign in, ${part}, against nobody signing in`,
      ratio: short(median(rows.map(({ quiet, busy }) => quantile(busy, share) / quantile(quiet, share)))),
      goal,
      detail: `${short(median(rows.map(({ busy }) => quantile(busy, share))))} and ${short(median(rows.map(({ quiet }) => quantile(quiet, share))))} ms; a sign-in took ${short(median(rows.map(({ took }) => took)))} ms, ${short(median(rows.map(({ perSecond }) => perSecond)))} a second were answered`,
    });
    return [line("p50", 0.5, "≤ 1.2"), line("p99", 0.99, "≤ 1.2")];
  },
};

/** Saves ten times a second, and gives how long each took. */
async function saving(client, seconds) {
  const taken = [];
  const until = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < until; turn++) {
    const from = performance.now();
    await client.mutation(api.people.me.savePreferences, { theme: turn % 2 === 0 ? "dark" : "light" });
    taken.push(performance.now() - from);
    await pause(100);
  }
  return taken;
}

/**
 * Everybody from an address of their own, as people behind many routers have. A slow machine is asked for less: more
 * tries at once than this are taken for guesses at one account.
 */
async function signingIn(url, round) {
  const from = performance.now();
  const asked = [];
  let waiting = 0;
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    await pause(Math.max(0, from + (n * 1000) / PER_SECOND - performance.now()));
    while (waiting === people.length * AT_ONCE) await pause(10);
    waiting++;
    const address = `10.${round}.${n >> 8}.${n & 255}`;
    const done = timed(() => signIn(url, people[n % people.length], address));
    asked.push(done.finally(() => waiting--));
  }
  const taken = await Promise.all(asked);
  return { took: median(taken), perSecond: taken.length / ((performance.now() - from) / 1000) };
}

async function timed(act) {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

async function signIn(url, name, address) {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, "x-forwarded-for": address },
    body: JSON.stringify({ email: `${name}@sample.example`, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${name} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

async function signedIn(url) {
  const cookie = await signIn(url, "administrator", "10.99.0.1");
  const issued = await fetch(`${url}/api/auth/convex/token`, { headers: { cookie, origin: url } });
  const client = new ConvexHttpClient(url, { skipConvexDeploymentUrlCheck: true, logger: false });
  client.setAuth((await issued.json()).token);
  return client;
}
