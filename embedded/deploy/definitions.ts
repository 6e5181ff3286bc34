import { failureOf } from "../functions/failure.ts";
import { nativeImport } from "../functions/nativeImport.ts";
import { inWorld, moduleWorld } from "../functions/world.ts";
import { badRequest } from "../http/problem.ts";
import type { ModuleSource, PushRequest } from "./pushRequest.ts";

/** What a `convex.config.js` says, as its default export's `export()` gives it; `path` is added by the deployment. */
export type Definition = {
  path: string;
  definitionType: { type: "app" } | { type: "childComponent"; name: string };
  httpPrefix?: string;
  childComponents: ChildComponent[];
  /** Prefix to `_reference/childComponent/<name>`. */
  httpMounts: Record<string, string>;
  exports: ExportTree & { type: "branch" };
  /** Environment variables that the definition declares. */
  envVars?: [name: string, { type: "value"; value: string; optional?: boolean }][];
};

export type ChildComponent = {
  name: string;
  /** The child's definition. */
  path: string;
  env?: [name: string, { type: "value"; value: string } | { type: "envVar"; name: string }][] | null;
};

export type ExportTree = { type: "leaf"; leaf: string } | { type: "branch"; branch: [string, ExportTree][] };

const APP_WITHOUT_CONFIG: Definition = {
  path: "",
  definitionType: { type: "app" },
  childComponents: [],
  httpMounts: {},
  exports: { type: "branch", branch: [] },
};

/** Evaluates all definitions of a push, children first. By definition path. */
export async function evaluateDefinitions(push: PushRequest): Promise<Map<string, Definition>> {
  const waiting = push.componentDefinitions.map(({ definitionPath, definition, dependencies }) => ({
    path: definitionPath,
    source: definition,
    dependencies,
  }));
  const done = new Map<string, Definition>();
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ dependencies }) =>
      dependencies.every((dependency) => done.has(dependency)),
    );
    const [component] = waiting.splice(next, next < 0 ? 0 : 1);
    if (component === undefined) {
      throw badRequest(
        "ComponentCycle",
        `Components use each other in a circle: ${waiting.map((c) => c.path).join(", ")}`,
      );
    }
    done.set(component.path, await evaluate(component.path, component.source, done));
  }
  const { definition } = push.appDefinition;
  done.set("", definition === null ? APP_WITHOUT_CONFIG : await evaluate("", definition, done));
  return done;
}

/** A bundle imports the components that it uses from here; the deployment says what they are. */
const DEPENDENCY = /(["'])\.\/_componentDeps\/([A-Za-z0-9_-]+)\1/g;

async function evaluate(
  path: string,
  { source }: ModuleSource,
  known: ReadonlyMap<string, Definition>,
): Promise<Definition> {
  const linked = source.replace(DEPENDENCY, (_, __, encoded: string) => {
    const componentDefinitionPath = Buffer.from(encoded, "base64url").toString("utf8");
    const type = known.get(componentDefinitionPath)?.definitionType;
    const defaultName = type?.type === "childComponent" ? type.name : undefined;
    return JSON.stringify(
      moduleUrl(`export default ${JSON.stringify({ componentDefinitionPath, defaultName })}`),
    );
  });
  try {
    const exports = (await inWorld(moduleWorld({}, Date.now()), () => nativeImport(moduleUrl(linked)))) as {
      default?: { export?(): Omit<Definition, "path"> };
    };
    const exported = exports.default?.export?.();
    if (exported === undefined)
      throw new Error("convex.config.ts must export defineApp() or defineComponent() as default.");
    return { ...exported, path };
  } catch (thrown) {
    const { message } = await failureOf(thrown);
    throw badRequest(
      "InvalidDefinition",
      `Failed to evaluate ${path === "" ? "the app's" : path} convex.config: ${message}`,
    );
  }
}

function moduleUrl(source: string): string {
  return `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`;
}
