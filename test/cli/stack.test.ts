import { expect, test } from "vitest";
import { withSources } from "../../src/cli/stack.ts";

const CHUNK = ["import x;", "// src/a.ts", "function a() {", "}", "// node_modules/b/index.js", "function b() {", "}"];

test("frames of the bundle say which source file they are of", async () => {
  const read = async (path: string): Promise<string> => {
    if (path !== "/dist/chunk.js") throw new Error(`no ${path}`);
    return CHUNK.join("\n");
  };
  const stack = [
    "TypeError: no",
    "    at a (file:///dist/chunk.js:3:9)",
    "    at b (file:///dist/chunk.js:6:1)",
    "    at file:///dist/chunk.js:4:2",
    "    at file:///dist/chunk.js:1:2",
    "    at c (file:///elsewhere/c.js:6:1)",
    "    at async node:internal/modules/esm/loader:366:34",
  ].join("\n");
  expect(await withSources(stack, { read })).toBe(
    [
      "TypeError: no",
      "    at a (src/a.ts, file:///dist/chunk.js:3:9)",
      "    at b (node_modules/b/index.js, file:///dist/chunk.js:6:1)",
      "    at (src/a.ts, file:///dist/chunk.js:4:2)",
      "    at file:///dist/chunk.js:1:2",
      "    at c (file:///elsewhere/c.js:6:1)",
      "    at async node:internal/modules/esm/loader:366:34",
    ].join("\n"),
  );
});
