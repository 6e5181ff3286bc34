/** Services of Convex Cloud that no other deployment has: asking for them says so. */
const onlyOnConvexCloud = (what: string) => (): never => {
  throw new Error(`${what} is a service of Convex Cloud and does not exist on this deployment.`);
};

export const getServiceUrl = onlyOnConvexCloud("getServiceUrl()");
export const createServiceToken = onlyOnConvexCloud("getServiceToken()");
export const signJwt = onlyOnConvexCloud("ctx.auth.signJwt()");
export const auditLog = onlyOnConvexCloud("log.audit()");
