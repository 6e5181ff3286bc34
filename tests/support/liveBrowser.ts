import { ConvexClient, ConvexHttpClient } from "convex/browser";
import type { FunctionArgs, FunctionReference, FunctionReturnType } from "convex/server";
import { makeFunctionReference } from "convex/server";
import { ConvexError } from "convex/values";
import { WebSocket } from "ws";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { TEST_PASSWORD } from "./embeddedBackend.ts";

function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`node tests/support/onEmbedded.mjs\`.`);
  return value;
}

/** A browser on the embedded deployment: signed in through the routes, with a child's page open and live. */
export class LiveBrowser {
  private readonly client = new ConvexClient(address("OPENIEP_URL"), {
    webSocketConstructor: WebSocket as never,
    unsavedChangesWarning: false,
  });
  /** What the open page has been told, newest last: "open", or the code with which it closed. */
  readonly told: string[] = [];
  /** How many identity tokens the live connection has asked for. */
  tokens = 0;
  private heard = () => {};

  private constructor(private readonly cookie: string) {}

  /** Signs in. With `later`, the tokens that it connects with are issued before that has happened. */
  static async enter(email: string, later?: () => Promise<void>): Promise<LiveBrowser> {
    const answer = await post("/sign-in/email", { email, password: TEST_PASSWORD });
    if (!answer.ok) throw new Error(`Signing in failed: ${answer.status}`);
    const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    const browser = new LiveBrowser(cookies.join("; "));
    // The client asks for two: one to begin with, and one that it knows to be new.
    const held = later ? [await browser.token(), await browser.token()] : [];
    await later?.();
    browser.client.setAuth(async () => {
      browser.tokens += 1;
      return held.pop() ?? (await browser.token());
    });
    return browser;
  }

  /** Opens a child's page: its queries are live from now on. Answers until when, unless it is looked at, in ms. */
  async openChild(studentId: Id<"students">): Promise<number> {
    const { leaseEndsAt } = await this.client.mutation(api.students.record.open, { studentId });
    this.client.onUpdate(
      api.students.record.get,
      { studentId },
      () => this.hear("open"),
      (error) => this.hear(error instanceof ConvexError ? String(error.data.code) : "failed"),
    );
    await this.until(() => this.told.at(-1) === "open");
    return leaseEndsAt ?? 0;
  }

  /** Sends a command over the live connection. */
  call<Mutation extends FunctionReference<"mutation">>(
    mutation: Mutation,
    args: FunctionArgs<Mutation>,
  ): Promise<FunctionReturnType<Mutation>> {
    return this.client.mutation(mutation, args);
  }

  get devices() {
    return this.client.query(api.people.devices.list, {});
  }

  lock = () => this.client.mutation(api.people.lock.engage, {});
  revoke = (deviceId: string) => this.client.mutation(api.people.devices.revoke, { deviceId });
  signOut = () => post("/sign-out", {}, this.cookie);

  /** Asks, as anybody could, for the link with which a password is chosen anew, and follows it. */
  static async resetPassword(email: string, newPassword: string): Promise<void> {
    await post("/request-password-reset", { email });
    const token = await tokenOfReset(email);
    const answer = await post("/reset-password", { newPassword, token });
    if (!answer.ok) throw new Error(`The password stays: ${await answer.text()}`);
  }

  /** How long, from an act on, until the open page was told that it is closed, ms; and with which code. */
  async closedBy(act: () => Promise<unknown>): Promise<{ afterMs: number; code: string }> {
    const done = await Promise.all([act().then(() => performance.now()), this.closed()]);
    return { afterMs: Math.max(0, done[1].at - done[0]), code: done[1].code };
  }

  /** Asks over HTTP with one certain token. */
  async withToken<Query extends FunctionReference<"query", "public", Record<string, never>>>(
    token: string | null,
    query: Query,
  ): Promise<FunctionReturnType<Query>> {
    const client = new ConvexHttpClient(address("OPENIEP_URL"));
    client.setAuth(token ?? "");
    return await client.query(query, ...([{}] as never));
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  private async closed(): Promise<{ at: number; code: string }> {
    await this.until(() => this.told.at(-1) !== "open");
    return { at: performance.now(), code: this.told.at(-1) ?? "" };
  }

  /** A new identity token of this browser's session; null when it has ended. */
  async token(): Promise<string | null> {
    const headers = { cookie: this.cookie, origin: address("OPENIEP_ORIGIN") };
    const answer = await fetch(`${address("OPENIEP_SITE")}/api/auth/convex/token`, { headers });
    return answer.ok ? ((await answer.json()) as { token: string }).token : null;
  }

  private hear(what: string): void {
    this.told.push(what);
    this.heard();
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((heard) => {
        this.heard = heard;
      });
    }
  }
}

function post(path: string, body: object, cookie = ""): Promise<Response> {
  return fetch(`${address("OPENIEP_SITE")}/api/auth${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: address("OPENIEP_ORIGIN"),
      "x-forwarded-for": `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join(".")}`,
      ...(cookie && { cookie }),
    },
    body: JSON.stringify(body),
  });
}

/** The token in the mail that was written last, as whoever operates the deployment can read it. */
async function tokenOfReset(email: string): Promise<string> {
  const operator = new ConvexHttpClient(address("OPENIEP_URL"));
  (operator as unknown as { setAdminAuth(key: string): void }).setAdminAuth(address("OPENIEP_ADMIN_KEY"));
  const asked = { table: "outbox", order: "desc", paginationOpts: { cursor: null, numItems: 50 } };
  const { page } = await operator.query(makeFunctionReference<"query">("_system/cli/tableData"), asked);
  const mail = page.find(
    (row: { to: string; template: string }) => row.to === email && row.template === "passwordReset",
  );
  return new URL(mail.url).searchParams.get("token") ?? "";
}
