import { createHmac } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { ConvexHttpClient } from "convex/browser";
import { internal } from "#convex/_generated/api.js";
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
 * The embedded deployment as a backend: the official client over HTTP. It is one deployment
 * for the whole run, so nothing may count on an empty database.
 */
export function embeddedBackend(): Backend {
  const url = address("OPENIEP_URL");
  const site = address("OPENIEP_SITE");
  const adminKey = address("OPENIEP_ADMIN_KEY");
  const asOperator = () => {
    const client = new ConvexHttpClient(url);
    (client as unknown as { setAdminAuth(key: string): void }).setAdminAuth(adminKey);
    return client;
  };
  const operator: Backend["operator"] = {
    query: async (query, args) => await asOperator().query(query as never, args as never),
    mutation: async (mutation, args) => await asOperator().mutation(mutation as never, args as never),
  };
  return {
    stranger: callerOf(new ConvexHttpClient(url)),
    operator,
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
      const session = await openSession(operator, account);
      const client = new ConvexHttpClient(url);
      client.setAuth(await tokenOf(session));
      return callerOf(client, async () => client.setAuth(await tokenOf(session)));
    },
  };
}

/** As the cookie of a session is named where pages are not served over https. */
const SESSION_COOKIE = "better-auth.session_token";
const SESSION_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes an account with a session, as better-auth writes them, and answers with the session. Signing up through the
 * routes has its own tests: hashing a password for each of a thousand people would take longer than all that they do.
 */
async function openSession(operator: Backend["operator"], account: Account): Promise<string> {
  const now = Date.now();
  const times = { createdAt: now, updatedAt: now };
  const user = await createInAuth("user", { ...account, emailVerified: false, ...times });
  const ofUser = { userId: user._id, ...times };
  const password = await hashOfTestPassword();
  await createInAuth("account", { providerId: "credential", accountId: user._id, password, ...ofUser });
  const token = crypto.randomUUID();
  await createInAuth("session", { token, expiresAt: now + SESSION_MS, ...ofUser });
  await operator.mutation(internal.people.accounts.ensure, { authUserId: user._id });
  return token;
}

/** Writes a row of the auth component, as whoever operates the deployment may. */
async function createInAuth(model: string, data: object): Promise<{ _id: string }> {
  const answer = await fetch(`${address("OPENIEP_URL")}/api/mutation`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Convex ${address("OPENIEP_ADMIN_KEY")}`,
    },
    body: JSON.stringify({
      ...{ componentPath: "betterAuth", path: "adapter:create", format: "json" },
      args: { input: { model, data } },
    }),
  });
  const { status, value, errorMessage } = await answer.json();
  if (status !== "success") throw new Error(`No ${model} was made: ${errorMessage}`);
  return value;
}

/** The identity token of a session, from the route that issues it. */
async function tokenOf(session: string): Promise<string> {
  const signature = createHmac("sha256", address("OPENIEP_AUTH_SECRET")).update(session).digest("base64");
  const cookie = `${SESSION_COOKIE}=${encodeURIComponent(`${session}.${signature}`)}`;
  const headers = { cookie, origin: address("OPENIEP_ORIGIN") };
  const issued = await fetch(`${address("OPENIEP_SITE")}/api/auth/convex/token`, { headers });
  if (!issued.ok) throw new Error(`No token was issued: ${issued.status} ${await issued.text()}`);
  return ((await issued.json()) as { token: string }).token;
}

let hashed: Promise<string> | undefined;
/** One hash for everybody: they all have the same password. */
function hashOfTestPassword(): Promise<string> {
  hashed ??= hashPassword(TEST_PASSWORD);
  return hashed;
}

/** A token is good for a quarter of an hour; the long runs of the night take longer. */
const TOKEN_MS = 10 * 60 * 1000;

function callerOf(client: ConvexHttpClient, renew = async () => {}): Caller {
  let freshUntil = Date.now() + TOKEN_MS;
  const signedIn = async () => {
    if (Date.now() < freshUntil) return client;
    freshUntil = Date.now() + TOKEN_MS;
    await renew();
    return client;
  };
  return openingRecords({
    query: async (query, args) => await (await signedIn()).query(query, ...([args] as never)),
    mutation: async (mutation, args) => await (await signedIn()).mutation(mutation, ...([args] as never)),
  });
}
