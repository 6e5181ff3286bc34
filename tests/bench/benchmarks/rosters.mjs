import { ConvexHttpClient } from "convex/browser";
import { anyApi } from "convex/server";
import { openSide } from "../harness/side.mjs";
import { median, short } from "../harness/statistics.mjs";
import { openSampleDistrict } from "../subjects/sampleDistrict.mjs";

const bareStore = new URL("../harness/bareStore.mjs", import.meta.url);
const count = Number(process.env.ROSTER_ROWS ?? 10_000);
const api = anyApi;

/** A whole roster through the same functions as the page: sent, checked, applied, checked again without a change. */
export const rosters = {
  ids: ["B21"],
  async run({ rounds, say }) {
    const rows = [];
    for (let round = 0; round < Math.min(rounds, 2); round++) {
      say(`round ${round + 1}: ${count} students`);
      rows.push({ ...(await importing(say)), engine: await engineRate() });
    }
    const of = (step) => median(rows.map((row) => row[step]));
    const share = (step) => short(median(rows.map((row) => row[step] / row.engine)));
    return ["sending", "checking", "applying", "checkingAgain"].map((step) => ({
      id: "B21",
      what: `rows a second, ${step}, against rows a second of the bare store`,
      ratio: share(step),
      goal: "≥ 0.1",
      detail: `${short(of(step))}/s of ${count} rows; server holds ${short(of("memory"))} MiB at most`,
    }));
  },
};

async function engineRate() {
  const store = openSide(bareStore, [], 0);
  try {
    await store.ready();
    await store.ask({ kind: "mutations", count: 300 });
    return (await store.ask({ kind: "mutations", count: 1500 })).perSecond;
  } finally {
    await store.close();
  }
}

async function importing(say) {
  const district = await openSampleDistrict();
  try {
    const client = await signedIn(district.url);
    const [{ organizationId }] = (await client.query(api.people.me.get, {})).memberships;
    const first = await imported(client, organizationId, "first", say);
    await client.mutation(api.roster.imports.apply, { organizationId, importId: first.importId });
    const applying = await timed(() => settled(client, organizationId, first.importId));
    const again = await imported(client, organizationId, "again", say);
    const rate = (seconds) => count / seconds;
    return {
      sending: rate(first.sending),
      checking: rate(first.checking),
      applying: rate(applying),
      checkingAgain: rate(again.checking),
      memory: district.memory?.() ?? 0,
    };
  } finally {
    await district.close();
  }
}

async function imported(client, organizationId, name, say) {
  say(`${name}: sending and checking`);
  const { importId } = await client.mutation(api.roster.imports.begin, {
    organizationId,
    source: "bench",
    format: "templates",
    mode: "delta",
    fileNames: ["students.csv"],
    fingerprint: name,
    columns: {},
    expected: count,
  });
  const sending = await timed(async () => {
    for (let from = 0; from < count; from += 250) {
      const rows = Array.from({ length: Math.min(250, count - from) }, (_, i) => pupil(from + i));
      await client.mutation(api.roster.staging.add, { organizationId, importId, from, rows });
    }
  });
  await client.mutation(api.roster.imports.check, { organizationId, importId });
  const checking = await timed(() => settled(client, organizationId, importId));
  return { importId, sending, checking };
}

const letters = (i) =>
  [...String(i)].map((digit) => "bdfgklmnrt"[Number(digit)] + "aeiou"[Number(digit) % 5]).join("");

/** No two alike, as in a real district: names that differ, birth dates over twelve years. */
function pupil(i) {
  const birthOn = new Date(Date.UTC(2009, 0, 1) + (i % 4000) * 86_400_000).toISOString().slice(0, 10);
  const givenName = `P${letters(i)}`;
  const cells = {
    givenName,
    familyName: `Q${letters(i * 7)}`,
    birthOn,
    grade: "4",
    school: "Cottonwood Elementary School",
  };
  return {
    kind: "student",
    externalId: `bench-${i}`,
    file: "students.csv",
    line: i + 2,
    cells,
    problems: [],
  };
}

async function settled(client, organizationId, importId) {
  for (;;) {
    const { status } = await client.query(api.roster.imports.get, { organizationId, importId });
    if (status === "checked" || status === "applied") return;
    if (status === "stopped") throw new Error("The import was stopped.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function timed(act) {
  const from = performance.now();
  await act();
  return (performance.now() - from) / 1000;
}

async function signedIn(url) {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: "administrator@sample.example", password: "sample-only-password" }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const issued = await fetch(`${url}/api/auth/convex/token`, { headers: { cookie, origin: url } });
  const client = new ConvexHttpClient(url, { skipConvexDeploymentUrlCheck: true, logger: false });
  client.setAuth((await issued.json()).token);
  return client;
}
