import fc from "fast-check";
import { expect, test } from "vitest";
import { uncovered } from "../../src/engine/approve.ts";
import { KINDS } from "../../src/kinds/index.ts";
import { type JsonObject, sameJson } from "../../src/model/json.ts";
import type { Change, Plan } from "../../src/model/plan.ts";
import { readPlan } from "../../src/engine/planFile.ts";
import { documentJson } from "../../src/report/json.ts";
import { bench, configOf } from "../support/engine.ts";
import { orgFile, twoFiles } from "../worlds/arbitrary.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { RUNS } from "./runs.ts";

/** Each case plans several times. */
const FEWER = { numRuns: Math.max(10, Math.ceil(RUNS.numRuns / 4)) };

/** What no generator says, so that it can only come from somebody else. */
const MARK = "by somebody else";

/** Something that somebody does in AWS: what it is, and the world's file with it. */
type Edit = (file: OrgFile) => boolean;

const first = <T>(things: Record<string, T> | undefined, choice: number): T | undefined => {
  const all = Object.values(things ?? {});
  return all[choice % all.length];
};

const EDITS: readonly ((choice: number) => Edit)[] = [
  (choice) => (file) => edited(first(file.users, choice), (user) => (user.title = MARK)),
  (choice) => (file) => edited(first(file.users, choice), (user) => (user.address = { locality: MARK })),
  (choice) => (file) => edited(first(file.groups, choice), (group) => (group.description = MARK)),
  (choice) => (file) => edited(first(file.permissionSets, choice), (set) => (set.description = MARK)),
  (choice) => (file) => edited(first(file.permissionSets, choice), (set) => (set.tags = { ...set.tags, team: MARK })),
  (choice) => (file) =>
    edited(
      first(file.permissionSets, choice),
      (set) => (set.customerManagedPolicies = [{ name: "Other", path: "/mark/" }]),
    ),
  (choice) => (file) =>
    edited(
      first(file.permissionSets, choice),
      (set) => (set.inlinePolicy = { content: { Version: "2012-10-17", Statement: [], Id: MARK } }),
    ),
  (choice) => (file) => edited(first(file.organizationalUnits, choice), (unit) => (unit.tags = { stage: MARK })),
  (choice) => (file) => edited(first(file.accounts, choice), (account) => (account.tags = { stage: MARK })),
  (choice) => (file) =>
    edited(first(file.policies, choice), (policy) => {
      if (policy.type !== undefined) policy.description = MARK;
    }),
  () => (file) => edited(file.resourcePolicy, (policy) => (policy.tags = { stage: MARK })),
  () => (file) => edited(file.accessControlAttributes, (attributes) => (attributes["user"] = MARK)),
];

function edited<T>(thing: T | undefined, change: (thing: T) => unknown): boolean {
  if (thing !== undefined) change(thing);
  return thing !== undefined;
}

const covered = (approved: Plan, plan: Plan): readonly Change[] => {
  const left = new Set(uncovered([approved], plan, KINDS).map(({ change }) => change));
  return plan.changes.filter((change) => !left.has(change));
};

/** Whether a change takes a value away that somebody else has written. */
const overwrites = ({ action, before, fields }: Change): boolean =>
  JSON.stringify(action === "delete" ? before : fields.map((field) => field.before)).match(
    /by somebody else|\/mark\//,
  ) !== null;

test("what somebody else has written meanwhile is never overwritten with the approval of an older plan", async () => {
  let touched = 0;
  await fc.assert(
    fc.asyncProperty(
      twoFiles,
      fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(10)), { minLength: 1, maxLength: 4 }),
      async ({ before, wanted }, edits) => {
        const config = await configOf(textOf(wanted));
        const { plan: approved } = await bench(worldOf(before)).plan(config);
        const now = structuredClone(before);
        for (const [index, choice] of edits) EDITS[index]?.(choice)(now);
        const { plan } = await bench(worldOf(now)).plan(config);
        expect(covered(approved, plan).filter(overwrites)).toEqual([]);
        touched += plan.changes.filter(overwrites).length;
        // And what nobody has touched stays approved.
        const same = new Map(approved.changes.map((change) => [change.address, change]));
        const untouched = plan.changes.filter((change) => sameJson(same.get(change.address), change));
        expect(covered(approved, plan)).toEqual(expect.arrayContaining(untouched));
      },
    ),
    FEWER,
  );
  expect(touched).toBeGreaterThan(FEWER.numRuns / 10);
});

test("over any other world, what an approved plan covers was to go, and becomes what it was to become", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, orgFile, async ({ before, wanted }, other) => {
      const config = await configOf(textOf(wanted));
      const { plan: approved } = await bench(worldOf(before)).plan(config);
      // Others have brought people and permission sets to where another file has them.
      const now: OrgFile = {
        ...before,
        users: { ...before.users, ...other.users },
        permissionSets: { ...before.permissionSets, ...other.permissionSets },
      };
      const { plan } = await bench(worldOf(now)).plan(config);
      const by = new Map(approved.changes.map((change) => [change.address, change]));
      for (const change of covered(approved, plan)) {
        // The file itself approves that access ends.
        if (change.reason === "expired") continue;
        const old = by.get(change.address);
        if (old === undefined) {
          expect(change).toMatchObject({ action: "delete", kind: "policyAttachment" });
          continue;
        }
        const gone =
          change.action === "delete" ? Object.keys(change.before ?? {}) : change.fields.map(({ field }) => field);
        for (const field of gone.filter((name) => name !== "outdatedIn")) {
          const lost = partsOf(change.before, field).filter((part) => !partsOf(change.after, field).includes(part));
          // What a create replaces is nothing, or the root that every account begins in.
          const mayGo = old.action === "create" ? [`"root"`] : partsOf(old.before, field);
          if (old.action !== "delete" || old.before?.[field] !== undefined)
            expect(mayGo, `${change.address} ${field}`).toEqual(expect.arrayContaining(lost));
          const gained = partsOf(change.after, field).filter((part) => !partsOf(change.before, field).includes(part));
          expect(partsOf(old.after, field), `${change.address} ${field}`).toEqual(expect.arrayContaining(gained));
        }
      }
    }),
    FEWER,
  );
});

/** What a value is made of: the items of a list, the members of a flat map, or itself. */
function partsOf(spec: JsonObject | null, field: string): string[] {
  const value = spec?.[field];
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(item));
  if (typeof value === "object" && field !== "inlinePolicy" && field !== "content")
    return Object.entries(value).map(([key, member]) => `${key}=${JSON.stringify(member)}`);
  return [JSON.stringify(value)];
}

test("a plan that was written to a file and read again is the same plan", async () => {
  await fc.assert(
    fc.asyncProperty(twoFiles, async ({ before, wanted }) => {
      const there = bench(worldOf(before));
      const { plan } = await there.plan(await configOf(textOf(wanted)));
      const read = await readPlan(documentJson(plan), { file: "plan.json", now: there.now() });
      expect(JSON.stringify(read)).toBe(JSON.stringify(plan));
      expect(uncovered([read], plan, KINDS)).toEqual([]);
      expect(uncovered([plan], read, KINDS)).toEqual([]);
    }),
    FEWER,
  );
});
