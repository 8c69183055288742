import fc from "fast-check";
import { expect, test } from "vitest";
import type { AccessChange } from "../../src/model/plan.ts";
import type { World } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { accessIn } from "./access.ts";
import { RUNS } from "./runs.ts";

test("what the plan says of access is what AWS then has: everybody who gains, and everybody who loses", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, async ({ before, wanted }) => {
      // Who is in which group is only known where the file says so.
      const config = await configOf(textOf({ groups: before.groups ?? {}, users: before.users ?? {}, ...wanted }));
      const world = worldOf(before);
      const there = bench(world);
      const first = accessIn(world);
      const { plan, outcome } = await there.apply(config);
      fc.pre(outcome.done.length === plan.changes.length);
      const last = accessIn(world);
      const named = (cells: Iterable<string>) => [...cells].map((cell) => withAccountName(cell, world)).toSorted();
      const none = (remark: string) => (row: AccessChange) => row.effect === "keeps" && row.remark?.startsWith(remark);
      const isAdministrators = (row: AccessChange): boolean =>
        /^(already|still) \w+ (via|directly)/.test(row.remark ?? "");
      const gains = plan.access.filter(
        (row) => row.effect === "gains" || (none("already")(row) && isAdministrators(row)),
      );
      const losses = plan.access.filter(
        (row) => row.effect === "loses" || (none("still")(row) && isAdministrators(row)),
      );
      expect(cellsOf(gains)).toEqual(named([...last].filter((cell) => !first.has(cell))));
      expect(cellsOf(losses)).toEqual(named([...first].filter((cell) => !last.has(cell))));
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 5) },
  );
});

const cellsOf = (rows: readonly AccessChange[]): string[] =>
  rows
    .flatMap(({ who, permissionSet, accounts }) =>
      who.flatMap((one) => accounts.map((account) => `${one.name} ${permissionSet} ${account.name}`)),
    )
    .toSorted();

function withAccountName(cell: string, { organization }: World): string {
  const at = cell.lastIndexOf(" ");
  return `${cell.slice(0, at)} ${organization?.accounts[cell.slice(at + 1)]?.name}`;
}
