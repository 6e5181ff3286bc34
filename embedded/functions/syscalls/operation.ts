import type { ActionFrame, TransactionFrame } from "../frame.ts";

/** Takes and gives JSON text; documents pass through unparsed. */
export type Operation<Frame> = (frame: Frame, args: string) => string | Promise<string>;
export type ImmediateOperation = (frame: TransactionFrame, args: string) => string;
export type TransactionOperation = Operation<TransactionFrame>;
export type ActionOperation = Operation<ActionFrame>;

/** An operation on parsed arguments. Their shape is `convex/server`'s own, so it is not checked again. */
export function operation<Args, Frame>(
  body: (frame: Frame, args: Args) => string | Promise<string>,
): Operation<Frame> {
  return (frame, args) => body(frame, JSON.parse(args) as Args);
}

export function immediate<Args>(body: (frame: TransactionFrame, args: Args) => string): ImmediateOperation {
  return (frame, args) => body(frame, JSON.parse(args) as Args);
}

/** The operation, for mutations only. */
export function writing<Args>(
  body: (frame: TransactionFrame, args: Args) => string | Promise<string>,
): TransactionOperation {
  return (frame, args) => {
    if (frame.kind !== "mutation") throw new Error("Queries cannot write to the database.");
    return body(frame, JSON.parse(args) as Args);
  };
}
