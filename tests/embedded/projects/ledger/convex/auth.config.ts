export default {
  providers: [
    {
      type: "customJwt",
      issuer: "https://issuer.example",
      applicationID: "ledger",
      // oxlint-disable-next-line convex/no-process-env -- this project is pushed without generated code, so it has no typed env
      jwks: process.env.LEDGER_JWKS ?? "data:application/json,{%22keys%22:[]}",
      algorithm: "ES256",
    },
  ],
};
