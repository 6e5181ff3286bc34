/** The benchmark signs its own tokens; the deployment is told the key through its environment. */
export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://bench.example",
      applicationID: "bench",
      algorithm: "ES256",
      // eslint-disable-next-line @convex-dev/no-process-env -- the typed env needs generated code, which these few functions do without
      jwks: process.env.BENCH_JWKS,
    },
  ],
};
