import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { codesOf, filesOf, flawsOfOutcome, outcomeOf } from "./files.ts";

const example = readFileSync(join(import.meta.dirname, "../../examples/company/org.yaml"), "utf8");
const policy = readFileSync(join(import.meta.dirname, "../../examples/company/policies/developers.json"), "utf8");

const flawsOf = (text: string): Promise<string[]> => flawsIn({ "org.yaml": text });

async function flawsIn(contents: Readonly<Record<string, string>>): Promise<string[]> {
  return flawsOfOutcome(await outcomeOf(filesOf({ ...contents, "policies/developers.json": policy })));
}

/** Holds for every text that a generator makes. */
async function expectSound(
  texts: fc.Arbitrary<string>,
  numRuns: number,
  flaws: (text: string) => Promise<string[]> = flawsOf,
): Promise<void> {
  const property = fc.asyncProperty(texts, async (text) => {
    expect(await flaws(text)).toEqual([]);
  });
  await fc.assert(property, { numRuns });
}

const SYNTAX = [
  "- ",
  ": ",
  "? ",
  "{",
  "}",
  "[",
  "]",
  ",",
  "&a ",
  "*a",
  "!t ",
  "|\n",
  ">-\n",
  "'",
  '"',
  "#",
  "%",
  "@",
  "`",
];
const SPACE = ["\t", "\n", "\r\n", "\n  ", "\n    ", "---\n", "...\n"];
const ODD = ["<<: ", "~", "null", "true", "{}", "[]", "__proto__: ", "\\", "\0", "\u202e", "\ud800", "\ufeff"];
const WORDS = ["version: 1", "accounts:", "users:", "groups:", "assignments:", "permissionSets:", "root", "a/b", "12h"];
const pieces = fc.constantFrom(...SYNTAX, ...SPACE, ...ODD, ...WORDS);

describe("the loader never throws anything but InvalidConfig, and every problem has a place in the file", () => {
  test("bytes", async () => {
    expect.hasAssertions();
    await expectSound(
      fc.uint8Array({ maxLength: 200 }).map((array) => new TextDecoder().decode(array)),
      500,
    );
  });

  test("text", async () => {
    expect.hasAssertions();
    await expectSound(fc.string({ unit: "binary", maxLength: 200 }), 500);
  });

  test("pieces of YAML", async () => {
    expect.hasAssertions();
    await expectSound(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
      2000,
    );
  });

  test("a valid file with something cut out, put in or doubled", async () => {
    expect.hasAssertions();
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      what: fc.oneof(pieces, fc.constant(""), fc.string({ maxLength: 8 })),
      again: fc.boolean(),
    });
    const edited = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
      edits.reduce((text, { at, length, what, again }) => {
        const start = Math.floor(at * text.length);
        const cut = text.slice(start, start + length);
        return text.slice(0, start) + (again ? cut + cut : what) + text.slice(start + length);
      }, example),
    );
    await expectSound(edited, 1500);
  });

  test("a valid file with a value replaced by something of another sort", async () => {
    expect.hasAssertions();
    const lines = example.split("\n");
    const values = ["{}", "[]", "~", "", "1", "true", "[[]]", "[{}]", "{ a: { b: c } }", "text", '""', "[~]"];
    const replaced = fc
      .tuple(fc.nat(lines.length - 1), fc.constantFrom(...values))
      .map(([index, value]) =>
        lines.map((line, one) => (one === index ? line.replace(/:( .*)?$/, `: ${value}`) : line)).join("\n"),
      );
    await expectSound(replaced, 1500);
  });

  test("files that are included, and what includes them", async () => {
    expect.hasAssertions();
    const [text, ...values] = ["- a.yaml", "[]", "a.yaml", "{}", "[~]", "[{}]", "[*]", "[a.yaml, { files: b.yaml }]"];
    const entry = fc.oneof(
      fc.constantFrom(text, ...values, "[a.yaml, b.yaml]", "[{ files: '*', sections: [users, x] }]", "['*', '*/*']"),
      fc.stringMatching(/^\["[a-z.*/\\\\:]{0,12}"\]$/),
    );
    const lines = fc.array(fc.constantFrom(...example.split("\n")), { maxLength: 30 }).map((some) => some.join("\n"));
    await expectSound(
      fc.tuple(entry, lines, lines).map((parts) => JSON.stringify(parts)),
      1000,
      (parts) => {
        const [include = "", a = "", b = ""] = JSON.parse(parts) as string[];
        return flawsIn({ "org.yaml": `version: 1\ninclude: ${include}\n${a}`, "a.yaml": b, "b.yaml": example });
      },
    );
  });
});

