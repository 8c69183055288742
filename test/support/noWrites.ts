import { afterAll, expect } from "vitest";
import { attempted } from "./attempts.ts";

/** Over the whole suite: no command but apply has tried to write. */
afterAll(() => {
  expect(attempted).toEqual([]);
});
