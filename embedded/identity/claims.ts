import type { JWTPayload } from "jose";
import type { UserAttributes } from "./identity.ts";

/** OpenID Connect's claim names and what Convex calls them. */
const NAMES: Record<string, string> = {
  given_name: "givenName",
  family_name: "familyName",
  preferred_username: "preferredUsername",
  profile: "profileUrl",
  picture: "pictureUrl",
  email_verified: "emailVerified",
  birthdate: "birthday",
  zoneinfo: "timezone",
  locale: "language",
  phone_number: "phoneNumber",
  phone_number_verified: "phoneNumberVerified",
  updated_at: "updatedAt",
};

/** Claims about the token and not about the person: they change with every refresh. */
const ABOUT_THE_TOKEN = new Set(["iss", "sub", "aud", "exp", "nbf", "iat", "jti"]);

/** A verified token's claims as `getUserIdentity` shows them. `flatten` names nested claims by their path, with dots. */
export function attributesOf(payload: JWTPayload, flatten: boolean): UserAttributes {
  const issuer = payload.iss ?? "";
  const subject = payload.sub ?? "";
  const attributes: UserAttributes = { tokenIdentifier: `${issuer}|${subject}`, subject, issuer };
  for (const [claim, value] of Object.entries(payload)) {
    if (ABOUT_THE_TOKEN.has(claim)) continue;
    if (claim === "updated_at" && typeof value === "number")
      attributes.updatedAt = new Date(value * 1_000).toISOString();
    else if (flatten && isObject(value)) Object.assign(attributes, flattened(claim, value));
    else attributes[NAMES[claim] ?? claim] = value;
  }
  return attributes;
}

function flattened(prefix: string, value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      isObject(inner) ? Object.entries(flattened(`${prefix}.${key}`, inner)) : [[`${prefix}.${key}`, inner]],
    ),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