describe("valid organizations load", () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/);
  const words = (options: fc.UniqueArrayConstraints<string, string>) => fc.uniqueArray(word, options);
  const organization = fc
    .record({
      accounts: words({ minLength: 1, maxLength: 5 }),
      units: words({ maxLength: 4 }),
      users: words({ minLength: 1, maxLength: 5 }),
      groups: words({ minLength: 1, maxLength: 4 }),
      sets: words({ minLength: 1, maxLength: 4 }),
      hours: fc.integer({ min: 1, max: 12 }),
      style: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE") as fc.Arbitrary<"PLAIN">,
      collectionStyle: fc.constantFrom("any", "block", "flow") as fc.Arbitrary<"any">,
    })
    .map(({ accounts, units, users, groups, sets, hours, style, collectionStyle }) => {
      const mails = users.map((user) => `${user}@acme.com`);
      const entries = accounts.map((key, index) => {
        const account = { email: `aws+${key}@acme.com`, ou: units[index] ?? "root" };
        return [key, index === 0 ? { ...account, management: true } : account];
      });
      const value = {
        accounts: Object.fromEntries(entries) as object,
        organizationalUnits: Object.fromEntries(units.map((unit) => [unit, {}])),
        users: Object.fromEntries(mails.map((mail) => [mail, { givenName: "Given", familyName: "Null" }])),
        groups: Object.fromEntries(groups.map((group, index) => [group, { members: mails.slice(index) }])),
        permissionSets: Object.fromEntries(sets.map((set) => [set, { sessionDuration: `${hours}h` }])),
        assignments: groups.map((group) => ({ groups: [group], permissionSets: sets, accounts })),
      };
      const options = { defaultStringType: style, defaultKeyType: "PLAIN", collectionStyle } as const;
      return { value, text: stringify({ version: 1, ...value }, { aliasDuplicateObjects: false, ...options }) };
    });

  test("and mean the same in every style", async () => {
    await fc.assert(
      fc.asyncProperty(organization, async ({ value, text }) => {
        const { config, invalid } = await outcomeOf(filesOf({ "org.yaml": text }));
        expect(invalid?.problems).toBeUndefined();
        expect(config?.sections).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  test("and mean the same in several files", async () => {
    type Sections = Record<string, object>;
    const textOf = (part: object) => stringify({ version: 1, ...part }, { aliasDuplicateObjects: false });
    const picks = fc.array(fc.nat(3), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(organization, picks, async ({ value }, numbers) => {
        const parts: Sections[] = [{}, {}, {}, {}];
        let count = 0;
        for (const [section, entries] of Object.entries(value as Sections)) {
          const chosen = Object.keys(entries).map(() => numbers[count++ % numbers.length] ?? 0);
          // What comes later in a list cannot be in an earlier file.
          const homes = Array.isArray(entries) ? chosen.toSorted((a, b) => a - b) : chosen;
          for (const [index, [key, entry]] of Object.entries(entries).entries()) {
            const part = parts[homes[index] ?? 0] ?? {};
            const there = (part[section] ??= Array.isArray(entries) ? [] : {});
            Object.assign(there, { [Array.isArray(there) ? there.length : key]: entry as unknown });
          }
          if (chosen.length === 0) (parts[0] ?? {})[section] = entries;
        }
        const [root = {}, ...others] = parts;
        const included = others.flatMap((part, index) =>
          Object.keys(part).length === 0 ? [] : ([[`parts/${index}.yaml`, textOf(part)]] as const),
        );
        const include = included.length === 0 ? {} : { include: ["parts/*.yaml"] };
        const text = textOf({ ...include, ...root });
        const { config, invalid } = await outcomeOf(filesOf({ "org.yaml": text, ...Object.fromEntries(included) }));
        expect(invalid?.problems).toBeUndefined();
        expect(config?.sections).toEqual({ ...include, ...value });
        for (const [index, part] of parts.entries()) {
          const file = index === 0 ? "org.yaml" : `parts/${index - 1}.yaml`;
          for (const user of Object.keys(part["users"] ?? {})) expect(config?.at(["users", user]).file).toBe(file);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("the order of sections and entries changes no problem's code", async () => {
  const sections = [
    "users:\n  dax@acme.com: { givenName: Dax }\n",
    "groups:\n  admins: { members: [dax@acme.com, kim@acme.com] }\n",
    "organizationalUnits:\n  A/B: {}\n",
    "accounts:\n  acme: { email: aws@acme.com, ou: A/C }\n",
  ];
  const codes = (all: string[]) => all.map((one) => one.split(" ")[1] ?? "").toSorted((a, b) => a.localeCompare(b));
  const expected = codes(await codesOf(`version: 1\n${sections.join("")}`));
  expect(expected).toEqual(["ORG0202", "ORG0301", "ORG0301", "ORG0304", "ORG0305"]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(sections, { minLength: 4 }), async (order) => {
      expect(codes(await codesOf(`version: 1\n${order.join("")}`))).toEqual(expected);
    }),
    { numRuns: 24 },
  );
});
