import { afterAll, expect, vi } from "vitest";
import { attempted } from "./attempts.ts";

/** Over the whole suite: no command but apply has tried to write. */
afterAll(() => {
  expect(attempted).toEqual([]);
});

/** The next file finds the environment as this one found it. */
afterAll(() => void vi.unstubAllEnvs());
