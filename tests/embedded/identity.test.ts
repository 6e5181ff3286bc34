import { anyApi } from "convex/server";
import { expect, test } from "vitest";
import { openDeployment } from "#embedded/deployment.ts";
import { attributesOf } from "#embedded/identity/claims.ts";
import { overHttp } from "./support/ledger.ts";
import { TokenIssuer } from "./support/tokens.ts";

const claims = {
  iss: "https://issuer.example",
  sub: "ana",
  aud: "app",
  exp: 1,
  iat: 1,
  jti: "x",
  given_name: "Ana",
  email_verified: true,
  updated_at: 1_700_000_000,
  sessionId: "s1",
  place: { school: { id: 7 } },
};

test("AUTH-02: claims have Convex's names, others keep theirs, and nothing of the token itself is among them", () => {
  expect(attributesOf(claims, false)).toEqual({
    tokenIdentifier: "https://issuer.example|ana",
    subject: "ana",
    issuer: "https://issuer.example",
    givenName: "Ana",
    emailVerified: true,
    updatedAt: "2023-11-14T22:13:20.000Z",
    sessionId: "s1",
    place: { school: { id: 7 } },
  });
});

test("AUTH-02: a custom JWT's nested claims are named by their path", () => {
  expect(attributesOf(claims, true)).toMatchObject({ "place.school.id": 7 });
});

test("AUTH-08: without auth config every token is refused", async () => {
  const deployment = await openDeployment({ data: null, port: 0, sitePort: null });
  const http = overHttp(deployment.url);
  http.setAuth(await (await TokenIssuer.open()).token("ana"));
  await expect(http.query(anyApi.any?.thing as never, {})).rejects.toThrow(/NoAuthProvider/);
  await deployment.close();
});
