import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf } from "#embedded/http/bridge.ts";
import { type LedgerDeployment, ledger, openLedger, overHttp } from "./support/ledger.ts";

let deployment: LedgerDeployment;
beforeAll(async () => {
  deployment = await openLedger();
});
afterAll(() => deployment.close());

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  await fetch(`${deployment.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("functions over HTTP", () => {
  test("HTTP-01 HTTP-03: the official HTTP client runs queries, mutations and actions", async () => {
    const http = overHttp(deployment.url);
    expect(await http.mutation(ledger.entries.add, { key: "http", number: 4 })).toBe(1);
    expect(await http.query(ledger.entries.numbers, { key: "http" })).toEqual([4]);
    expect(await http.action(ledger.echo.say, { words: "aye" })).toBe("aye");
    expect(await http.consistentQuery(ledger.entries.numbers, { key: "http" })).toEqual([4]);
  });

  test("HTTP-02: a ConvexError reaches the official client with its data, with status 560", async () => {
    await expect(
      overHttp(deployment.url).query(ledger.entries.refuse, { kind: "told" }),
    ).rejects.toMatchObject({
      data: { code: "refused" },
    });
    const body = { path: "entries:refuse", args: { kind: "told" } };
    expect((await post("/api/query", body, { "convex-client": "npm-1.48.0" })).status).toBe(560);
    expect((await post("/api/query", body)).status).toBe(200);
  });

  test("HTTP-02 HTTP-07: what is no request is refused with a code and a status", async () => {
    const cases: [string, unknown, number, string][] = [
      ["/api/query", "{", 400, "BadJsonBody"],
      ["/api/query", "[]", 400, "BadJsonBody"],
      ["/api/query", { args: {} }, 400, "BadRequest"],
      ["/api/query", { path: "entries:numbers", args: 5 }, 400, "BadArguments"],
      ["/api/query", { path: "a:b", args: {}, componentPath: "inner" }, 400, "BadComponentPath"],
      ["/api/query_at_ts", { path: "entries:numbers", args: {}, ts: "AAAAAAAAAAA=" }, 400, "SnapshotTooOld"],
      ["/api/nothing", {}, 404, "NotFound"],
      ["/api/query", `{"path":"${"x".repeat(19 * 1024 * 1024)}"}`, 413, "PayloadTooLarge"],
    ];
    for (const [path, body, status, code] of cases) {
      const response = await post(path, body);
      expect([path, response.status, ((await response.json()) as { code: string }).code]).toEqual([
        path,
        status,
        code,
      ]);
    }
    expect((await fetch(`${deployment.url}/api/query`)).status).toBe(405);
  });

  test("HTTP-04 HTTP-06: /api/run calls by path and answers plain JSON", async () => {
    const response = await post("/api/run/entries/add", { args: { key: "run", number: 1 } });
    expect(await response.json()).toMatchObject({ status: "success", value: 1 });
  });

  test("HTTP-05: any origin may call, and asks first", async () => {
    const headers = {
      origin: "https://elsewhere.example",
      "access-control-request-headers": "convex-client",
    };
    const preflight = await fetch(`${deployment.url}/api/query`, { method: "OPTIONS", headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("convex-client");
    const answer = await post("/api/query", { path: "entries:numbers", args: { key: "x" } }, headers);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });

  test("HTTP-08: the deployment says what it is", async () => {
    const name = await (await fetch(`${deployment.url}/instance_name`)).text();
    expect(deployment.adminKey.startsWith(`${name}|`)).toBe(true);
    expect(await (await fetch(`${deployment.url}/version`)).text()).toContain("1.48");
  });

  test("DEPLOY-04: deploying and administering need the admin key", async () => {
    for (const authorization of ["", `Convex ${deployment.adminKey}x`, "Bearer x.y.z"]) {
      const response = await post(
        "/api/deploy2/start_push",
        {},
        authorization === "" ? {} : { authorization },
      );
      expect([authorization.slice(0, 6), [401, 403].includes(response.status)]).toEqual([
        authorization.slice(0, 6),
        true,
      ]);
    }
    const forwarded = await post(
      "/api/update_environment_variables",
      { changes: [] },
      { authorization: `Convex ${deployment.adminKey}`, "x-forwarded-for": "203.0.113.9" },
    );
    expect(forwarded.status).toBe(403);
  });

  test("DEPLOY-05: the log stream waits for a function and tells what it said", async () => {
    const logs = async (cursor: number) =>
      (await (
        await fetch(`${deployment.url}/api/stream_function_logs?cursor=${cursor}`, {
          headers: { authorization: `Convex ${deployment.adminKey}` },
        })
      ).json()) as { entries: { identifier: string; logLines: string[] }[]; newCursor: number };
    const { newCursor } = await logs(0);
    const waiting = logs(newCursor);
    await overHttp(deployment.url).action(ledger.echo.say, { words: "for the log" });
    const { entries } = await waiting;
    expect(JSON.stringify(entries)).toContain("asked to say for the log");
  });
});

describe("HTTP actions", () => {
  test("SITE-01: the site answers its routes and keeps cookies apart", async () => {
    const token = await deployment.issuer.token("ana");
    const response = await fetch(`${deployment.siteUrl}/hello`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await response.text()).toBe("hello ana at /hello");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect((await fetch(`${deployment.siteUrl}/nothing`)).status).toBe(404);
  });

  test("SITE-06: a proxy on this machine is believed about the caller's address, nobody else is", () => {
    expect(callerOf("127.0.0.1", "203.0.113.9")).toBe("203.0.113.9");
    expect(callerOf("::ffff:198.51.100.7", "203.0.113.9")).toBe("198.51.100.7");
    expect(callerOf("127.0.0.1", null)).toBe("127.0.0.1");
  });

  test("SITE-07: a request of more than 20 MiB does not reach its route", async () => {
    const address = `${deployment.siteUrl}/api/auth/large`;
    const body = Buffer.alloc(20 * 1024 * 1024 + 1);
    expect((await fetch(address, { method: "POST", body: body.subarray(1) })).status).toBe(200);
    expect((await fetch(address, { method: "POST", body })).status).toBe(413);
    const unannounced = new ReadableStream({
      start(controller) {
        controller.enqueue(body);
        controller.close();
      },
    });
    const init: RequestInit & { duplex: "half" } = { method: "POST", body: unannounced, duplex: "half" };
    expect((await fetch(address, init)).ok).toBe(false);
  });

  test("SITE-02: the same routes are at /http on the main port", async () => {
    expect(await (await fetch(`${deployment.url}/http/hello`)).text()).toBe("hello stranger at /hello");
  });
});

describe("files", () => {
  const content = Buffer.from("<p>a file of forty-two bytes, more or less</p>");
  const upload = async (headers: Record<string, string> = {}) => {
    const url = (await overHttp(deployment.url).mutation(ledger.files.uploadUrl, {})) as string;
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "text/html", ...headers },
      body: content,
    });
  };

  test("FILE-01 FILE-03 FILE-05 FILE-06: a file is stored, served whole and in part, and gone when deleted", async () => {
    const { storageId } = (await (await upload()).json()) as { storageId: never };
    const http = overHttp(deployment.url);
    const url = (await http.query(ledger.files.url, { storageId })) as string;
    const whole = await fetch(url);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(content);
    expect(whole.headers.get("content-type")).toBe("text/html");
    expect(whole.headers.get("x-content-type-options")).toBe("nosniff");
    expect(whole.headers.get("content-security-policy")).toContain("sandbox");
    expect(whole.headers.get("digest")).toBe(
      `sha-256=${createHash("sha256").update(content).digest("base64")}`,
    );

    const part = await fetch(url, { headers: { range: "bytes=3-8" } });
    expect([part.status, await part.text()]).toEqual([206, "a file"]);
    expect(part.headers.get("content-range")).toBe(`bytes 3-8/${content.length}`);
    const tail = await fetch(url, { headers: { range: "bytes=-4" } });
    expect(await tail.text()).toBe("</p>");
    expect((await fetch(url, { headers: { range: "bytes=900-" } })).status).toBe(416);

    await http.mutation(ledger.files.remove, { storageId });
    expect((await fetch(url)).status).toBe(404);
    expect(await http.query(ledger.files.url, { storageId })).toBeNull();
  });

  test("FILE-01: an upload URL that was changed is refused", async () => {
    const url = (await overHttp(deployment.url).mutation(ledger.files.uploadUrl, {})) as string;
    const later = url.replace(/until=(\d+)/, (_all, until: string) => `until=${Number(until) + 1}`);
    expect((await fetch(later, { method: "POST", body: content })).status).toBe(403);
  });

  test("FILE-03: a file's address cannot be made from its id", async () => {
    const { storageId } = (await (await upload()).json()) as { storageId: string };
    expect((await fetch(`${deployment.url}/api/storage/${storageId}`)).status).toBe(404);
    expect((await fetch(`${deployment.url}/api/storage/${storageId}.AAAA`)).status).toBe(404);
  });

  test("FILE-04: a digest that does not match refuses the file", async () => {
    const digest = `sha-256=${createHash("sha256").update("other").digest("base64")}`;
    expect((await upload({ digest })).status).toBe(400);
  });
});
