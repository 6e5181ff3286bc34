import fc from "fast-check";

// One seed for all that happens by chance in a run: `SEED=n` brings it back, properties included.
if (process.env.SEED) fc.configureGlobal({ seed: Number(process.env.SEED) });
