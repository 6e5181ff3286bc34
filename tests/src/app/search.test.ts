import { describe, expect, test } from "vitest";
import { parseSearch, readSearch, stringifySearch } from "#src/app/search.ts";

describe("what stands after the question mark of an address", () => {
  test.each(["2031", "true", "null", "ana & tom", "ملك", '"quoted"'])(
    "keeps %s as the text it is",
    (words) => {
      const address = stringifySearch({ search: words });
      expect(readSearch(parseSearch(address)).search).toBe(words);
    },
  );

  test("is left out when there is nothing to say", () => {
    expect(stringifySearch({ search: "", next: undefined })).toBe("");
  });

  test("counts only by the names that pages know", () => {
    expect(readSearch(parseSearch("?next=%2Flog&color=red"))).toEqual({ next: "/log" });
  });
});
