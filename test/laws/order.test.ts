import fc from "fast-check";
import { expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { twoFiles } from "../worlds/arbitrary.ts";
import type { OrgFile } from "../worlds/file.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { RUNS } from "./runs.ts";

test("the order of pages and of keys, and how pages are cut, change nothing", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, async ({ before, wanted }) => {
      const planOf = async (live: OrgFile, file: OrgFile, raggedPages: boolean, paths: boolean) => {
        const { plan } = await bench(worldOf(live), { raggedPages, paths }).plan(await configOf(textOf(file)));
        // Places in the file move with its keys.
        return plan.changes
          .map(({ source: _, ...change }) => change)
          .toSorted((left, right) => (left.address < right.address ? -1 : 1));
      };
      expect(await planOf(turned(before), turned(wanted), true, false)).toEqual(
        await planOf(before, wanted, false, true),
      );
    }),
    RUNS,
  );
});

/** The same file with every map's keys in the opposite order. */
function turned(file: OrgFile): OrgFile {
  return Object.fromEntries(
    Object.entries(file)
      .toReversed()
      .map(([key, section]) => [
        key,
        Array.isArray(section) ? section : Object.fromEntries(Object.entries(section).toReversed()),
      ]),
  );
}
