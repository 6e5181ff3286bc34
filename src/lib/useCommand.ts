import { i18n } from "@lingui/core";
import type { OptimisticLocalStore } from "convex/browser";
import { useMutation } from "convex/react";
import type { FunctionArgs, FunctionReference, FunctionReturnType } from "convex/server";
import { useCallback, useRef, useState } from "react";
import { toastDone, toastProblem } from "#src/ui/Toasts.tsx";
import { askForPassword } from "./passwordPrompt.ts";
import { readProblem, type ShownProblem, sentenceOf } from "./problems.ts";

type Mutation = FunctionReference<"mutation">;

/** How a command ended. It never throws: a refused command is an answer, with the reason. */
export type Outcome<T> =
  | { isDone: true; value: T }
  | { isDone: false; problem: ShownProblem; sentence: string };

export type CommandOptions<M extends Mutation> = {
  /** Shows the result before the server has answered; rolled back by itself when refused. */
  optimistic?: (store: OptimisticLocalStore, args: FunctionArgs<M>) => void;
  /** The sentence of a toast when done. */
  done?: string | ((value: FunctionReturnType<M>, args: FunctionArgs<M>) => string | undefined);
  /** Offers to take the command back for ten seconds; use with `done`. */
  undo?: (value: FunctionReturnType<M>, args: FunctionArgs<M>) => void;
  /** false: the caller shows the problem itself, as a form does by its fields. */
  showsProblem?: boolean;
};

/**
 * A change, as one function: `const log = useCommand(api.progress.observations.log, {...}); await log(args)`.
 * A command that asks for a recent password gets it from a dialog and is sent again.
 * `log.isPending` is true while an answer is awaited; while offline the command waits and is sent on return.
 */
export function useCommand<M extends Mutation>(mutation: M, options: CommandOptions<M> = {}) {
  const send = useMutation(mutation);
  const latest = useRef(options);
  latest.current = options;
  const [pending, setPending] = useState(0);

  const run = useCallback(
    async (args: FunctionArgs<M>): Promise<Outcome<FunctionReturnType<M>>> => {
      const { optimistic, done, undo, showsProblem = true } = latest.current;
      setPending((count) => count + 1);
      try {
        const sender = optimistic ? send.withOptimisticUpdate(optimistic as never) : send;
        // A generic mutation's argument tuple cannot be seen through here; the caller's own types have checked it.
        const ask = sender as (args: FunctionArgs<M>) => Promise<FunctionReturnType<M>>;
        const value = (await ask(args).catch(async (error: unknown) => {
          const isWithoutPassword = readProblem(error).code === "password_needed";
          if (isWithoutPassword && (await askForPassword())) return await ask(args);
          throw error;
        })) as FunctionReturnType<M>;
        const sentence = typeof done === "function" ? done(value, args) : done;
        if (sentence !== undefined) {
          toastDone(
            sentence,
            undo && {
              label: i18n.t({ id: "action.undo", message: "Undo" }),
              onUndo: () => undo(value, args),
            },
          );
        }
        return { isDone: true, value };
      } catch (error) {
        const problem = readProblem(error);
        if (problem.code === "unexpected") console.error(error);
        const sentence = sentenceOf(problem);
        // Whoever closed the dialog knows why nothing happened.
        if (showsProblem && problem.code !== "password_needed") toastProblem(sentence);
        return { isDone: false, problem, sentence };
      } finally {
        setPending((count) => count - 1);
      }
    },
    [send],
  );
  return Object.assign(run, { isPending: pending > 0 });
}
