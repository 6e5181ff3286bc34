import type { Database } from "../database/database.ts";
import type { Endpoints } from "../http/endpoint.ts";
import { badRequest } from "../http/problem.ts";
import type { Deployer } from "./deployer.ts";
import type { EnvironmentChange } from "./environment.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Packages } from "./packages.ts";
import { asPushRequest, jsonBody } from "./pushRequest.ts";
import { predictSchema } from "./schemaPrediction.ts";
import { schemaChange, startPushResponse } from "./startPush.ts";

/** The deploy interface of the `convex` CLI. All of it is for holders of the admin key. */
export function deployEndpoints(deployer: Deployer, packages: Packages, database: Database): Endpoints {
  const reading = <T>(body: (transaction: ReturnType<Database["read"]>) => T): T => {
    const transaction = database.read();
    try {
      return body(transaction);
    } finally {
      transaction.close();
    }
  };
  const evaluated = async (request: Request) =>
    await deployer.evaluate(asPushRequest(await jsonBody(request)));

  return {
    "POST /api/get_config_hashes": async () => {
      const { state } = deployer;
      const app = state?.definitions[""]?.package;
      const modules = app === undefined ? [] : await packages.moduleHashes(app);
      return Response.json({
        config: {
          functions: state?.functions ?? "convex/",
          ...(state?.nodeVersion ? { nodeVersion: state.nodeVersion } : {}),
        },
        moduleHashes: modules.map(({ path, sha256, environment }) => ({ path, hash: sha256, environment })),
        nodeDependencies: [],
        udfServerVersion: state?.udfServerVersion ?? null,
        ...(state?.nodeVersion ? { nodeVersion: state.nodeVersion } : {}),
      });
    },
    "POST /api/deploy2/start_push": async (request) => {
      const evaluation = await evaluated(request);
      return Response.json(reading((transaction) => startPushResponse(evaluation, transaction)));
    },
    "POST /api/deploy2/evaluate_push": async (request) => {
      const evaluation = await evaluated(request);
      return Response.json({ schemaChange: reading((transaction) => schemaChange(evaluation, transaction)) });
    },
    "POST /api/deploy2/evaluate_schema": async (request) => {
      const evaluation = await evaluated(request);
      return Response.json(reading((transaction) => predictSchema(transaction, evaluation)));
    },
    "POST /api/deploy2/wait_for_schema": async (request) => {
      const { schemaChange } = (await jsonBody(request)) as { schemaChange: PushedSchema };
      const evaluation = deployer.waiting(schemaChange.schemaIds.push);
      if (evaluation === null) return Response.json({ type: "raceDetected" });
      const violation = deployer.findViolation(evaluation);
      if (violation === null) return Response.json({ type: "complete" });
      const { message, component, table } = violation;
      return Response.json({ type: "failed", error: message, componentPath: component, tableName: table });
    },
    "POST /api/deploy2/finish_push": async (request) => {
      const { startPush, dryRun } = (await jsonBody(request)) as {
        startPush: { schemaChange: PushedSchema };
        dryRun: boolean;
      };
      const evaluation = requireWaiting(deployer, startPush.schemaChange);
      return Response.json(await deployer.finish(evaluation, dryRun));
    },
    "POST /api/deploy2/report_push_completed": () => Response.json(null),
    "POST /api/update_environment_variables": async (request) => {
      const { changes } = (await jsonBody(request)) as { changes: EnvironmentChange[] };
      if (!Array.isArray(changes))
        throw badRequest("BadChanges", "`changes` must be a list of names and values.");
      await deployer.changeEnvironment(changes);
      return new Response(null, { status: 200 });
    },
  };
}

type PushedSchema = { schemaIds: { push: string } };

function requireWaiting(deployer: Deployer, { schemaIds }: PushedSchema): Evaluation {
  const evaluation = deployer.waiting(schemaIds.push);
  if (evaluation === null)
    throw badRequest("RaceDetected", "The deployment no longer knows this push: push again.");
  return evaluation;
}
