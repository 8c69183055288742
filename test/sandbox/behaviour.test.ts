import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const contract = readFileSync(new URL("../../src/sandbox/BEHAVIOUR.md", import.meta.url), "utf8");

/** Where the tests of a section are; those of the others are here. */
const folders: Readonly<Record<string, string>> = {
  "Identity and Access Management": "iam",
  "Service Quotas": "servicequotas",
  "IAM Identity Center (sso-admin)": "sso-admin",
  "Identity Store": "identitystore",
  "AWS Organizations": "organizations",
  "Account Management": "account",
};

/** The rows of a section's table of rules. */
function rowsOf(section: string): string[] {
  const [, table = ""] = section.split("\n| rule | source | test |\n|---|---|---|\n");
  const [rows = ""] = table.split("\n\n");
  return rows.trim().split("\n");
}

/** What is wrong with a rule: it has no source, or no test, or one that is not there. */
function faultsOf(row: string, folder: string): string[] {
  const [rule = "", source = "", tests = "", ...more] = row.slice(2, -2).split(" | ");
  const named = testsIn(tests);
  const missing = named.filter(({ file, title }) => !hasTest(folder, file, title)).map(({ title }) => title);
  return [
    ...(more.length > 0 ? ["too many columns"] : []),
    ...(/\]\(https:\/\/|^the sandbox's own$|^the same$/.test(source) ? [] : ["no source"]),
    ...(named.length > 0 ? missing : ["no test"]),
  ].map((fault) => `${rule}: ${fault}`);
}

/** Tests as `file: "title", "title"; file: "title"`. */
function testsIn(text: string): { readonly file: string; readonly title: string }[] {
  return text.split(/; (?=[./\w-]+: ")/).flatMap((part) => {
    const [, file = "", titles = ""] = /^([./\w-]+): (.*)$/.exec(part) ?? [];
    return [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => ({ file, title }));
  });
}

/** Whether a file has a test of that title; `...` stands for anything. */
function hasTest(folder: string, file: string, title: string): boolean {
  const text = readFileSync(new URL(`./${folder}/${file}.test.ts`, import.meta.url), "utf8");
  return title.split("...").every((words) => text.includes(words.trim()));
}

const sections = contract
  .split(/\n(?=## )/)
  .slice(1)
  .map((section) => [/^## (.*)$/m.exec(section)![1]!, section] as const);

test("the contract has a section for every service", () => {
  expect(sections.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(folders)));
});

test.each(sections)("each rule of %s has a source, and tests that are there", (name, section) => {
  expect(rowsOf(section).flatMap((row) => faultsOf(row, folders[name] ?? "."))).toEqual([]);
});
