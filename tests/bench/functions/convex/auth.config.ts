/** The benchmark signs its own tokens; the deployment is told the key through its environment. */
export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://bench.example",
      applicationID: "bench",
      algorithm: "ES256",
      // oxlint-disable-next-line convex/no-process-env -- the typed env needs generated code, which these few functions do without
      jwks: process.env.BENCH_JWKS,
    },
  ],
};
