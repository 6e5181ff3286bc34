type Determinism = () => { readonly deterministic: boolean } | undefined;

/**
 * Queries and mutations may not make keys or randomised signatures, as in Convex. `getRandomValues` stays the
 * system's: Convex draws it from a stream freshly seeded for each execution, which nobody can tell from this, and no
 * nonce can repeat.
 */
export function installCrypto(world: Determinism): void {
  const subtle = globalThis.crypto.subtle;
  const generateKey = subtle.generateKey.bind(subtle) as (...args: unknown[]) => Promise<unknown>;
  const sign = subtle.sign.bind(subtle);
  const encrypt = subtle.encrypt.bind(subtle);
  const refuse = (what: string): Promise<never> =>
    Promise.reject(
      new Error(
        `${what} is not supported in queries and mutations because it is not deterministic. Use an action.`,
      ),
    );

  Object.assign(subtle, {
    generateKey: (...args: unknown[]) =>
      world()?.deterministic ? refuse("crypto.subtle.generateKey") : generateKey(...args),
    sign: (algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource) =>
      world()?.deterministic && /^(ECDSA|RSA-PSS)$/i.test(nameOf(algorithm))
        ? refuse(`crypto.subtle.sign with ${nameOf(algorithm)}`)
        : sign(algorithm, key, data),
    encrypt: (algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource) =>
      world()?.deterministic && /^RSA-OAEP$/i.test(nameOf(algorithm))
        ? refuse(`crypto.subtle.encrypt with ${nameOf(algorithm)}`)
        : encrypt(algorithm, key, data),
  });
}

function nameOf(algorithm: AlgorithmIdentifier): string {
  return typeof algorithm === "string" ? algorithm : algorithm.name;
}
