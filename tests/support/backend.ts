import type { FunctionArgs, FunctionReference, FunctionReturnType } from "convex/server";

/** Someone who calls functions: over the official client, or inside convex-test. */
export type Caller = {
  query<Query extends FunctionReference<"query">>(
    query: Query,
    args: FunctionArgs<Query>,
  ): Promise<FunctionReturnType<Query>>;
  mutation<Mutation extends FunctionReference<"mutation">>(
    mutation: Mutation,
    args: FunctionArgs<Mutation>,
  ): Promise<FunctionReturnType<Mutation>>;
};

export type Account = { name: string; email: string };

/** A deployment to test against. */
export type Backend = {
  /** Makes an account with a session. */
  signUp(account: Account): Promise<Caller>;
  /** Nobody is signed in. */
  stranger: Caller;
  /** Whoever operates the deployment: may call internal functions. */
  operator: {
    query<Query extends FunctionReference<"query", "internal">>(
      query: Query,
      args: FunctionArgs<Query>,
    ): Promise<FunctionReturnType<Query>>;
    mutation<Mutation extends FunctionReference<"mutation", "internal">>(
      mutation: Mutation,
      args: FunctionArgs<Mutation>,
    ): Promise<FunctionReturnType<Mutation>>;
  };
  /** An HTTP request to the deployment's site. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a file to an upload address, as a browser does, and answers with its id. */
  upload(url: string, contents: string): Promise<string>;
};

/** The same tests run on convex-test and, with BACKEND=embedded, on the embedded deployment. */
export const runsEmbedded = process.env.BACKEND === "embedded";

/** A deployment with an empty database, or one that others use too: tests make organizations of their own. */
export async function openBackend(): Promise<Backend> {
  if (runsEmbedded) return (await import("./embeddedBackend.ts")).embeddedBackend();
  return (await import("./convexTestBackend.ts")).convexTestBackend();
}
