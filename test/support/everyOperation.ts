import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import process from "node:process";
import type { TestProject } from "vitest/node";
import { OPERATIONS } from "../../src/aws/operations.ts";

const tests = fileURLToPath(new URL("..", import.meta.url));

/**
 * Over the whole suite: the operations that were sent are those of the list, from which `orgsync iam` makes its
 * policies. A run of some of the tests, or with one that fails, says nothing about that.
 */
export function setup({ vitest }: TestProject): () => Promise<void> {
  return async () => {
    const files = vitest.state.getTestModules();
    const all = readdirSync(tests, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".test.ts"));
    const isWhole = files.length === all.length && vitest.getGlobalTestNamePattern() === undefined;
    if (!isWhole || !files.every((file) => file.ok())) return;
    const wrong = differences(new Set(files.flatMap((file) => file.meta().sent ?? [])));
    if (wrong.length === 0) return;
    // What teardown throws is shown, and does not count by itself.
    process.exitCode = 1;
    throw new Error(wrong.join("\n"));
  };
}

/** How what was sent differs from the list of operations, one line for each. */
export function differences(sent: ReadonlySet<string>): string[] {
  const listed = Object.entries(OPERATIONS).flatMap(([service, operations]) =>
    Object.keys(operations).map((name) => `${service}:${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  );
  return [
    ...listed.filter((operation) => !sent.has(operation)).map((one) => `${one} is in the list, but no test sends it`),
    ...[...sent].filter((operation) => !listed.includes(operation)).map((one) => `${one} is sent, but not in the list`),
  ];
}
