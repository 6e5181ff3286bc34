/** A program for a thread: everything that the file imports, bundled into one text (bin/steps/programs.mjs). */
declare module "*?program" {
  const text: string;
  export default text;
}
