import { pause, quantile, seeded } from "./statistics.mjs";

/** Client i's keystroke is one character that no text contains, so that every screen knows whose it was. */
const firstMark = 0xe000;

/**
 * Clients that type, and the time from each key to the last other screen that shows it ("all-seen"). `open(i, onText)`
 * gives a client `{ready, type(text), copy?()}` that calls `onText` with whatever text arrives from others.
 */
export async function openTyping(open, n) {
  const typedAt = Array.from({ length: n }, () => []);
  const seenBy = Array.from({ length: n }, () => []);
  const shownOn = Array.from({ length: n }, () => new Int32Array(n));
  const waiting = new Map();
  let allSeen = [];

  const arrived = (screen) => (text) => {
    const now = performance.now();
    for (const character of text) {
      const writer = character.charCodeAt(0) - firstMark;
      if (!(writer >= 0 && writer < n) || writer === screen) continue;
      const key = shownOn[screen][writer]++;
      if (++seenBy[writer][key] < n - 1) continue;
      allSeen.push(now - typedAt[writer][key]);
      waiting.get(writer * 1e7 + key)?.();
      waiting.delete(writer * 1e7 + key);
    }
  };
  const clients = [];
  for (let i = 0; i < n; i++) clients.push(await open(i, arrived(i)));
  await Promise.all(clients.map(({ ready }) => ready));
  await pause(300);

  /** Types one key and resolves when everybody else has seen it. */
  const typeKey = (writer) => {
    const key = typedAt[writer].length;
    seenBy[writer].push(0);
    const seen = new Promise((settle) => waiting.set(writer * 1e7 + key, settle));
    typedAt[writer].push(performance.now());
    clients[writer].type(String.fromCharCode(firstMark + writer));
    return inTime(seen, 60_000);
  };

  const workloads = {
    /** One key at a time, everybody in turn. */
    async serial({ keys }) {
      for (let key = 0; key < keys; key++) await typeKey(key % n);
      return keys;
    },
    /** Everybody types at a writer's pace, unevenly, whatever the answer. */
    async paced({ perSecond, seconds }) {
      const random = seeded(11);
      const end = performance.now() + seconds * 1000;
      const keys = [];
      await Promise.all(
        clients.map(async (_, writer) => {
          await pause((random() * 1000) / perSecond);
          while (performance.now() < end) {
            keys.push(typeKey(writer));
            await pause(((0.5 + random()) * 1000) / perSecond);
          }
        }),
      );
      await Promise.all(keys);
      return keys.length;
    },
    /** Everybody keeps two keys under way. */
    async flood({ keys, seconds }) {
      const end = performance.now() + seconds * 1000;
      let typed = 0;
      const lane = async (writer) => {
        while (typed < keys && performance.now() < end) {
          typed++;
          await typeKey(writer);
        }
      };
      await Promise.all(clients.flatMap((_, writer) => [lane(writer), lane(writer)]));
      return typed;
    },
  };

  return {
    async run({ kind, ...how }) {
      allSeen = [];
      const from = performance.now();
      const keys = await workloads[kind](how);
      const seconds = (performance.now() - from) / 1000;
      const copies = await settledCopies(clients);
      return {
        keys,
        keysPerSecond: keys / seconds,
        p50: quantile(allSeen, 0.5),
        p99: quantile(allSeen, 0.99),
        copies,
      };
    },
  };
}

/** How many different documents there are once nothing is under way any more; null where there are none. */
async function settledCopies(clients) {
  if (!clients[0].copy) return null;
  let copies = 0;
  for (let attempt = 0; attempt < 40; attempt++) {
    copies = new Set(clients.map((client) => client.copy())).size;
    if (copies === 1) break;
    await pause(250);
  }
  return copies;
}

function inTime(promise, ms) {
  let late;
  const limit = new Promise((_, fail) => {
    late = setTimeout(() => fail(new Error(`a key was not seen by everybody within ${ms} ms`)), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(late));
}
