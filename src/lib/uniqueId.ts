/**
 * A random id (128 bits, hexadecimal). Not `crypto.randomUUID`, which browsers offer on https and localhost only:
 * a school that tries the system over its own network by plain http must be able to write too.
 */
export function uniqueId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
