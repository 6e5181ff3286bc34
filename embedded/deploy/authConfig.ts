import { failureOf } from "../functions/failure.ts";
import type { Modules } from "../functions/modules.ts";
import { badRequest, Problem } from "../http/problem.ts";
import type { AuthProvider } from "../identity/authConfig.ts";

/**
 * The providers of a push's `auth.config.js`. `modules` are loaded with `requiringEnvironment`, so that a variable
 * which the file uses and the deployment lacks is named to the person who pushes.
 */
export async function evaluateAuthConfig(modules: Modules): Promise<AuthProvider[]> {
  try {
    const { default: config } = (await modules.import("auth.config.js")) as {
      default?: { providers?: unknown };
    };
    if (!Array.isArray(config?.providers)) {
      throw new Error("auth.config.ts must export { providers: [...] } as default.");
    }
    return config.providers.map(providerOf);
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
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
    const applicationID = typeof provider.applicationID === "string" ? provider.applicationID : null;
    return {
      type: "customJwt",
      applicationID,
      issuer: text("issuer"),
      jwks: text("jwks"),
      algorithm: text("algorithm"),
    };
  }
  return { applicationID: text("applicationID"), domain: text("domain") };
}

/** Environment variables of which none may be missing. */
export function requiringEnvironment(
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return new Proxy(environment, {
    get(variables, name) {
      if (typeof name !== "string" || name in variables) return Reflect.get(variables, name) as unknown;
      throw badRequest(
        "AuthConfigMissingEnvironmentVariable",
        `Environment variable ${name} is used in auth config file but its value was not set`,
      );
    },
  });
}
