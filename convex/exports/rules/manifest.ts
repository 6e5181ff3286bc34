/** What a copy holds, so that whoever gets it can see that nothing is missing and nothing was changed. */

export type Listed = { path: string; size: number; sha256: string };

/** SHA-256 as 64 hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function listed(files: readonly { path: string; bytes: Uint8Array }[]): Promise<Listed[]> {
  return await Promise.all(
    files.map(async ({ path, bytes }) => ({ path, size: bytes.length, sha256: await sha256Of(bytes) })),
  );
}

/** The same as `sha256sum` writes and `sha256sum -c` reads. */
export const checksums = (files: readonly Listed[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
