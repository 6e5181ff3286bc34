import { ConvexHttpClient } from "convex/browser";
import { vi } from "vitest";
import { authRoutes, ORIGIN } from "./authRoutes.ts";
import { type Backend, type Caller, runsEmbedded } from "./backend.ts";

/** A deployment of a test's own, in which people sign in through the routes, as browsers do, by a clock that it moves. */
export type Accounts = {
  backend: Backend;
  routes: ReturnType<typeof authRoutes>;
  /** The page's own address. */
  origin: string;
  now(): number;
  /** Moves the clock. To be called at the beginning of each test too: until then it is the real one. */
  later(ms: number): Promise<void>;
  /** Calls functions as the session behind a cookie. */
  asOf(cookie: string): Promise<Caller>;
  /** What somebody was sent, oldest first, by the names of the templates. */
  mailsTo(email: string): Promise<string[]>;
  close(): Promise<void>;
};

export async function openAccounts(): Promise<Accounts> {
  return runsEmbedded ? await onEmbedded() : await onConvexTest();
}

async function onConvexTest(): Promise<Accounts> {
  const { convexTestBackend, openConvexTest } = await import("./convexTestBackend.ts");
  vi.stubEnv("OPEN_SIGN_UP", "1");
  let clock = Date.now();
  const t = openConvexTest();
  const routes = authRoutes(t);
  return {
    ...{ backend: convexTestBackend(t), routes, origin: ORIGIN, now: Date.now },
    later: async (ms) => {
      clock += ms;
      // Anew each time: between two tests the clock is the real one.
      vi.useFakeTimers({ toFake: ["Date"], now: clock });
    },
    asOf: async (cookie) => (await routes.asOf(cookie)) as Caller,
    mailsTo: async (email) =>
      await t.run(async (ctx) => {
        const mails = await ctx.db.query("outbox").take(200);
        return mails.filter(({ to }) => to === email).map(({ template }) => template);
      }),
    close: async () => void vi.useRealTimers(),
  };
}

type Mail = { to: string; template: string };

async function onEmbedded(): Promise<Accounts> {
  const { MovableDeployment } = await import("./movableDeployment.ts");
  const { embeddedBackend } = await import("./embeddedBackend.ts");
  const deployment = await MovableDeployment.open();
  const backend = embeddedBackend();
  const {
    OPENIEP_ORIGIN: origin = "",
    OPENIEP_URL: url = "",
    OPENIEP_ADMIN_KEY: adminKey = "",
  } = process.env;
  return {
    ...{ backend, routes: authRoutes(backend, origin), origin, now: () => deployment.now() },
    later: async (ms) => await deployment.setAhead(deployment.now() - Date.now() + ms),
    asOf: async (cookie) => {
      const answer = await backend.fetch("/api/auth/convex/token", { headers: { cookie, origin } });
      const client = new ConvexHttpClient(url);
      client.setAuth(((await answer.json()) as { token: string }).token);
      return {
        query: (query, args) => client.query(query, ...([args] as never)),
        mutation: (mutation, args) => client.mutation(mutation, ...([args] as never)),
      };
    },
    mailsTo: async (email) => {
      const answer = await fetch(`${url}/api/query`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Convex ${adminKey}` },
        body: JSON.stringify({
          ...{ path: "_system/cli/tableData", format: "json" },
          args: { table: "outbox", order: "asc", paginationOpts: { numItems: 200, cursor: null } },
        }),
      });
      const { value } = (await answer.json()) as { value: { page: Mail[] } };
      return value.page.filter(({ to }) => to === email).map(({ template }) => template);
    },
    close: async () => await deployment.close(),
  };
}
