import { ConvexHttpClient } from "convex/browser";
import type { FunctionArgs, FunctionReference, FunctionReturnType } from "convex/server";
import { ConvexError } from "convex/values";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { emailOf, type PersonKey, SAMPLE_PASSWORD, samplePeople } from "#convex/sample/people.ts";

/** `url` is where the deployment answers; `siteUrl` where people will find it, which may not be served yet. */
export type Deployment = { url: string; siteUrl: string };

/** A sample person who is signed in and calls functions as themselves. */
export type Caller = {
  personId: Id<"people">;
  organizationIds: Id<"organizations">[];
  query<F extends FunctionReference<"query">>(
    query: F,
    args: FunctionArgs<F>,
  ): Promise<FunctionReturnType<F>>;
  mutation<F extends FunctionReference<"mutation">>(
    mutation: F,
    args: FunctionArgs<F>,
  ): Promise<FunctionReturnType<F>>;
};

/** Signs a sample person up, or in when they have an account already. */
export async function enter(deployment: Deployment, key: PersonKey): Promise<Caller> {
  const client = new ConvexHttpClient(deployment.url);
  client.setAuth(await tokenOf(deployment, key));
  const me = await client.query(api.people.me.get, {});
  if (!me) throw new Error(`${emailOf(key)} has an account and is nobody.`);
  return {
    personId: me.person.personId,
    organizationIds: me.memberships.map(({ organizationId }) => organizationId),
    // As a page does: a record is opened before it is read.
    query: (query, args) =>
      client.query(query, ...([args] as never)).catch(async (error: unknown) => {
        if (!(error instanceof ConvexError && error.data.code === "lease_needed")) throw error;
        const { studentId } = args as { studentId: Id<"students"> };
        await client.mutation(api.students.record.open, { studentId });
        return await client.query(query, ...([args] as never));
      }),
    // Not queued: what must come after something else is awaited here.
    mutation: (mutation, args) => client.mutation(mutation, ...([args, { skipQueue: true }] as never)),
  };
}

async function tokenOf({ url, siteUrl }: Deployment, key: PersonKey): Promise<string> {
  const name = samplePeople.find((person) => person.key === key)?.name ?? key;
  const account = { email: emailOf(key), password: SAMPLE_PASSWORD, name };
  let answer = await post(`${url}/api/auth/sign-up/email`, siteUrl, account);
  // 422: the address has an account; then an earlier loading came this far.
  if (answer.status === 422) answer = await post(`${url}/api/auth/sign-in/email`, siteUrl, account);
  if (!answer.ok) throw new Error(`${account.email} cannot sign in: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const issued = await fetch(`${url}/api/auth/convex/token`, { headers: { cookie } });
  if (!issued.ok) throw new Error(`${account.email} gets no token: ${await issued.text()}`);
  const { token } = (await issued.json()) as { token: string };
  return token;
}

/** The sample people's sessions are of a computer that people know, as if they had been here the day before. */
const BROWSER =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

function post(address: string, origin: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json", origin, "user-agent": BROWSER };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
}
