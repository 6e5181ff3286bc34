import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { v } from "convex/values";
import { ownQuery } from "../functions";
import { requireKeys } from "../sealing/keys";

/** As long as XChaCha20-Poly1305 wants it. */
const KEY_BYTES = 32;

/**
 * The keys with which the caller's browsers seal what waits on a device to be sent (src/lib/deviceSeal.ts): the
 * first one seals, the others only open what was sealed before the deployment's key was changed. They are derived,
 * never stored, handed to the caller's own living sessions only, and no two people have one in common; so whoever
 * opens a browser's storage after sign-out finds nothing that can be read. Throws `encryption_unavailable`.
 */
export const list = ownQuery({
  args: {},
  returns: v.array(v.object({ keyId: v.string(), key: v.bytes() })),
  handler: (ctx) =>
    requireKeys().map(({ id, bytes }) => {
      const key = hkdf(sha256, bytes, undefined, utf8ToBytes(`device ${ctx.person._id}`), KEY_BYTES);
      return { keyId: id, key: key.slice().buffer };
    }),
});
