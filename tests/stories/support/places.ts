import { fileURLToPath } from "node:url";

const all = fileURLToPath(new URL("../../../.build/stories", import.meta.url));

/** Which of the browsers at work this one is: each has a server and a folder of its own. */
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);

/** Where the stories keep their deployments: two that are copied, one that the running story works on. */
export const folders = {
  all,
  sample: `${all}/sample`,
  empty: `${all}/empty`,
  current: `${all}/current-${worker}`,
  stamp: `${all}/stamp`,
};

/** One port for all stories of a worker: browsers must find a server again where it stood before. */
export const port = Number(process.env.STORIES_PORT ?? 4801) + 2 * worker;
