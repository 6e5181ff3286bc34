/** How long until the next try while nothing answers. */
const pauseMs = 3_000;

/**
 * Fetches code that is needed for the first time. While the deployment cannot be reached it waits: a reload, the
 * usual cure for code that cannot be fetched, would put the browser's own error in the place of all that is open. Code
 * that is missing although the deployment answers belongs to an older version: that is passed on.
 */
export async function whenReachable<Code>(load: () => Promise<Code>): Promise<Code> {
  for (;;) {
    try {
      return await load();
    } catch {
      // The network may have come back in between, so the answer counts and not the failure.
      if (await isReachable()) return load();
      await someTime();
    }
  }
}

const isReachable = () =>
  fetch("/icon.svg", { method: "HEAD", cache: "no-store" }).then(
    () => true,
    () => false,
  );

/** Until the next try; at once when the network comes back. */
const someTime = () =>
  new Promise<void>((settle) => {
    const goOn = () => {
      clearTimeout(timer);
      window.removeEventListener("online", goOn);
      settle();
    };
    const timer = setTimeout(goOn, pauseMs);
    window.addEventListener("online", goOn);
  });
