import { ConvexClient, ConvexHttpClient } from "convex/browser";
import type { FunctionReference, FunctionReturnType } from "convex/server";
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
  private heard = () => {};

  private constructor(private readonly cookie: string) {}

  static async enter(email: string): Promise<LiveBrowser> {
    const answer = await post("/sign-in/email", { email, password: TEST_PASSWORD });
    if (!answer.ok) throw new Error(`Signing in failed: ${answer.status}`);
    const cookies = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
    const browser = new LiveBrowser(cookies.join("; "));
    browser.client.setAuth(async () => await browser.token());
    return browser;
  }

  /** Opens a child's page: its queries are live from now on. */
  async openChild(studentId: Id<"students">): Promise<void> {
    await this.client.mutation(api.students.record.open, { studentId });
    this.client.onUpdate(
      api.students.record.get,
      { studentId },
      () => this.hear("open"),
      (error) => this.hear(error instanceof ConvexError ? String(error.data.code) : "failed"),
    );
    await this.until(() => this.told.at(-1) === "open");
  }

  get devices() {
    return this.client.query(api.people.devices.list, {});
  }

  lock = () => this.client.mutation(api.people.lock.engage, {});
  revoke = (deviceId: string) => this.client.mutation(api.people.devices.revoke, { deviceId });
  signOut = () => post("/sign-out", {}, this.cookie);

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
