import fc from "fast-check";
import { expect, test } from "vitest";
import { hasHidden } from "../../src/model/characters.ts";
import { bench, configOf } from "../support/engine.ts";
import { MANAGEMENT, type OrgFile } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { filesFrom } from "./files.ts";

/** Names as AWS allows them, with what YAML, JSON, file systems and people trip over; some that no org.yaml can hold. */
const pieces = [
  "a",
  "B",
  ": ",
  " #",
  "'",
  '"',
  "\\",
  "-",
  "?",
  "{",
  "]",
  ",",
  "&",
  "*",
  "%",
  "@",
  "`",
  "!",
  "|",
  ">",
  "/",
  "\n",
  "\t",
  "\u00e9",
  "e\u0301",
  "\u{1f600}",
  "\u200d",
  "\u3164",
  "\u034f",
  "12",
  "true",
  " ",
  "\u00a0",
  "\u3000",
  "=",
  "<<",
  "~",
];
const anything = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));
const said = fc.oneof(
  anything,
  fc.constantFrom("constructor", "__proto__", "toString", "null", "no", "AUX", "con.json"),
);
const group = said.filter((name) => name.trim() !== "");
// User names have no spaces.
const user = said.map((name) => name.replace(/\s/g, "") || "u");
const set = fc.stringMatching(/^[A-Za-z0-9+=,.@_-]{1,20}$/);
const unit = said.map((name) => name.replace(/\//g, "") || "x");
const text = fc.oneof(anything, fc.constantFrom("two\nlines", " ends ", "x".repeat(900)));
/** No two that AWS would take for one. */
const distinct = (names: fc.Arbitrary<string>) =>
  fc.uniqueArray(names, { minLength: 1, maxLength: 5, selector: (name) => name.normalize("NFKC").toLowerCase() });

const world = fc
  .record({
    users: distinct(user),
    groups: distinct(group),
    sets: distinct(set),
    units: distinct(unit),
    texts: fc.array(text, { minLength: 4, maxLength: 4 }),
    members: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 8 }),
    grants: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.boolean()), { maxLength: 8 }),
  })
  .map(({ users, groups, sets, units, texts, members, grants }): OrgFile => {
    const pick = (pool: readonly string[], index: number): string => pool[index % pool.length] ?? "";
    return {
      accounts: {
        [MANAGEMENT]: { email: "aws@acme.com", management: true },
        "a: b": { email: "a+b@acme.com", ou: units.find((name) => !hasHidden(name)) ?? "root" },
      },
      organizationalUnits: Object.fromEntries(units.map((name) => [name, {}])),
      users: Object.fromEntries(
        users.map((name, index) => [
          name,
          { givenName: pick(texts, index), familyName: "Li", title: pick(texts, index + 1) },
        ]),
      ),
      groups: Object.fromEntries(
        groups.map((name, index) => [
          name,
          {
            description: pick(texts, index),
            members: [
              ...new Set(members.filter(([at]) => at % groups.length === index).map(([, one]) => pick(users, one))),
            ],
          },
        ]),
      ),
      permissionSets: Object.fromEntries(
        sets.map((name) => [
          name,
          {
            inlinePolicy: {
              content: {
                Version: "2012-10-17",
                Statement: [{ Sid: "x\u200dy", Effect: "Deny", Action: "*", Resource: "*" }],
              },
            },
          },
        ]),
      ),
      assignments: grants.map(([who, what, person]) => ({
        ...(person ? { users: [pick(users, who)] } : { groups: [pick(groups, who)] }),
        permissionSets: [pick(sets, what)],
        accounts: [what % 2 === 0 ? MANAGEMENT : "a: b"],
      })),
    };
  })
  // A map of such a key cannot be written as a plain object.
  .filter((file) => ![file.users, file.groups].some((section) => Object.hasOwn(section ?? {}, "__proto__")));

test("any names and texts: the plan is empty after an import, or the file says what is left out", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (file) => {
      const there = bench(worldOf(file));
      const { draft } = await there.draft();
      const { "org.yaml": yaml = "", ...others } = filesFrom(draft);
      const config = await configOf(yaml, others);
      const { plan } = await there.plan(config);
      expect(plan.changes).toEqual([]);
      const listed = ["users", "groups", "permissionSets", "organizationalUnits"].flatMap((key) =>
        Object.keys((config.sections[key] as object | undefined) ?? {}).map((name) => `${key} ${name}`),
      );
      const all = (["users", "groups", "permissionSets", "organizationalUnits"] as const).flatMap((key) =>
        Object.keys(file[key] ?? {}).map((name) => `${key} ${name}`),
      );
      const left = draft.leftOut.map(({ section, key }) => `${section} ${key}`);
      expect([...listed, ...left].toSorted()).toEqual(all.toSorted());
      // Only what nobody can see, or YAML cannot have as a key, is a reason to leave out a name, and what a pattern
      // for such a name matches too, or what people would take for another name.
      for (const { reason } of draft.leftOut)
        expect(reason).toMatch(/does not show|cannot be a key|e-mail|is listed, and ignored by|differ only in/);
    }),
    { numRuns: 150 },
  );
});
