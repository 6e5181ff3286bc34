import { ConvexReactClient, type Watch, type WatchQueryOptions } from "convex/react";
import {
  type ArgsAndOptions,
  type FunctionReturnType,
  getFunctionName,
  type OptionalRestArgs,
} from "convex/server";
import { convexToJson } from "convex/values";
import type { Id } from "#convex/_generated/dataModel.js";
import { readProblem } from "./problems.ts";

type AnyQuery = Parameters<ConvexReactClient["watchQuery"]>[0];
type Args = { studentId?: Id<"students"> };

/**
 * The live client, which takes `lease_needed` for what it is: not an error but a word about time. While the record
 * is being opened again, a query goes on answering what it answered last, or that it is loading; what stands in
 * an editor or a form stays there. `need` is told of the child.
 */
export class LeasedClient extends ConvexReactClient {
  private readonly last = new Map<string, { value: unknown; watchers: number }>();

  constructor(
    url: string,
    options: ConstructorParameters<typeof ConvexReactClient>[1],
    private readonly need: (studentId: Id<"students">) => void,
  ) {
    super(url, options);
  }

  override watchQuery<Query extends AnyQuery>(
    query: Query,
    ...rest: ArgsAndOptions<Query, WatchQueryOptions>
  ): Watch<FunctionReturnType<Query>> {
    const watch = super.watchQuery(query, ...rest);
    const args = (rest[0] ?? {}) as Args;
    const { studentId } = args;
    if (studentId === undefined) return watch;
    const key = `${getFunctionName(query)} ${JSON.stringify(convexToJson(args))}`;
    return {
      ...watch,
      onUpdate: (callback) => {
        const kept = this.last.get(key) ?? { value: undefined, watchers: 0 };
        kept.watchers += 1;
        this.last.set(key, kept);
        const unsubscribe = watch.onUpdate(callback);
        return () => {
          kept.watchers -= 1;
          if (kept.watchers === 0) this.last.delete(key);
          unsubscribe();
        };
      },
      localQueryResult: () => {
        const kept = this.last.get(key);
        try {
          const value = watch.localQueryResult();
          if (kept) kept.value = value;
          return value;
        } catch (error) {
          if (readProblem(error).code !== "lease_needed") throw error;
          // Reading a result is part of drawing a page; what follows from it must wait until that is done.
          queueMicrotask(() => this.need(studentId));
          return kept?.value as FunctionReturnType<Query> | undefined;
        }
      },
    };
  }

  /** The first answer: after the record has been opened, where it was not. */
  override async query<Query extends AnyQuery>(
    query: Query,
    ...args: OptionalRestArgs<Query>
  ): Promise<FunctionReturnType<Query>> {
    const watch = this.watchQuery(query, ...(args as unknown as ArgsAndOptions<Query, WatchQueryOptions>));
    return await new Promise((resolve, reject) => {
      let unsubscribe = () => {};
      const read = () => {
        try {
          const value = watch.localQueryResult();
          if (value === undefined) return;
          resolve(value);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        unsubscribe();
      };
      unsubscribe = watch.onUpdate(read);
      read();
    });
  }
}
