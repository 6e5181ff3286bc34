// With NOW in the environment, a moment as ISO 8601, the tests run as if they had begun then: some hours are awkward.
const began = process.env.NOW;
/** The files of a worker share their globals, which are moved once. */
const moved = Symbol.for("tests: the clock was moved");

if (began && !Object.hasOwn(globalThis, moved)) {
  const clock = Date.now;
  const ahead = Date.parse(began) - clock();
  if (Number.isNaN(ahead)) throw new Error(`NOW=${began} is no moment: write it like 2026-11-22T05:58:30Z.`);
  Date.now = () => clock() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (date, given, asked) =>
      Reflect.construct(date, given.length === 0 ? [date.now()] : given, asked),
  });
  Object.defineProperty(globalThis, moved, { value: true });
}
