import type { Namespace } from "../database/database.ts";
import type { SchemaJson } from "../database/schema.ts";
import type { ValidatorJson } from "../values/validator.ts";
import type { Modules } from "./modules.ts";

/** One registered query, mutation or action. */
export interface FunctionInfo {
  /** Canonical: `folder/module.js:export`. */
  readonly path: string;
  readonly kind: "query" | "mutation" | "action";
  readonly visibility: "public" | "internal";
  /** Null: whatever comes is accepted. */
  readonly args: ValidatorJson | null;
  readonly returns: ValidatorJson | null;
}

/** A component where it is mounted: its functions, its own tables (`namespace`), its children. The app is the root. */
export type Component = {
  namespace: Namespace;
  /** Which definition it is an instance of; "" for the app. */
  definitionPath: string;
  functions: ReadonlyMap<string, FunctionInfo>;
  modules: Modules;
  /** Children by the name under which this component mounted them. */
  children: ReadonlyMap<string, Namespace>;
  routes: HttpRoutes;
  crons: Readonly<Record<string, CronSpec>>;
  schema: SchemaJson | null;
};

export type HttpRoutes = {
  /** `[path, method]` of `http.js`, or null if there is none. */
  own: readonly (readonly [path: string, method: string])[] | null;
  /** What stands before the app's own routes; "/" unless the app says otherwise. */
  prefix: string;
  /** Children whose routes hang under a prefix: `["/webhooks/", "mail"]`. */
  mounts: readonly (readonly [prefix: string, child: string])[];
};

/** A job of `crons.js`, as its `export()` gives it. */
export type CronSpec = { name: string; args: unknown[]; schedule: CronSchedule };
export type CronSchedule =
  | { type: "interval"; seconds?: number; minutes?: number; hours?: number }
  | { type: "hourly"; minuteUTC?: number }
  | { type: "daily"; hourUTC: number; minuteUTC?: number }
  | { type: "weekly"; dayOfWeek: string; hourUTC: number; minuteUTC?: number }
  | { type: "monthly"; day: number; hourUTC: number; minuteUTC?: number }
  | { type: "cron"; cron: string };

/** Everything that one push deployed. Replaced whole by the next push, never changed. */
export type Program = {
  version: number;
  components: ReadonlyMap<Namespace, Component>;
};
