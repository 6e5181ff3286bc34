/** Where the deployment is reached, as functions and the CLI are told. */
export type Addresses = {
  /** The API: `CONVEX_CLOUD_URL`. */
  cloudUrl: string;
  /** The HTTP actions: `CONVEX_SITE_URL`. */
  siteUrl: string;
};
