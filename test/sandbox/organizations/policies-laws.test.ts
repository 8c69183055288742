import { paginateListPoliciesForTarget, paginateListTargetsForPolicy } from "@aws-sdk/client-organizations";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { brokenInvariants } from "../invariants.ts";
import { allow, denyForResources, startWithPolicies, typeOf } from "./policies.ts";

const types = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY"] as const;
const documents = { SERVICE_CONTROL_POLICY: allow, RESOURCE_CONTROL_POLICY: denyForResources, TAG_POLICY: "{}" };

const step = fc.record({
  verb: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("attach", "detach") },
    fc.constantFrom("make", "delete", "enable", "disable", "add unit", "remove unit", "add account", "wait"),
  ),
  type: fc.constantFrom(...types),
  policy: fc.nat(8),
  target: fc.nat(5),
});

/** Errors of AWS's that a random call may well get. */
const expected =
  /^(PolicyTypeNotEnabled|PolicyTypeAlreadyEnabled|PolicyChangesInProgress|PolicyInUse|PolicyNotAttached|DuplicatePolicy|DuplicatePolicyAttachment|ConstraintViolation|InvalidInput)Exception$/;

async function all<P, T>(pages: AsyncIterable<P>, pick: (page: P) => T[] | undefined): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...(pick(page) ?? []));
  return items;
}

test("after any changes nothing is broken, and both ways of asking what is attached tell the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, raggedPages) => {
      const started = startWithPolicies(undefined, { raggedPages });
      const { organizations: client, sandbox, root, management, make, unit, create, later } = started;
      const units: string[] = [];
      const policies = ["p-FullAWSAccess", "p-RCPFullAWSAccess"];
      const targets = [root, management];
      let count = 0;
      const verbs = {
        make: async (type: (typeof types)[number]) => {
          policies.push(await make(`policy-${(count += 1)}`, { Type: type, Content: documents[type] }));
        },
        delete: async (_type: string, PolicyId: string) => {
          await client.deletePolicy({ PolicyId });
          policies.splice(policies.indexOf(PolicyId), 1);
        },
        attach: (_type: string, PolicyId: string, TargetId: string) => client.attachPolicy({ PolicyId, TargetId }),
        detach: (_type: string, PolicyId: string, TargetId: string) => client.detachPolicy({ PolicyId, TargetId }),
        enable: (type: string) => client.enablePolicyType({ RootId: root, PolicyType: typeOf(type) }),
        disable: (type: string) => client.disablePolicyType({ RootId: root, PolicyType: typeOf(type) }),
        "add unit": async () => {
          units.push(await unit(`unit-${(count += 1)}`));
          targets.push(units.at(-1)!);
        },
        "remove unit": async () => {
          const id = units.pop();
          if (id === undefined) return;
          await client.deleteOrganizationalUnit({ OrganizationalUnitId: id });
          targets.splice(targets.indexOf(id), 1);
        },
        "add account": async () => {
          const { AccountId } = await create(`account-${(count += 1)}`);
          if (AccountId !== undefined) targets.push(AccountId);
        },
        wait: () => later(1000),
      };
      for (const { verb, type, policy, target } of steps) {
        const call = verbs[verb](type, policies[policy % policies.length]!, targets[target % targets.length]!);
        const error = await call.then(
          () => undefined,
          (thrown: Error) => thrown.name,
        );
        if (error !== undefined) expect(error).toMatch(expected);
        expect(brokenInvariants(sandbox.snapshot())).toEqual([]);
      }
      const byPolicy: string[] = [];
      for (const PolicyId of policies) {
        const found = await all(paginateListTargetsForPolicy({ client }, { PolicyId }), ({ Targets }) => Targets);
        byPolicy.push(...found.map(({ TargetId }) => `${PolicyId} on ${TargetId}`));
      }
      const byTarget: string[] = [];
      for (const TargetId of targets) {
        for (const Filter of types) {
          const pages = paginateListPoliciesForTarget({ client }, { TargetId, Filter });
          const found = await all(pages, ({ Policies }) => Policies);
          byTarget.push(...found.map(({ Id }) => `${Id} on ${TargetId}`));
        }
      }
      expect(byPolicy.toSorted()).toEqual(byTarget.toSorted());
    }),
    { numRuns: 60 },
  );
});
