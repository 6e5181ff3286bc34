"use node";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { v } from "convex/values";
import { internalAction } from "../../functions";
import { inTurn } from "./inTurn";

/**
 * Passwords as better-auth hashes them (scrypt), by Node's own scrypt, which works beside the program and not in it.
 * In the default runtime the same hash is JavaScript: on a deployment of one process, twenty people who sign in at
 * eight o'clock would stop everybody's typing for seconds.
 *
 * One at a time: a hash takes 16 MiB and a core, and Node's helpers write the database to disk as well.
 */
const queue = inTurn();

/** The hash to keep of a new password. */
export const make = internalAction({
  args: { password: v.string() },
  returns: v.string(),
  handler: async (_ctx, { password }) => await queue(() => hashPassword(password)),
});

/** Whether the password is the one that the hash was made of. */
export const matches = internalAction({
  args: { password: v.string(), hash: v.string() },
  returns: v.boolean(),
  handler: async (_ctx, { password, hash }) => await queue(() => verifyPassword({ hash, password })),
});
