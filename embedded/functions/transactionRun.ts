import type { Transaction } from "../database/database.ts";
import { checkArgs, checkReturns } from "./check.ts";
import { deployedFunction } from "./exported.ts";
import { failureOf } from "./failure.ts";
import { TransactionFrame } from "./frame.ts";
import type { Target } from "./reference.ts";
import type { Run } from "./run.ts";
import { inWorld } from "./world.ts";

/** Runs a query or mutation in `transaction`. Answers with encoded JSON text or throws a `FunctionFailure`. */
export async function runInTransaction(
  run: Run,
  target: Target,
  args: string,
  transaction: Transaction,
  parent: TransactionFrame | null = null,
): Promise<string> {
  const { component, info } = target;
  const tableOfId = transaction.tableOfId(component.namespace);
  let frame: TransactionFrame | undefined;
  try {
    checkArgs(info, args, tableOfId);
    const found = deployedFunction(target, run.requestId);
    const invoke = typeof found === "function" ? found : await found;
    frame = new TransactionFrame(run, component, info.path, info.kind, transaction, parent);
    const value = await inWorld(frame, () => invoke(args));
    checkReturns(info, value, tableOfId);
    return value;
  } catch (thrown) {
    throw await failureOf(thrown);
  } finally {
    frame?.end();
  }
}

/** Runs a function inside the transaction of another; a mutation that throws takes back what it wrote, and only that. */
export async function runNested(parent: TransactionFrame, target: Target, args: string): Promise<string> {
  const { run, transaction } = parent;
  if (target.info.kind === "query") return await runInTransaction(run, target, args, transaction, parent);
  return await parent.alone(async () => {
    const savepoint = transaction.savepoint();
    try {
      return await runInTransaction(run, target, args, transaction, parent);
    } catch (thrown) {
      savepoint.rollback();
      throw thrown;
    }
  });
}
