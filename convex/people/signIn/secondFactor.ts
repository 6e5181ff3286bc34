import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { env } from "../../functions";

const MINUTE_S = 60;
const DAY_S = 24 * 60 * MINUTE_S;

/** Without letters and digits that are read as another: a code is copied from paper. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const CODES = 10;
const HALF = 5;

/** Ten codes of ten letters: 49 bits each, and tries are counted. */
function backupCodes(): string[] {
  return Array.from({ length: CODES }, () => `${letters()}-${letters()}`);
}

/** Bytes beyond the last whole alphabet are drawn again, so that no letter comes more often than another. */
function letters(): string {
  const fair = 256 - (256 % LETTERS.length);
  let drawn = "";
  while (drawn.length < HALF) {
    const [byte = fair] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) drawn += LETTERS[byte % LETTERS.length];
  }
  return drawn;
}

/**
 * A code from an app (TOTP, RFC 6238) beside the password. Differs from the stock plugin in that a sign-in through
 * a provider is asked for the code too: the page before the door then asks for it (`/sign-in?step=code`).
 */
export function secondFactor() {
  const plugin = twoFactor({
    issuer: "OpenIEP",
    allowPasswordless: true,
    trustDeviceMaxAge: 30 * DAY_S,
    twoFactorCookieMaxAge: 10 * MINUTE_S,
    backupCodeOptions: { customBackupCodesGenerate: backupCodes },
    // Tries are counted in guards.ts, for every path alike; the component's table has no counter of its own.
    accountLockout: { enabled: false },
  });
  const [asking] = plugin.hooks.after;
  if (!asking) throw new Error("better-auth's two-factor plugin no longer asks after sign-in.");
  const { failedVerificationCount: _count, lockedUntil: _until, ...fields } = plugin.schema.twoFactor.fields;
  const isThroughProvider = (path: string | undefined) => path?.startsWith("/oauth2/callback/") ?? false;
  return {
    ...plugin,
    schema: { ...plugin.schema, twoFactor: { ...plugin.schema.twoFactor, fields } },
    hooks: {
      after: [
        asking,
        {
          matcher: ({ path }: { path?: string }) => isThroughProvider(path),
          handler: (async (request: Parameters<typeof asking.handler>[0]) => {
            const answer: unknown = await asking.handler(request);
            if (!asksForCode(answer)) return answer;
            const headers = new Headers((answer as { headers?: HeadersInit }).headers);
            headers.set("location", `${env.SITE_URL ?? ""}/sign-in?step=code`);
            throw new APIError("FOUND", undefined, headers);
          }) as typeof asking.handler,
        },
      ],
    },
  };
}

function asksForCode(answer: unknown): boolean {
  const { response } = (answer ?? {}) as { response?: { twoFactorRedirect?: boolean } };
  return response?.twoFactorRedirect === true;
}
