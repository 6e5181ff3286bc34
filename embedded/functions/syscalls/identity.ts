import type { AnyFrame } from "../frame.ts";
import { operation } from "./operation.ts";

/** Who is calling, or null. Components are told nothing: the app decides what to pass on. */
export const getUserIdentity = operation((frame: AnyFrame) => {
  if (frame.component.namespace !== "") return "null";
  const { run } = frame;
  run.usedIdentity = true;
  switch (run.identity.kind) {
    case "anonymous":
      return "null";
    case "user":
      return JSON.stringify(run.identity.attributes);
    case "admin":
      return JSON.stringify(run.identity.actingAs ?? null);
  }
});
