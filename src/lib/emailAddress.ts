/**
 * Whether a person has finished typing an e-mail address: something, an at sign, something with a dot. Enough to
 * point at the field before sending; the server decides by the rule of convex/people/rules.ts.
 */
export function isCompleteEmail(typed: string): boolean {
  return /^\S+@\S+\.\S+$/.test(typed.trim());
}
