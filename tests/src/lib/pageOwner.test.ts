import { expect, test, vi } from "vitest";
import { ownPage } from "#src/lib/pageOwner.ts";

test("a page stays as it is for the person who opened it, and begins anew for anybody else", () => {
  const beginAnew = vi.fn();
  ownPage("ana", beginAnew);
  ownPage("ana", beginAnew);
  expect(beginAnew).not.toHaveBeenCalled();
  ownPage("ben", beginAnew);
  expect(beginAnew).toHaveBeenCalledOnce();
});
