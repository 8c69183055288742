import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../../src/model/errors.ts";
import { hasHidden } from "../../src/model/characters.ts";
import { problemsGithub, problemsJson, problemsText } from "../../src/report/problems.ts";
import { filesIn, outcomeOf } from "./files.ts";

const root = join(import.meta.dirname, "../invalid");
const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const seen = new Set<string>();

describe.sequential("files that are broken on purpose", () => {
  test.each(names)("%s", async (name) => {
    const folder = join(root, name);
    const { invalid } = await outcomeOf(filesIn(folder));
    if (!invalid) throw new Error(`${name} was loaded`);
    const { problems, texts } = invalid;
    for (const { code } of problems) seen.add(code);

    const expected = problems.map(({ code, source: { file, line, column } }) => {
      const place = file === "org.yaml" ? `${line}:${column}` : `${file}:${line}:${column}`;
      return `${place} ${code}\n`;
    });
    await expect(expected.join("")).toMatchFileSnapshot(join(folder, "expected.txt"));

    const text = problemsText(problems, texts);
    const report = join(folder, "report.txt");
    if (existsSync(report)) await expect(text).toMatchFileSnapshot(report);
    for (const output of [text, problemsJson(problems), problemsGithub(problems)]) {
      expect(hasHidden(output)).toBe(false);
      expect(output).not.toMatch(/##\[|\n\s*at .*:\d+:\d+|node_modules|\.ts:\d/);
      expect(output).not.toMatch(/^\s*::(?!error file=|notice title=orgsync::and)/m);
    }
  });

  test("every code that org.yaml alone can earn is among them", () => {
    const offline = Object.keys(ERROR_CODES).filter((code) => /^ORG0[123]/.test(code) && code !== "ORG0101");
    expect(offline.filter((code) => !seen.has(code))).toEqual([]);
  });
});
