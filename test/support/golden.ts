import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** Compares with a file of the repository; `UPDATE=1` writes the file anew instead, to be read before it is committed. */
export function golden(path: string, text: string): void {
  if (process.env["UPDATE"] === "1") writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, "utf8"));
}
