import { ConvexReactClient } from "convex/react";

/** The deployment: the page's own origin, unless the build names another (`VITE_CONVEX_URL`, as on Convex Cloud). */
export const deploymentUrl: string = import.meta.env.VITE_CONVEX_URL ?? window.location.origin;

export const convexClient = new ConvexReactClient(deploymentUrl, { skipConvexDeploymentUrlCheck: true });
