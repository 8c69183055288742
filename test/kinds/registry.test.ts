import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KINDS } from "../../src/kinds/index.ts";
import { sections, SETTINGS } from "../../src/kinds/sections.ts";
import type { Config } from "../../src/model/config.ts";
import { GENERATORS } from "../worlds/arbitrary.ts";

const scenarios = join(import.meta.dirname, "../scenarios");

/** `create account`, `delete group`: every verb that some scenario's plan has, as its calls.txt says in its first line. */
const tried = new Set(
  readdirSync(scenarios, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(
      ({ name }) =>
        /^changes: (.*)$/m.exec(readFileSync(join(scenarios, name, "calls.txt"), "utf8"))?.[1]?.split(", ") ?? [],
    ),
);

const withSections = (some: Config["sections"]): Config => ({
  file: "org.yaml",
  sections: some,
  at: () => ({ file: "org.yaml", line: 1, column: 1 }),
  documents: [],
  document: () => ({}),
});

/** What a kind needs may depend on which sections the file has. */
const configs = [
  withSections({}),
  ...sections.map(({ key, schema }) =>
    withSections({ [key]: (schema as { type?: string }).type === "array" ? [] : {} }),
  ),
  withSections({ assignments: [{ ous: ["root"] }] }),
];

test("no two kinds, and no two sections, share a name", () => {
  const names = KINDS.flatMap(({ name, title, plural }) => [...new Set([name, title, plural])]);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(sections.map(({ key }) => key)).size).toBe(sections.length);
});

test("every section is decided by a kind, and brought into the file by one", () => {
  for (const section of sections.filter((one) => !SETTINGS.includes(one))) {
    expect(KINDS.filter((kind) => kind.section === section && kind.ownsSection).map(({ name }) => name)).toHaveLength(
      1,
    );
  }
});

test("every generator is of a kind", () => {
  expect(Object.keys(GENERATORS)).toEqual(KINDS.map(({ name }) => name));
});

describe.each(KINDS.map((kind) => [kind.name, kind] as const))("%s", (name, kind) => {
  const verbs = [kind.create && "create", kind.update && "update", kind.remove && "delete"].filter(
    (verb) => verb !== undefined,
  );

  test("has a scenario for each of its verbs, and none for those that it does not have", () => {
    const made = kind.madeByHand === undefined ? [] : ["create"];
    const seen = ["create", "update", "delete"].filter((verb) => tried.has(`${verb} ${name}`));
    expect(seen).toEqual([...made, ...verbs]);
  });

  test("looks at what an update of it overwrites", () => {
    expect(kind.update === undefined || kind.look !== undefined).toBe(true);
  });

  test("has a generator", () => {
    expect(Object.keys(GENERATORS)).toContain(name);
  });

  test("has its section in the file's schema", () => {
    expect(sections).toContain(kind.section);
  });

  test("needs kinds that there are, and not itself", () => {
    const needs = configs.flatMap((config) => [...kind.needs(config)]);
    expect(needs.filter((needed) => needed === name || !KINDS.some((other) => other.name === needed))).toEqual([]);
  });

  test("says what its verbs take, and why it lacks some", () => {
    expect(Object.keys(kind.expected).toSorted()).toEqual(verbs.toSorted());
    // An account goes only when its entry says so: leaving it out does not remove it.
    expect(kind.remove === undefined || name === "account").toBe(kind.neverRemoved !== undefined);
    expect(kind.create === undefined).toBe(kind.madeByHand !== undefined);
    for (const verb of kind.irreversible ?? []) expect(verbs).toContain(verb);
  });
});
