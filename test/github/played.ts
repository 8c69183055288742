import { expect } from "vitest";
import { runnerCommands } from "../support/runner.ts";
import type { Played } from "./play.ts";

export const resultsOf = ({ jobs }: Played): Record<string, string> =>
  Object.fromEntries(Object.entries(jobs).map(([name, { result }]) => [name, result]));

/** A log has no token, and makes the runner do nothing but show where something is. */
export function expectSafe({ log }: Played): void {
  expect(log).not.toMatch(/ghs_/);
  const names = runnerCommands(log).map(({ name }) => name);
  expect(names.filter((name) => !["notice", "warning", "error"].includes(name))).toEqual([]);
}
