/* eslint-disable */
/**
 * Generated `api` utility.
 *
 * THIS CODE IS AUTOMATICALLY GENERATED.
 *
 * To regenerate, run `npx convex dev`.
 * @module
 */

import type {
  ApiFromModules,
  FilterApi,
  FunctionReference,
} from "convex/server";
import type * as access_abilities from "../access/abilities.js";
import type * as access_actor from "../access/actor.js";
import type * as access_enter from "../access/enter.js";
import type * as access_load from "../access/load.js";
import type * as access_policy from "../access/policy.js";
import type * as access_relation from "../access/relation.js";
import type * as access_wall from "../access/wall.js";
import type * as audit_model from "../audit/model.js";
import type * as audit_rules from "../audit/rules.js";
import type * as dates from "../dates.js";
import type * as editorSchema from "../editorSchema.js";
import type * as errors from "../errors.js";
import type * as functions from "../functions.js";
import type * as progress_rules_aimLine from "../progress/rules/aimLine.js";
import type * as progress_rules_decisions from "../progress/rules/decisions.js";
import type * as progress_rules_effects from "../progress/rules/effects.js";
import type * as progress_rules_mastery from "../progress/rules/mastery.js";
import type * as progress_rules_readingNorms from "../progress/rules/readingNorms.js";
import type * as progress_rules_series from "../progress/rules/series.js";
import type * as progress_rules_slopes from "../progress/rules/slopes.js";
import type * as progress_rules_studentT from "../progress/rules/studentT.js";
import type * as progress_rules_trend from "../progress/rules/trend.js";
import type * as values from "../values.js";

/**
 * A utility for referencing Convex functions in your app's API.
 *
 * Usage:
 * ```js
 * const myFunctionReference = api.myModule.myFunction;
 * ```
 */
declare const fullApi: ApiFromModules<{
  "access/abilities": typeof access_abilities;
  "access/actor": typeof access_actor;
  "access/enter": typeof access_enter;
  "access/load": typeof access_load;
  "access/policy": typeof access_policy;
  "access/relation": typeof access_relation;
  "access/wall": typeof access_wall;
  "audit/model": typeof audit_model;
  "audit/rules": typeof audit_rules;
  dates: typeof dates;
  editorSchema: typeof editorSchema;
  errors: typeof errors;
  functions: typeof functions;
  "progress/rules/aimLine": typeof progress_rules_aimLine;
  "progress/rules/decisions": typeof progress_rules_decisions;
  "progress/rules/effects": typeof progress_rules_effects;
  "progress/rules/mastery": typeof progress_rules_mastery;
  "progress/rules/readingNorms": typeof progress_rules_readingNorms;
  "progress/rules/series": typeof progress_rules_series;
  "progress/rules/slopes": typeof progress_rules_slopes;
  "progress/rules/studentT": typeof progress_rules_studentT;
  "progress/rules/trend": typeof progress_rules_trend;
  values: typeof values;
}>;
export declare const api: FilterApi<
  typeof fullApi,
  FunctionReference<any, "public">
>;
export declare const internal: FilterApi<
  typeof fullApi,
  FunctionReference<any, "internal">
>;

export declare const components: {
  betterAuth: import("@convex-dev/better-auth/_generated/component.js").ComponentApi<"betterAuth">;
  presence: import("@convex-dev/presence/_generated/component.js").ComponentApi<"presence">;
  prosemirrorSync: import("@convex-dev/prosemirror-sync/_generated/component.js").ComponentApi<"prosemirrorSync">;
  rateLimiter: import("@convex-dev/rate-limiter/_generated/component.js").ComponentApi<"rateLimiter">;
};
