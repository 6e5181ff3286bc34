import { createElement } from "react";
import { prerender } from "react-dom/static";
import { afterEach, expect, test, vi } from "vitest";
import { lazyComponent } from "#src/lib/lazyComponent.ts";

afterEach(() => vi.unstubAllGlobals());

const Bell = ({ count }: { count: number }) => createElement("b", null, `${count} alerts`);

test("a part of a page appears once its code is there, and waits where the network is away", async () => {
  let hasNetwork = false;
  const load = vi.fn(async () => {
    if (!hasNetwork) throw new Error("Failed to fetch dynamically imported module");
    return { Bell };
  });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", () => {
    // Nobody answers; and the network comes back while it is waited for.
    hasNetwork = true;
    setTimeout(() => window.dispatchEvent(new Event("online")));
    return Promise.reject(new TypeError("Failed to fetch"));
  });
  const LateBell = lazyComponent(load, "Bell");
  expect(load, "code that is not shown is not fetched").not.toHaveBeenCalled();
  const { prelude } = await prerender(createElement(LateBell, { count: 3 }));
  expect(await new Response(prelude).text()).toContain("3 alerts");
  expect(load).toHaveBeenCalledTimes(2);
});
