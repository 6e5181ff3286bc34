import { ConvexHttpClient } from "convex/browser";
import { UPLOAD_TYPE } from "#convex/documents/rules/fileTypes.ts";
import type { Account, Backend, Caller } from "./backend.ts";
import { openingRecords } from "./lease.ts";

export const TEST_PASSWORD = "a password for tests only";

/** Where tests/support/onEmbedded.mjs has started the deployment. */
function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`node tests/support/onEmbedded.mjs\`.`);
  return value;
}

/**
 * The embedded deployment as a backend: the official client, real sign-ups over HTTP. It is one deployment
 * for the whole run, so nothing may count on an empty database.
 */
export function embeddedBackend(): Backend {
  const url = address("OPENIEP_URL");
  const site = address("OPENIEP_SITE");
  const adminKey = address("OPENIEP_ADMIN_KEY");
  return {
    stranger: callerOf(new ConvexHttpClient(url)),
    operator: {
      mutation: async (mutation, args) => {
        const client = new ConvexHttpClient(url);
        (client as unknown as { setAdminAuth(key: string): void }).setAdminAuth(adminKey);
        return await client.mutation(mutation as never, args as never);
      },
    },
    fetch: (path, init) => fetch(`${site}${path}`, init),
    upload: async (handed, contents) => {
      // Handed out for the page's origin, which is nobody's here: the deployment itself takes files too.
      const { pathname, search } = new URL(handed);
      const target = new URL(`${pathname}${search}`, url);
      const body = Uint8Array.from(contents, (sign) => sign.charCodeAt(0));
      const sent = await fetch(target, { method: "POST", headers: { "content-type": UPLOAD_TYPE }, body });
      return ((await sent.json()) as { storageId: string }).storageId;
    },
    signUp: async (account) => {
      const client = new ConvexHttpClient(url);
      client.setAuth(await signUp(site, account));
      return callerOf(client);
    },
  };
}

/** Makes an account and answers with its identity token. */
async function signUp(site: string, account: Account): Promise<string> {
  const origin = address("OPENIEP_ORIGIN");
  const answer = await fetch(`${site}/api/auth/sign-up/email`, {
    method: "POST",
    // An address of one's own, as people have: a hundred sign-ups from one are stopped.
    headers: { "content-type": "application/json", origin, "x-forwarded-for": anAddress() },
    body: JSON.stringify({ ...account, password: TEST_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Signing up failed: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const issued = await fetch(`${site}/api/auth/convex/token`, { headers: { cookie, origin } });
  const { token } = (await issued.json()) as { token: string };
  return token;
}

const anAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`;

function callerOf(client: ConvexHttpClient): Caller {
  return openingRecords({
    query: (query, args) => client.query(query, ...([args] as never)),
    mutation: (mutation, args) => client.mutation(mutation, ...([args] as never)),
  });
}
