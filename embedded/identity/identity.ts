/** Who calls. A system identity holds the admin key; it may act as a user. */
export type Identity =
  | { kind: "anonymous" }
  | { kind: "user"; attributes: UserAttributes }
  | { kind: "admin"; actingAs?: UserAttributes };

/** What `ctx.auth.getUserIdentity()` gives: OIDC claims in Convex's camel case, and every further claim of the token. */
export type UserAttributes = { tokenIdentifier: string; subject: string; issuer: string } & Record<
  string,
  unknown
>;

/** Equal keys mean: a query that asks for the identity gets the same answer. */
export function identityKey(identity: Identity): string {
  switch (identity.kind) {
    case "anonymous":
      return "";
    case "user":
      return JSON.stringify(identity.attributes);
    case "admin":
      return `admin:${identity.actingAs ? JSON.stringify(identity.actingAs) : ""}`;
  }
}
