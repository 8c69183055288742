import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync(new URL("../../../src/sandbox/BEHAVIOUR.md", import.meta.url), "utf8");

/** The rules of a heading's table: the rule, its sources and its tests. */
function rules(heading: string) {
  const section = page.split(/\n(?=## )/).find((part) => part.startsWith(`## ${heading}\n`)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| rule |"));
  return rows.map((row) => row.slice(2, -2).split(" | ") as [rule: string, source: string, tests: string]);
}

/** What is wrong with a rule: it has no source, no test, or a test that is not there. */
function faults([rule, source, tests]: ReturnType<typeof rules>[number], folder: string): string[] {
  const parts = tests.split(/; (?=[./\w-]+: ")/).map((part) => /^([./\w-]+): (.*)$/.exec(part));
  const missing = parts.flatMap((part) => {
    const [, file = "", titles = ""] = part ?? [];
    const text = readFileSync(new URL(`${folder}/${file}.test.ts`, import.meta.url), "utf8");
    const quoted = titles.match(/"[^"]+"/g) ?? ["no test"];
    return quoted.filter((title) =>
      title
        .slice(1, -1)
        .split("...")
        .some((words) => !text.includes(words.trim())),
    );
  });
  const sourced = /\]\(https:\/\//.test(source) ? [] : ["no source"];
  return [...sourced, ...missing].map((fault) => `${rule}: ${fault}`);
}

test.each([
  ["IAM Identity Center (sso-admin)", "."],
  ["Identity Store", "../identitystore"],
])("every rule of %s has a source and tests that are there", (heading, folder) => {
  const found = rules(heading);
  expect(found.length).toBeGreaterThan(10);
  expect(found.flatMap((rule) => faults(rule, folder))).toEqual([]);
});
