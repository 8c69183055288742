import fc from "fast-check";
import { expect, test } from "vitest";
import { filesFrom } from "../draft/files.ts";
import { bench, configOf } from "../support/engine.ts";
import { splice } from "../../src/api/import.ts";
import { orgFile } from "../worlds/arbitrary.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { RUNS } from "./runs.ts";

test("import of any organization: then the plan is empty", async () => {
  await fc.assert(
    fc.asyncProperty(orgFile, async (file) => {
      const there = bench(worldOf(file));
      const { "org.yaml": text = "", ...others } = filesFrom((await there.draft()).draft);
      const { plan } = await there.plan(await configOf(text, others));
      expect(plan.changes).toEqual([]);
      expect(plan.notices.filter(({ severity }) => severity === "warning")).toEqual([]);
    }),
    RUNS,
  );
});

test("whatever the order of pages, and how they are cut, an import is the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(orgFile, async (file) => {
      const [once, again] = await Promise.all([
        bench(worldOf(file)).draft(),
        bench(worldOf(turned(file)), { raggedPages: true, paths: false }).draft(),
      ]);
      const withoutIds = (files: Record<string, string>) => JSON.stringify(files).replace(/[0-9]{12}/g, "");
      expect(withoutIds(filesFrom(again.draft))).toBe(withoutIds(filesFrom(once.draft)));
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 5) },
  );
});

test("a file that lists a part: --unmanaged adds the rest, and then the plan is empty", async () => {
  await fc.assert(
    fc.asyncProperty(orgFile, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), async (file, picks) => {
      const there = bench(worldOf(file));
      const text = textOf(partOf(file, picks));
      const config = await configOf(text);
      const { draft } = await there.draft(config);
      const { "org.yaml": _, ...others } = filesFrom(draft);
      const result = splice(text, draft, config);
      expect(result.elsewhere).toEqual([]);
      const { plan } = await there.plan(await configOf(result.text, others));
      expect(plan.changes).toEqual([]);
      const whole = await there.draft(await configOf(result.text, others));
      expect([...whole.draft.values.keys()]).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 5) },
  );
});

/** Some sections are gone, some groups lack members, some assignments are missing; what is left refers to nothing else. */
function partOf(file: OrgFile, picks: readonly number[]): OrgFile {
  let next = 0;
  const stays = (): boolean => picks[next++ % picks.length] !== 0;
  const part: OrgFile = { ...file };
  for (const key of ["users", "groups", "permissionSets", "organizationalUnits", "assignments"] as const)
    if (!stays()) delete part[key];
  if (part.groups !== undefined) {
    part.groups = Object.fromEntries(
      Object.entries(part.groups).map(([name, group]) => [
        name,
        { ...group, members: (group.members ?? []).filter(stays) },
      ]),
    );
  }
  if (part.assignments !== undefined) part.assignments = part.assignments.filter(stays);
  return part;
}

/** Made in the opposite order, which is the order in which AWS lists it. */
function turned<T extends object>(file: T): T {
  return Object.fromEntries(
    Object.entries(file).map(([key, section]: [string, object]) => [
      key,
      Array.isArray(section) ? section.toReversed() : Object.fromEntries(Object.entries(section).toReversed()),
    ]),
  ) as T;
}
