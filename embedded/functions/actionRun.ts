import type { Transaction } from "../database/database.ts";
import type { TableOfId } from "../values/validator.ts";
import { checkArgs, checkReturns } from "./check.ts";
import { failureOf } from "./failure.ts";
import type { ActionFrame } from "./frame.ts";
import type { Target } from "./reference.ts";
import type { Run } from "./run.ts";

/** Runs an action in the real world. Answers with encoded JSON text or throws a `FunctionFailure`. */
export async function runAction(run: Run, target: Target, args: string): Promise<string> {
  const { component, info } = target;
  const ids = passingTableOfIds(run, component.namespace);
  try {
    checkArgs(info, args, ids.tableOfId);
    const frame: ActionFrame = { run, component, path: info.path, kind: "action" };
    const value = await perform(frame, args);
    checkReturns(info, value, ids.tableOfId);
    return value;
  } catch (thrown) {
    throw await failureOf(thrown);
  } finally {
    ids.close();
  }
}

async function perform(frame: ActionFrame, args: string): Promise<string> {
  const { run, component, path } = frame;
  const modules = await component.modules.carried();
  const { value } = run.services.threads.begin(frame, {
    ...{ kind: "action", modules, path, args },
    requestId: run.requestId,
  });
  return (await value) as string;
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
