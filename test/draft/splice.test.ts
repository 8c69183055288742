import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { writeDraft } from "../../src/draft/document.ts";
import { splice } from "../../src/draft/splice.ts";
import type { Json } from "../../src/model/json.ts";

type Additions = Readonly<Record<string, Json>>;

/** A draft that says these things; lists are added item by item. */
function draftOf(additions: Additions) {
  const writer = writeDraft([]);
  const say = (path: (string | number)[], value: Json): void => {
    if (Array.isArray(value)) for (const item of value as Json[]) writer.add(path, item);
    else if (typeof value === "object" && value !== null && Object.keys(value).length > 0)
      for (const [key, member] of Object.entries(value)) say([...path, key], member as Json);
    else writer.set(path, value);
  };
  for (const [key, value] of Object.entries(additions)) say([key], value);
  return writer.written;
}

const added = (text: string, additions: Additions): string =>
  splice(text, draftOf(additions), { sections: parse(text) as Record<string, unknown> }).text;

/** What the file says with what the draft says: maps and lists grow, what is there stays. */
function together(there: unknown, more: unknown): unknown {
  if (Array.isArray(there)) return [...(there as unknown[]), ...(more as unknown[])];
  if (typeof there !== "object" || there === null) return there ?? more;
  const result: Record<string, unknown> = { ...there };
  for (const [key, value] of Object.entries(more as object)) result[key] = together(result[key], value);
  return result;
}

const ann = { givenName: "Ann", familyName: "Li" };

describe("goes where it belongs", () => {
  test.each<[string, string, Additions, string]>([
    [
      "below the last entry of a block",
      "users:\n  bob: { a: b }\n\ngroups: {}\n",
      { users: { ann } },
      "users:\n  bob: { a: b }\n  ann: { givenName: Ann, familyName: Li }\n\ngroups: {}\n",
    ],
    [
      "in the columns of the block",
      "users:\n    bob:\n        a: b\n",
      { users: { ann } },
      "users:\n    bob:\n        a: b\n    ann: { givenName: Ann, familyName: Li }\n",
    ],
    [
      "below remarks that belong to the block",
      "users:\n  bob: {} # away\n  # more: {}\n# groups\ngroups: {}\n",
      { users: { ann: {} } },
      "users:\n  bob: {} # away\n  # more: {}\n  ann: {}\n# groups\ngroups: {}\n",
    ],
    [
      "with the line ends of the file",
      "users:\r\n  bob: {}\r\n",
      { users: { ann: {} }, groups: { a: {} } },
      "users:\r\n  bob: {}\r\n  ann: {}\r\n\r\ngroups:\r\n  a: {}\r\n",
    ],
    ["where the last line has no end", "users:\n  bob: {}", { users: { ann: {} } }, "users:\n  bob: {}\n  ann: {}"],
    [
      "behind a byte order mark",
      "\ufeffusers:\n  bob: {}\n",
      { users: { ann: {} } },
      "\ufeffusers:\n  bob: {}\n  ann: {}\n",
    ],
    [
      "instead of {}",
      "users: {} # nobody\ngroups: {}\n",
      { users: { ann: {} } },
      "users: # nobody\n  ann: {}\ngroups: {}\n",
    ],
    ["instead of []", "assignments: []", { assignments: [{ groups: ["a"] }] }, "assignments:\n  - groups: [a]"],
    [
      "in a map in braces",
      "users: { bob: {} }\n",
      { users: { ann } },
      "users: { bob: {}, ann: { givenName: Ann, familyName: Li } }\n",
    ],
    [
      "in braces over lines",
      "users: {\n  bob: {}, # away\n  }\n",
      { users: { ann: {} } },
      "users: {\n  bob: {},\n  ann: {}, # away\n  }\n",
    ],
    [
      "in JSON",
      '{\n "version": 1,\n "users": {\n  "bob": {}\n }\n}\n',
      { users: { ann: {} }, groups: { a: {} } },
      '{\n "version": 1,\n "users": {\n  "bob": {},\n  ann: {}\n },\n groups: { a: {} }\n}\n',
    ],
    [
      "in a list at the column of its key",
      "assignments:\n- groups: [a]\n# end\n",
      { assignments: [{ groups: ["b"], accounts: ["c"] }] },
      "assignments:\n- groups: [a]\n- groups: [b]\n  accounts: [c]\n# end\n",
    ],
    [
      "in an indented list",
      "assignments:\n  - groups: [a]\n  # more\nx: {}\n",
      { assignments: [{ groups: ["b"] }] },
      "assignments:\n  - groups: [a]\n  # more\n  - groups: [b]\nx: {}\n",
    ],
    [
      "in a list whose items begin on the next line",
      "assignments:\n  -\n    groups: [a]\n",
      { assignments: [{ groups: ["b"] }] },
      "assignments:\n  -\n    groups: [a]\n  - groups: [b]\n",
    ],
    [
      "among members in brackets",
      "groups:\n  a: { members: [x] } # team\n",
      { groups: { a: { members: ["v", "w"] } } },
      "groups:\n  a: { members: [x, v, w] } # team\n",
    ],
    [
      "among members in lines",
      "groups:\n  a:\n    members:\n    - x # first\n  b: {}\n",
      { groups: { a: { members: ["w"] } } },
      "groups:\n  a:\n    members:\n    - x # first\n    - w\n  b: {}\n",
    ],
    [
      "to a group without members",
      "groups:\n  a: {}\n  b: { description: B }\n  c:\n    description: C\n",
      { groups: { a: { members: ["x"] }, b: { members: ["x"] }, c: { members: ["x"] } } },
      "groups:\n  a: { members: [x] }\n  b: { description: B, members: [x] }\n  c:\n    description: C\n    members: [x]\n",
    ],
    [
      "to the last group and then below it",
      "groups:\n  a:\n    members:\n      - x",
      { groups: { a: { members: ["w"] }, b: {} } },
      "groups:\n  a:\n    members:\n      - x\n      - w\n  b: {}",
    ],
    [
      "after a text in lines of its own",
      "users:\n  bob:\n    title: |+\n      x\n\n\n",
      { users: { ann: {} } },
      "users:\n  bob:\n    title: |+\n      x\n\n\n  ann: {}\n",
    ],
    [
      "after a folded text and its blank lines",
      "users:\n  bob:\n    title: >-\n      x\n      y\n\n\ngroups: {}\n",
      { users: { ann: {} } },
      "users:\n  bob:\n    title: >-\n      x\n      y\n  ann: {}\n\n\ngroups: {}\n",
    ],
    [
      "after a text over two lines",
      "users:\n  bob:\n    title: x\n      y # z\n\n",
      { users: { ann: {} } },
      "users:\n  bob:\n    title: x\n      y # z\n  ann: {}\n\n",
    ],
    [
      "before the end of the document",
      "users: { a: {} }\n...\n",
      { groups: { a: {} } },
      "users: { a: {} }\n\ngroups:\n  a: {}\n...\n",
    ],
    [
      "nowhere, what is there already",
      "identityCenter: { region: us-east-1 }\n",
      { identityCenter: { region: "eu-west-1" } },
      "identityCenter: { region: us-east-1 }\n",
    ],
  ])("%s", (_name, text, additions, expected) => {
    expect(added(text, additions)).toBe(expected);
    expect(parse(added(text, additions))).toEqual(together(parse(text), additions));
  });
});

