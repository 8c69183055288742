import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codesOf, filesIn, outcomeOf } from "./files.ts";

/** What people do to one line; undefined where a line does not have what the slip needs. */
const SLIPS: Readonly<Record<string, (line: string) => string | undefined>> = {
  "one space too many": (line) => ` ${line}`,
  "two spaces too many": (line) => `  ${line}`,
  "one space too few": (line) => (line.startsWith(" ") ? line.slice(1) : undefined),
  "two spaces too few": (line) => (line.startsWith("  ") ? line.slice(2) : undefined),
  "a tab": (line) => (line.startsWith("  ") ? `\t${line.trimStart()}` : undefined),
  "no space after the colon": (line) => (/: \S/.test(line) ? line.replace(": ", ":") : undefined),
  "no colon": (line) => (/:(?: |$)/.test(line) ? line.replace(/:(?= |$)/, "") : undefined),
  "no dash": (line) => (/^ *- /.test(line) ? line.replace("- ", "") : undefined),
  "no space after the dash": (line) => (/^ *- /.test(line) ? line.replace("- ", "-") : undefined),
  "no value": (line) => (/: \S/.test(line) ? line.replace(/: .*/, ":") : undefined),
  "an open quote": (line) => (/: \w/.test(line) ? line.replace(": ", ': "') : undefined),
  "an open bracket": (line) => (line.includes("]") ? line.replace("]", "") : undefined),
};

const folder = join(import.meta.dirname, "../../examples/company");
const lines = readFileSync(join(folder, "org.yaml"), "utf8").split("\n");

interface Finding {
  /** The line that was changed, and as it is now. */
  readonly line: number;
  readonly written: string;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** The problems of the example with one slip in it, for every line that the slip fits; without those that stay valid. */
async function findingsOf(slip: (line: string) => string | undefined): Promise<Finding[]> {
  const changed = lines.flatMap((line, index) => {
    const written = line.trim() === "" || line.trim().startsWith("#") ? undefined : slip(line);
    return written === undefined ? [] : [{ line: index + 1, written, text: lines.with(index, written).join("\n") }];
  });
  expect(changed.length).toBeGreaterThan(5);
  const files = filesIn(folder);
  const findings = changed.map(async ({ text, ...rest }) => {
    const read = (path: string) => (path === "org.yaml" ? text : files.read(path));
    const { invalid } = await outcomeOf({ ...files, read: (path) => read(path.replace(`${folder}/`, "")) });
    const problems = (invalid?.problems ?? []).map(({ source, message }) => ({ line: source.line, message }));
    return { ...rest, problems };
  });
  return (await Promise.all(findings)).filter(({ problems }) => problems.length > 0);
}

/** Words of the parser's view: true of everything, and no help. */
const GENERIC = /not valid YAML from here on|a second `key:`|indentation does not fit|goes on over several lines/;
/** A key that has slipped into the entry above may have its children there twice: the second one is reported. */
const TWICE = /^a duplicate key/;

test.each(Object.entries(SLIPS))("%s is told of at its line or the next, and in its own words", async (_, slip) => {
  const findings = await findingsOf(slip);
  const elsewhere = findings.filter(
    ({ line, problems }) =>
      !problems.some((problem) => Math.abs(problem.line - line) < 2 || TWICE.test(problem.message)),
  );
  expect(elsewhere).toEqual([]);
  expect(findings.filter(({ problems }) => problems.some(({ message }) => GENERIC.test(message)))).toEqual([]);
});

test("text over several lines, comments and lists in the column of their key are no slips", async () => {
  const text = [
    "version: 1",
    "groups:",
    "  admins: # people",
    "    description: People",
    "      who look after AWS",
    "    members: [",
    "      dax@acme.com, # Dax",
    "    ]",
    "    # a comment anywhere",
    "  developers:",
    "    description: >-",
    "      a: b",
    "       - c",
    "    members:",
    "    - dax@acme.com",
    '    - "kim@acme.com"',
    "users:",
    "  dax@acme.com: { givenName: Dax, familyName: Raad }",
    '  "kim@acme.com":',
    '    "givenName" : Kim',
    "    familyName:",
    "      Lee",
  ];
  expect(await codesOf(`${text.join("\n")}\n`)).toEqual([]);
  // The slip is the last line; nothing before it is taken for one.
  expect(await codesOf(`${[...text, "   title: Engineer"].join("\n")}\n`)).toEqual(["23:4 ORG0102"]);
});
