import { join } from "node:path";
import { deploymentFile } from "./build.mjs";
import { start } from "./run.mjs";
import { Stop } from "./stop.mjs";

/**
 * Starts the embedded deployment and resolves once it answers: its address, its site's address, its admin key.
 * If it ends before that, its own words are the reason.
 */
export function launch(words, say = console.log) {
  return new Promise((settle, fail) => {
    const child = start(process.execPath, [deploymentFile, ...words]);
    const told = {};
    let complaint = "";
    child.stdout.on("data", (piece) => {
      for (const line of String(piece).split("\n").filter(Boolean)) {
        const [, name, value] = /^(url|site|adminKey)=(.+)$/.exec(line.trim()) ?? [];
        if (name === undefined) say(line);
        else told[name] = value;
      }
      if (told.url && told.site && told.adminKey) settle({ ...told, child });
    });
    child.stderr.on("data", (piece) => {
      complaint += piece;
      if (told.adminKey) process.stderr.write(piece);
    });
    child.once("error", fail);
    child.once("close", () =>
      fail(new Stop(complaint.trim() || "The deployment ended before it was ready.")),
    );
  });
}

/** The command line that makes one deployment serve everything to people on one port. */
export const oneOrigin = ({ folder, client, port, host, origin }) => [
  ...["--data", join(folder, "deployment"), "--client", client],
  ...["--port", String(port), "--host", host, "--origin", origin],
];
