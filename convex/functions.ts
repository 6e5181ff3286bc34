import type { RegisteredMutation, RegisteredQuery } from "convex/server";
import {
  type GenericValidator,
  type Infer,
  type ObjectType,
  type PropertyValidators,
  v,
} from "convex/values";
import { customMutation, customQuery } from "convex-helpers/server/customFunctions";
import type { Id } from "./_generated/dataModel";
import {
  httpAction,
  internalAction,
  internalMutation,
  internalQuery,
  type MutationCtx,
  mutation,
  type QueryCtx,
  query,
} from "./_generated/server";
import { standingOf } from "./access/abilities";
import { type Caller, requireCaller } from "./access/actor";
import { enterCompartment, enterOrganization, type InCompartment, type InOrganization } from "./access/enter";
import { requireLease } from "./access/lease";
import { type Permission, policy } from "./access/policy";
import { requireRecentPassword } from "./access/proof";
import type { Standing } from "./access/standing";
import { walledReader, walledWriter } from "./access/wall";
import { append } from "./audit/model";
import { summarize } from "./audit/rules";

/**
 * The only place where functions are built. A definition says what it asks for:
 *
 *     export const retire = studentMutation({ can: "ieps.goals.edit", args, returns, handler });
 *
 * `student...` opens one pupil's compartment, `organization...` one organization, `own...` the caller's own
 * data, `open...` nothing. Behind the first two, `ctx.db` reaches nothing beyond the wall, and a successful
 * command leaves an audit entry in the same transaction. A `studentQuery` answers only while the caller has the
 * record open (access/lease.ts): `students.record.open` has put the reading on record by then.
 */

export type { ActionCtx, MutationCtx, QueryCtx } from "./_generated/server";
export { env } from "./_generated/server";
export { httpAction, internalAction, internalMutation, internalQuery };

/** Adds words to the command's audit entry: which record, which fields; never their contents. */
type Noting = { note: (summary: string) => void };
/** For commands of an organization that turn out to be about one student, or to be an answer of no. */
type Finding = {
  /** The entry is about this student, and stands in the student's own list too. */
  about: (studentId: Id<"students">, standing?: Standing) => void;
  /** The command answers no without throwing, so that the refusal stays on record. */
  refuse: () => void;
};

type Beyond = {
  /**
   * Reads across the organization: for what must be unique in it, and for what stays with a record that became part of
   * this one; never for another student's facts.
   */
  organizationDb: QueryCtx["db"];
};

export type StudentQueryCtx = QueryCtx & InCompartment & Beyond;
export type StudentMutationCtx = MutationCtx & InCompartment & Noting & Beyond;
export type OrganizationQueryCtx = QueryCtx & InOrganization;
export type OrganizationMutationCtx = MutationCtx & InOrganization & Noting & Finding;
type InPerson = Pick<Caller, "person" | "sessionId" | "hasTwoFactors">;
export type OwnQueryCtx = QueryCtx & InPerson;
export type OwnMutationCtx = MutationCtx & InPerson;

type Asks = { can: Permission };
/**
 * `recorded: "elsewhere"` is for commands whose own rows already say who did what when, many times a minute
 * (steps of a text, carets): they leave no audit entry.
 */
type Commands = Asks & Proven & { recorded?: "elsewhere" };
/** Why anybody may call this, signed in or not. */
type Opens = { because: string };
/** For what a screen that was left open must not do: the password was given within ten minutes (access/proof.ts). */
type Proven = { proof?: "recentPassword" };

type Definition<Ask, Ctx, Args extends PropertyValidators, Key, Returns extends GenericValidator> = Ask & {
  args: Args;
  returns: Returns;
  handler: (ctx: Ctx, args: ObjectType<Args> & Key) => Infer<Returns> | Promise<Infer<Returns>>;
};
type QueryBuilder<Ask, Ctx, Key> = <Args extends PropertyValidators, Returns extends GenericValidator>(
  definition: Definition<Ask, Ctx, Args, Key, Returns>,
) => RegisteredQuery<"public", ObjectType<Args> & Key, Promise<Infer<Returns>>>;
type MutationBuilder<Ask, Ctx, Key> = <Args extends PropertyValidators, Returns extends GenericValidator>(
  definition: Definition<Ask, Ctx, Args, Key, Returns>,
) => RegisteredMutation<"public", ObjectType<Args> & Key, Promise<Infer<Returns>>>;

/** What a built function remembers of its definition, for tests/convex/doors.test.ts. */
export type Door = {
  kind: "student" | "organization" | "own" | "open";
  can: Permission | null;
  because: string | null;
  proof: "recentPassword" | null;
};

/** Keeps the door on the built function; refuses at load time what types could not see. */
function door<Builder>(kind: Door["kind"], build: (definition: never) => object): Builder {
  return ((definition: Partial<Asks & Opens & Proven>) => {
    const { can = null, because = null, proof = null } = definition;
    const answered = kind === "own" || (kind === "open" ? because !== null : can !== null && can in policy);
    if (!answered) throw new Error(`A ${kind} function must say who may call it.`);
    return Object.assign(build(definition as never), { door: { kind, can, because, proof } satisfies Door });
  }) as Builder;
}

type InStudent = { studentId: Id<"students"> };
type InOrg = { organizationId: Id<"organizations"> };
const studentArgs = { studentId: v.id("students") };
const organizationArgs = { organizationId: v.id("organizations") };

