import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

export type Organization = FunctionReturnType<typeof api.organizations.organizations.get>;
export type Settings = Organization["settings"];
