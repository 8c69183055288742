import fc from "fast-check";
import { expect, test } from "vitest";
import { type Grant, groupGrants } from "../../src/kinds/grantGroups.ts";

const names = (word: string) => fc.constantFrom(...["1", "2", "3", "4"].map((digit) => word + digit));
const grants = fc.uniqueArray(fc.record({ who: names("who"), what: names("what"), where: names("where") }), {
  selector: (grant) => JSON.stringify(grant),
  maxLength: 40,
});

const unfolded = (all: readonly Grant[]) =>
  groupGrants(all).flatMap(({ who, what, where }) =>
    who.flatMap((one) => what.flatMap((set) => where.map((place) => ({ who: one, what: set, where: place })))),
  );
const sorted = (all: readonly Grant[]) =>
  all.map((grant) => JSON.stringify([grant.who, grant.what, grant.where])).toSorted();

test("the groups are exactly the grants, each once, whatever the order", () => {
  fc.assert(
    fc.property(grants, (all) => {
      expect(sorted(unfolded(all))).toEqual(sorted(all));
      expect(groupGrants(all.toReversed())).toEqual(groupGrants(all));
      expect(groupGrants(all).length).toBeLessThanOrEqual(all.length);
    }),
    { numRuns: 2000 },
  );
});

test("who has the same everywhere is one group", () => {
  const cross = ["a", "b"].flatMap((who) =>
    ["x", "y"].flatMap((what) => ["1", "2"].map((where) => ({ who, what, where }))),
  );
  expect(groupGrants(cross)).toEqual([{ who: ["a", "b"], what: ["x", "y"], where: ["1", "2"] }]);
  expect(groupGrants([...cross, { who: "c", what: "x", where: "1" }])).toEqual([
    { who: ["a", "b"], what: ["x", "y"], where: ["1", "2"] },
    { who: ["c"], what: ["x"], where: ["1"] },
  ]);
  expect(groupGrants([])).toEqual([]);
});
