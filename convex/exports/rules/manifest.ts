/** What a copy holds, so that whoever gets it can see that nothing is missing and nothing was changed. */

export type Listed = { path: string; size: number; sha256: string };

async function digestOf(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

/** SHA-256 as 64 hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Array.from(await digestOf(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 in base64, as Convex lists it beside a file. */
export async function base64Sha256Of(bytes: Uint8Array): Promise<string> {
  return btoa(String.fromCharCode(...(await digestOf(bytes))));
}

export async function listed(files: readonly { path: string; bytes: Uint8Array }[]): Promise<Listed[]> {
  return await Promise.all(
    files.map(async ({ path, bytes }) => ({ path, size: bytes.length, sha256: await sha256Of(bytes) })),
  );
}

/** The same as `sha256sum` writes and `sha256sum -c` reads. */
export const checksums = (files: readonly Listed[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
