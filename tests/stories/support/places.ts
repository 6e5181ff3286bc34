import { fileURLToPath } from "node:url";

const all = fileURLToPath(new URL("../../../.build/stories", import.meta.url));

/** Where the stories keep their deployments: two that are copied, one that the running story works on. */
export const folders = {
  all,
  sample: `${all}/sample`,
  empty: `${all}/empty`,
  current: `${all}/current`,
  stamp: `${all}/stamp`,
};

/** The one port of all stories: browsers must find a server again where it stood before. */
export const port = Number(process.env.STORIES_PORT ?? 4801);
