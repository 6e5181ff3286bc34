import { failureOf } from "../functions/failure.ts";
import type { Modules } from "../functions/modules.ts";
import type { Environment } from "../functions/world.ts";
import { badRequest } from "../http/problem.ts";
import type { AuthProvider } from "../identity/authConfig.ts";

/**
 * The providers of a push's `auth.config.js`, whose text is `source` and whose modules were given `environment`. If they come out wrong after the
 * file has asked for a variable that is not set, the person who pushes is told which.
 */
export async function evaluateAuthConfig(
  modules: Modules,
  environment: WatchedEnvironment,
  source: string,
): Promise<AuthProvider[]> {
  try {
    const { default: config } = (await modules.import("auth.config.js")) as {
      default?: { providers?: unknown };
    };
    if (!Array.isArray(config?.providers)) {
      throw new Error("auth.config.ts must export { providers: [...] } as default.");
    }
    return config.providers.map(providerOf);
  } catch (thrown) {
    // Node, too, asks for variables while it loads a module: those are not in the file.
    const missing = environment.missing.find((name) => source.includes(name));
    if (missing !== undefined) {
      throw badRequest(
        "AuthConfigMissingEnvironmentVariable",
        `Environment variable ${missing} is used in auth config file but its value was not set`,
      );
    }
    throw badRequest(
      "InvalidAuthConfig",
      `Failed to evaluate auth.config: ${(await failureOf(thrown)).message}`,
    );
  }
}

function providerOf(provider: Record<string, unknown>): AuthProvider {
  const text = (name: string): string => {
    const value = provider[name];
    if (typeof value !== "string") throw new Error(`An auth provider needs \`${name}\`.`);
    return value;
  };
  if (provider.type === "customJwt") {
    return {
      type: "customJwt",
      applicationID: typeof provider.applicationID === "string" ? provider.applicationID : null,
      issuer: text("issuer"),
      jwks: text("jwks"),
      algorithm: text("algorithm"),
    };
  }
  return { applicationID: text("applicationID"), domain: text("domain") };
}

/** Environment variables, and the names of those that were asked for in vain. */
export type WatchedEnvironment = { variables: Environment; missing: string[] };

export function watchEnvironment(environment: Environment): WatchedEnvironment {
  const missing: string[] = [];
  const variables = new Proxy(environment, {
    get(target, name) {
      if (typeof name === "string" && !(name in target)) missing.push(name);
      return Reflect.get(target, name) as unknown;
    },
  });
  return { variables, missing };
}
