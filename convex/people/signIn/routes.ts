const MINUTE_S = 60;

/** A school shares one address, so these only stop machines; guesses are counted per account besides (guards.ts). */
export const perAddress = {
  "/sign-in/email": { window: 5 * MINUTE_S, max: 200 },
  "/sign-in/oauth2": { window: 5 * MINUTE_S, max: 200 },
  "/sign-up/email": { window: 10 * MINUTE_S, max: 100 },
  "/request-password-reset": { window: 10 * MINUTE_S, max: 50 },
  "/reset-password": { window: 10 * MINUTE_S, max: 50 },
  "/change-password": { window: 10 * MINUTE_S, max: 100 },
  "/unlock": { window: 5 * MINUTE_S, max: 200 },
  "/prove": { window: 5 * MINUTE_S, max: 200 },
  "/two-factor/*": { window: 5 * MINUTE_S, max: 200 },
  "/passkey/*": { window: 5 * MINUTE_S, max: 200 },
  // Asked for by every open page whenever it wakes: cheap, and nothing to guess.
  "/get-session": false,
  "/convex/token": false,
  "/convex/jwks": false,
} as const;

/**
 * Routes of better-auth that nobody needs here: devices are listed and signed out by people/devices.ts, which knows
 * the lock, and a person's name and address are people's, not the account's.
 */
export const closedPaths = [
  "/list-sessions",
  "/revoke-session",
  "/revoke-sessions",
  "/revoke-other-sessions",
  "/update-session",
  "/update-user",
  "/change-email",
  "/delete-user",
  "/delete-user/callback",
  "/list-accounts",
  "/account-info",
  "/get-access-token",
  "/refresh-token",
  "/link-social",
  "/unlink-account",
  "/oauth2/link",
  "/sign-in/social",
  "/send-verification-email",
  "/verify-email",
  "/two-factor/get-totp-uri",
  "/two-factor/send-otp",
  "/two-factor/verify-otp",
  "/passkey/list-user-passkeys",
  "/passkey/update-passkey",
];
