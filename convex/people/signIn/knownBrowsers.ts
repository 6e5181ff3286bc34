import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { AuthRequest } from "./request";

/**
 * A browser in which somebody has signed in keeps that in a cookie, and wrong passwords there are counted apart from
 * everybody else's: whoever guesses a teacher's password from elsewhere, or from the school's own network, does not
 * shut the teacher out (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). It opens nothing.
 */

const COOKIE = "known_browser";
const KEPT_S = 180 * 24 * 60 * 60;
/** A family or a staff room shares a browser; of more accounts the oldest is forgotten. */
const MOST_ACCOUNTS = 12;
const encoder = new TextEncoder();

/** What a browser's cookie says: a name for the browser, and marks of the accounts that were opened in it. */
type Known = { browser: string; accounts: string[] };

/** The browser's name if the account was opened in it before, else null; whether there is an account does not matter. */
export async function browserKnownTo(request: AuthRequest, email: string): Promise<string | null> {
  const known = await knownBy(request);
  return known?.accounts.includes(markOf(request, email)) ? known.browser : null;
}

/** Remembers in the browser that an account was opened in it. */
export async function keepKnownBrowser(request: AuthRequest): Promise<void> {
  const { context } = request;
  if (context.returned instanceof Error || !context.newSession) return;
  const mark = markOf(request, context.newSession.user.email);
  const known = await knownBy(request);
  const others = known?.accounts.filter((other) => other !== mark) ?? [];
  const { name, attributes } = context.createAuthCookie(COOKIE, { maxAge: KEPT_S });
  const browser = known?.browser ?? crypto.randomUUID();
  const value = [browser, mark, ...others.slice(0, MOST_ACCOUNTS - 1)].join("~");
  await request.setSignedCookie(name, value, context.secret, attributes);
}

async function knownBy(request: AuthRequest): Promise<Known | null> {
  const { name } = request.context.createAuthCookie(COOKIE);
  const value = await request.getSignedCookie(name, request.context.secret);
  if (!value) return null;
  const [browser = "", ...accounts] = value.split("~");
  return { browser, accounts };
}

/** Says nothing of the address to whoever reads the cookie. */
function markOf({ context }: AuthRequest, email: string): string {
  const key = encoder.encode(context.secret);
  return bytesToHex(hmac(sha256, key, encoder.encode(`known ${email.trim().toLowerCase()}`))).slice(0, 32);
}
