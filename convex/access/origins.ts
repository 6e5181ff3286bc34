const LOOPBACK = ["localhost", "127.0.0.1"];

/**
 * The origins whose pages may sign people in: the site's own. On one's own machine "localhost" and
 * "127.0.0.1" are two origins of one page, so both are.
 */
export function trustedOrigins(siteUrl: string | undefined): string[] {
  if (!siteUrl) return [];
  const site = new URL(siteUrl);
  if (!LOOPBACK.includes(site.hostname)) return [site.origin];
  return LOOPBACK.map((hostname) => `${site.protocol}//${hostname}${site.port ? `:${site.port}` : ""}`);
}
