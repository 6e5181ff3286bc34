import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { v } from "convex/values";
import { requireSecret } from "../access/secret";
import { env, ownQuery } from "../functions";

/** As long as XChaCha20-Poly1305 wants it. */
const KEY_BYTES = 32;

/**
 * The keys with which the caller's browsers seal what waits on a device to be sent (src/lib/sealedStore.ts): the
 * first one seals, the others only open what was sealed before the deployment's key was changed. They are derived,
 * never stored, handed to the caller's own living sessions only, and no two people have one in common; so whoever
 * opens a browser's storage after sign-out finds nothing that can be read.
 */
export const list = ownQuery({
  args: {},
  returns: v.array(v.object({ keyId: v.string(), key: v.bytes() })),
  handler: (ctx) =>
    [env.ENCRYPTION_KEY ?? requireSecret()].map((secret) => {
      const bytes = utf8ToBytes(secret);
      const keyId = bytesToHex(sha256(utf8ToBytes(`device key id ${secret}`))).slice(0, 16);
      const key = hkdf(sha256, bytes, undefined, utf8ToBytes(`device ${ctx.person._id}`), KEY_BYTES);
      return { keyId, key: key.slice().buffer };
    }),
});
