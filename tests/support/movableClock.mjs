// Loaded before a program (`node --import`): its clock stands as many milliseconds ahead as the file CLOCK_FILE says,
// and follows the file while the program runs. Timers run on as they are, as over a change of the wall clock.
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_FILE;
const NativeDate = Date;
const nativeNow = Date.now;
let ahead = 0;

function look() {
  ahead = Number(readFileSync(file, "utf8"));
}

if (file) {
  look();
  setInterval(look, 10).unref();
  globalThis.Date = class extends NativeDate {
    constructor(...args) {
      super(...(args.length === 0 ? [nativeNow() + ahead] : args));
    }
    static now() {
      return nativeNow() + ahead;
    }
  };
}
