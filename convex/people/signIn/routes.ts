const MINUTE_S = 60;

/** Thousands of people share the address of a district, and all come at eight o'clock. */
const DISTRICT = { window: 5 * MINUTE_S, max: 1000 };
const SELDOM = { window: 10 * MINUTE_S, max: 100 };

/**
 * Tries of any kind from one address, right ones too: these only stop machines that flood. Wrong passwords are counted
 * per account and per address besides (guess.ts), codes per account (guards.ts).
 */
export const perAddress = {
  "/sign-in/email": DISTRICT,
  "/sign-in/oauth2": DISTRICT,
  "/sign-up/email": SELDOM,
  "/request-password-reset": { window: 10 * MINUTE_S, max: 50 },
  "/reset-password": { window: 10 * MINUTE_S, max: 50 },
  "/change-password": SELDOM,
  "/unlock": DISTRICT,
  "/prove": DISTRICT,
  "/two-factor/*": DISTRICT,
  "/passkey/*": DISTRICT,
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