test("long lists in brackets go on in lines", () => {
  const members = Array.from({ length: 12 }, (_, index) => `somebody-${index}@acme.com`);
  const text = "groups:\n  a: { members: [x@acme.com] }\n";
  const result = added(text, { groups: { a: { members } } });
  expect(parse(result)).toEqual({ groups: { a: { members: ["x@acme.com", ...members] } } });
  expect(Math.max(...result.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("an entry of an included file is not written into org.yaml", () => {
  const draft = draftOf({ groups: { theirs: { members: ["x"] }, ours: {} } });
  const { text, elsewhere } = splice("include: [teams.yaml]\n", draft, { sections: { groups: { theirs: {} } } });
  expect(elsewhere).toEqual([["groups", "theirs"]]);
  expect(text).toBe("include: [teams.yaml]\n\ngroups:\n  ours: {}\n");
});

/** Ways to write the same file. */
const names = ["ann", "bob", "cy dee", "e:f", "12", "\u00e9 #x"];
const person = fc.record(
  { givenName: fc.constantFrom("Ann", "B, C"), title: fc.constantFrom("x", "#1") },
  { requiredKeys: ["givenName"] },
);
const content = fc.record({
  users: fc.dictionary(fc.constantFrom(...names), person),
  groups: fc.dictionary(
    fc.constantFrom(...names),
    fc.record({ members: fc.subarray(names, { minLength: 1 }) }, { requiredKeys: [] }),
  ),
  assignments: fc.array(fc.record({ groups: fc.subarray(names, { minLength: 1 }) }), { maxLength: 3 }),
});
const style = fc.record({
  indent: fc.constantFrom("  ", "    "),
  flow: fc.constantFrom(0, 1, 2, 3),
  comments: fc.boolean(),
  eol: fc.constantFrom("\n", "\r\n"),
  end: fc.boolean(),
});

function written(
  value: object,
  { indent, flow, comments, eol, end }: typeof style extends fc.Arbitrary<infer T> ? T : never,
): string {
  const lines: string[] = [];
  const write = (node: unknown, depth: number, before: string): void => {
    const empty = typeof node !== "object" || node === null || Object.keys(node).length === 0;
    if (empty || depth > flow)
      return void lines.push(`${before} ${JSON.stringify(node)}${comments ? " # same line" : ""}`);
    lines.push(before);
    for (const [key, member] of Object.entries(node)) {
      if (comments) lines.push(`${indent.repeat(depth)}# ${key}`);
      write(member, depth + 1, `${indent.repeat(depth)}${Array.isArray(node) ? "-" : `${JSON.stringify(key)}:`}`);
    }
  };
  if (flow === 0) return JSON.stringify(value, null, 2).replaceAll("\n", eol);
  for (const [key, member] of Object.entries(value)) write(member, 1, `${key}:`);
  if (comments) lines.push("# the end");
  return lines.join(eol) + (end ? eol : "");
}

test("whatever the file looks like, it then says both, and all of its bytes are still there", () => {
  fc.assert(
    fc.property(content, content, style, (there, more, look) => {
      const text = written({ version: 1, ...there }, look);
      // What the file lists already is not missing.
      const users = Object.fromEntries(Object.entries(more.users).filter(([key]) => !Object.hasOwn(there.users, key)));
      const additions = Object.fromEntries(
        Object.entries({ ...more, users }).filter(([, value]) => Object.keys(value).length > 0),
      ) as Additions;
      const result = added(text, additions);
      expect(parse(result)).toEqual(together(parse(text), additions));
      // What is taken out is at most an empty {} or [].
      expect(isWithin(text.replace(/ (\{\}|\[\])/g, ""), result)).toBe(true);
      if (look.eol === "\r\n") expect(result.replaceAll("\r\n", "")).not.toContain("\n");
    }),
    { numRuns: 2000 },
  );
});

/** Whether all characters of a text stand in another one, in order. */
function isWithin(text: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === text[at]) at++;
  return at === text.length;
}
