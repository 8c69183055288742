import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dev, instanceArn as InstanceArn, management, outcomeOf, start } from "./harness.ts";

/** A change of one assignment: who, with which set, where. */
const step = fc.record({
  verb: fc.constantFrom("create", "delete"),
  principal: fc.nat(2),
  set: fc.nat(1),
  account: fc.constantFrom(dev, management),
});

test("after any changes every view of the assignments shows the same, and roles are where they are assigned", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { sso, user, set, later, assignment, provisionedIn } = start();
      const principals = [await user("a"), await user("b"), await user("c")];
      const sets = [await set("One"), await set("Two")];
      const expected = new Set<string>();
      for (const { verb, principal, set: n, account } of steps) {
        const what = assignment(sets[n]!, principals[principal]!, account);
        const key = `${account} ${sets[n]} ${principals[principal]}`;
        const there = expected.has(key);
        const call = verb === "create" ? sso.createAccountAssignment(what) : sso.deleteAccountAssignment(what);
        expect(await outcomeOf(call)).toBe(verb === "create" || there ? "done" : "ResourceNotFoundException");
        if (verb === "create") expected.add(key);
        else expected.delete(key);
        await later(2000);
      }

      const byPair = new Set<string>();
      for (const AccountId of [dev, management]) {
        for (const PermissionSetArn of sets) {
          const { AccountAssignments: rows = [] } = await sso.listAccountAssignments({
            InstanceArn,
            AccountId,
            PermissionSetArn,
          });
          for (const row of rows) byPair.add(`${row.AccountId} ${row.PermissionSetArn} ${row.PrincipalId}`);
          expect((await provisionedIn(AccountId)).includes(PermissionSetArn)).toBe(rows.length > 0);
        }
      }
      const byPrincipal = new Set<string>();
      for (const PrincipalId of principals) {
        const { AccountAssignments: rows = [] } = await sso.listAccountAssignmentsForPrincipal({
          InstanceArn,
          PrincipalId,
          PrincipalType: "USER",
        });
        for (const row of rows) byPrincipal.add(`${row.AccountId} ${row.PermissionSetArn} ${row.PrincipalId}`);
      }
      expect(byPair).toEqual(expected);
      expect(byPrincipal).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test("a world that was written down and read back answers as before", async () => {
  const first = start();
  const arn = await first.set("Admin");
  const dax = await first.user("dax");
  const admins = await first.group("admins");
  await first.join(admins, dax);
  await first.assign(arn, dax, dev);
  await first.assign(arn, admins, management, "GROUP");
  const second = start((world) => void Object.assign(world, JSON.parse(JSON.stringify(first.world))));
  const rows = async ({ sso }: typeof first) =>
    (await sso.listAccountAssignmentsForPrincipal({ InstanceArn, PrincipalId: dax, PrincipalType: "USER" }))
      .AccountAssignments;
  expect(await rows(second)).toEqual(await rows(first));
  expect(await rows(second)).toHaveLength(2);
});

test("however a list is cut into pages, they hold every entry once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 100 }), async (count, MaxResults) => {
      const { sso, set } = start(() => {}, { raggedPages: true });
      const made: string[] = [];
      for (let n = 0; n < count; n += 1) made.push(await set(`set-${n}`));
      const found: string[] = [];
      let NextToken: string | undefined;
      do {
        const page = await sso.listPermissionSets({ InstanceArn, MaxResults, ...(NextToken ? { NextToken } : {}) });
        expect(page.PermissionSets!.length).toBeLessThanOrEqual(MaxResults);
        found.push(...page.PermissionSets!);
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      expect(found).toEqual(made);
    }),
    { numRuns: 30 },
  );
});

test("a token that was not given out is refused", async () => {
  const { sso } = start();
  await expect(sso.listPermissionSets({ InstanceArn, NextToken: "bm8=" })).rejects.toMatchObject({
    name: "ValidationException",
  });
});