export const studentQuery = door<QueryBuilder<Asks, StudentQueryCtx, InStudent>>(
  "student",
  customQuery(query, {
    args: studentArgs,
    input: async (ctx, args, asks: Asks) => {
      const opened = await enterCompartment(ctx, args.studentId, asks.can);
      await requireLease(ctx, opened);
      const db = walledReader(ctx.db, opened.compartment);
      const organizationDb = walledReader(ctx.db, { organizationId: opened.organization._id });
      return { ctx: { ...opened, db, organizationDb }, args };
    },
  }),
);

export const studentMutation = door<MutationBuilder<Commands, StudentMutationCtx, InStudent>>(
  "student",
  customMutation(mutation, {
    args: studentArgs,
    input: async (ctx, args, asks: Commands) => {
      const opened = await noticed(ctx, asks, enterCompartment(ctx, args.studentId, asks.can));
      if (asks.proof) await requireRecentPassword(ctx, await requireCaller(ctx));
      const entry = recorder(ctx, asks, opened);
      entry.about(args.studentId, standingOf(opened.relation));
      const db = walledWriter(ctx.db, opened.compartment);
      const organizationDb = walledReader(ctx.db, { organizationId: opened.organization._id });
      return { ctx: { ...opened, db, organizationDb, note: entry.note }, args, onSuccess: entry.close };
    },
  }),
);

export const organizationQuery = door<QueryBuilder<Asks, OrganizationQueryCtx, InOrg>>(
  "organization",
  customQuery(query, {
    args: organizationArgs,
    input: async (ctx, args, asks: Asks) => {
      const opened = await enterOrganization(ctx, args.organizationId, asks.can);
      return { ctx: { ...opened, db: walledReader(ctx.db, args) }, args };
    },
  }),
);

export const organizationMutation = door<MutationBuilder<Commands, OrganizationMutationCtx, InOrg>>(
  "organization",
  customMutation(mutation, {
    args: organizationArgs,
    input: async (ctx, args, asks: Commands) => {
      const opened = await noticed(ctx, asks, enterOrganization(ctx, args.organizationId, asks.can));
      if (asks.proof) await requireRecentPassword(ctx, await requireCaller(ctx));
      const entry = recorder(ctx, asks, opened);
      const { note, about, refuse, close } = entry;
      const db = walledWriter(ctx.db, args);
      return { ctx: { ...opened, db, note, about, refuse }, args, onSuccess: close };
    },
  }),
);

export const ownQuery = door<QueryBuilder<object, OwnQueryCtx, object>>(
  "own",
  customQuery(query, {
    args: {},
    input: async (ctx) => ({ ctx: await requireCaller(ctx), args: {} }),
  }),
);

export const ownMutation = door<MutationBuilder<Proven, OwnMutationCtx, object>>(
  "own",
  customMutation(mutation, {
    args: {},
    input: async (ctx, _args, asks: Proven) => {
      const caller = await requireCaller(ctx);
      if (asks.proof) await requireRecentPassword(ctx, caller);
      return { ctx: caller, args: {} };
    },
  }),
);

export const openQuery = door<QueryBuilder<Opens, QueryCtx, object>>(
  "open",
  customQuery(query, { args: {}, input: (_ctx, _args, _opens: Opens) => ({ ctx: {}, args: {} }) }),
);

export const openMutation = door<MutationBuilder<Opens, MutationCtx, object>>(
  "open",
  customMutation(mutation, { args: {}, input: (_ctx, _args, _opens: Opens) => ({ ctx: {}, args: {} }) }),
);

/** Collects the words of a command's audit entry and writes it once the command has succeeded. */
function recorder(ctx: MutationCtx, asks: Commands, opened: Pick<InOrganization, "person" | "organization">) {
  const notes: string[] = [];
  let outcome: "done" | "refused" = "done";
  let subject: { studentId?: Id<"students">; standing?: Standing | undefined } = {};
  return {
    note: (summary: string) => void notes.push(summary),
    about: (studentId: Id<"students">, standing?: Standing) => {
      subject = { studentId, standing };
    },
    refuse: () => {
      outcome = "refused";
    },
    close: async ({ args }: { args: Record<string, unknown> }) => {
      if (asks.recorded === "elsewhere") return;
      await append(ctx, {
        organizationId: opened.organization._id,
        ...subject,
        actorId: opened.person._id,
        permission: asks.can,
        command: (await ctx.meta.getFunctionMetadata()).name,
        outcome,
        summary: notes.length > 0 ? notes.join("; ") : summarize(args),
      });
    },
  };
}

/**
 * A refused command throws, and a transaction that throws leaves nothing behind, so its refusal goes to the
 * deployment's log, which outlives it. Opening a record, the door before all others, records refusals in the
 * audit chain itself (students/record.ts).
 */
async function noticed<T>(ctx: MutationCtx, asks: Commands, entering: Promise<T>): Promise<T> {
  try {
    return await entering;
  } catch (refusal) {
    const { name } = await ctx.meta.getFunctionMetadata();
    const caller = (await ctx.auth.getUserIdentity())?.subject ?? "nobody";
    console.warn(JSON.stringify({ refused: name, permission: asks.can, caller }));
    throw refusal;
  }
}
