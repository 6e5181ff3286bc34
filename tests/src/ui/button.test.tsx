import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Button } from "#src/ui/Button.tsx";

const shown = (isPending: boolean) =>
  renderToStaticMarkup(
    <Button type="submit" isPending={isPending}>
      Save
    </Button>,
  );

test("a button whose answer is awaited looks like it, and sends no form a second time", () => {
  expect(shown(false)).not.toContain("animate-wait");
  expect(shown(false)).toContain('type="submit"');
  expect(shown(true)).toContain("animate-wait");
  expect(shown(true)).toContain('type="button"');
});
