import type { Transaction } from "../database/database.ts";
import type { TableOfId } from "../values/validator.ts";
import { checkArgs, checkReturns } from "./check.ts";
import { deployedFunction } from "./exported.ts";
import { failureOf } from "./failure.ts";
import { ActionFrame } from "./frame.ts";
import type { Target } from "./reference.ts";
import type { Run } from "./run.ts";
import { inWorld } from "./world.ts";

/** Runs an action in the real world. Answers with encoded JSON text or throws a `FunctionFailure`. */
export async function runAction(run: Run, target: Target, args: string): Promise<string> {
  const { component, info } = target;
  const ids = passingTableOfIds(run, component.namespace);
  let frame: ActionFrame | undefined;
  try {
    checkArgs(info, args, ids.tableOfId);
    const invoke = await deployedFunction(target, run.requestId);
    frame = new ActionFrame(run, component, info.path, "action");
    const value = await inWorld(frame, () => invoke(args));
    checkReturns(info, value, ids.tableOfId);
    return value;
  } catch (thrown) {
    throw await failureOf(thrown);
  } finally {
    frame?.end();
    ids.close();
  }
}

/** An action has no transaction; one is opened only if a validator asks for the table of an id. */
function passingTableOfIds(run: Run, namespace: string): { tableOfId: TableOfId; close(): void } {
  let transaction: Transaction | undefined;
  return {
    tableOfId: (id) => {
      transaction ??= run.services.database.read();
      return transaction.tableOfId(namespace)(id);
    },
    close: () => transaction?.close(),
  };
}
