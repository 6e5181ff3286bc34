/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The Convex deployment, when it is not the page's own origin. */
  readonly VITE_CONVEX_URL?: string;
}

declare module "*.po" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}
