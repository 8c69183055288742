import { describe, expect, test } from "vitest";
import type { Sandbox } from "../../src/sandbox/index.ts";
import { bench, configOf } from "../support/engine.ts";
import { textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const before = {
  accounts: { acme: { email: "aws@acme.com", management: true }, dev: { email: "aws+dev@acme.com" } },
  groups: { admins: {} },
  permissionSets: { Read: {} },
  assignments: [{ groups: ["admins"], permissionSets: ["Read"], accounts: ["dev"] }],
};
const tagPolicy = { type: "TAG_POLICY", content: { tags: {} }, targets: ["root"] };

/** AWS with a state that nobody has heard of in all answers to an operation. */
const saying =
  (operation: string, known: RegExp) =>
  (sandbox: Sandbox): Sandbox["handle"] =>
  async (request) => {
    const answer = await sandbox.handle(request);
    if (!(request.headers["x-amz-target"] ?? "").endsWith(`.${operation}`)) return answer;
    const body = Buffer.from(Buffer.from(answer.body).toString("utf8").replace(known, '$1:"ON_HOLD"'));
    return { ...answer, body, headers: { ...answer.headers, "content-length": `${body.length}` } };
  };

describe("a state of AWS's that orgsync does not know is named, and not waited for", () => {
  test.each([
    [
      "DescribeCreateAccountStatus",
      /("State"):"(?:IN_PROGRESS|SUCCEEDED)"/,
      { ...before, accounts: { ...before.accounts, test: { email: "aws+test@acme.com" } } },
      "account:test",
    ],
    [
      "DescribeAccountAssignmentCreationStatus",
      /("Status"):"(?:IN_PROGRESS|SUCCEEDED)"/,
      { ...before, assignments: [{ groups: ["admins"], permissionSets: ["Read"], accounts: ["acme", "dev"] }] },
      "assignment:group/admins:Read:acme",
    ],
    [
      "DescribeAccountAssignmentDeletionStatus",
      /("Status"):"(?:IN_PROGRESS|SUCCEEDED)"/,
      { ...before, assignments: [] },
      "assignment:group/admins:Read:dev",
    ],
    [
      "DescribePermissionSetProvisioningStatus",
      /("Status"):"(?:IN_PROGRESS|SUCCEEDED)"/,
      { ...before, permissionSets: { Read: { sessionDuration: "2h" } } },
      "permissionSet:Read",
    ],
    [
      "ListRoots",
      /("Type":"TAG_POLICY","Status"|"Status"):"(?:PENDING_ENABLE)"/,
      { ...before, policies: { tags: tagPolicy } },
      "policyType:TAG_POLICY",
    ],
  ])("%s", async (operation, known, wanted, address) => {
    const there = bench(worldOf(before), { between: saying(operation, known), asyncSeconds: 900 });
    const began = there.now();
    const { events } = await there.apply(await configOf(textOf(wanted)));
    const failed = events.flatMap((event) => (event.type === "failed" ? [event] : []));
    expect(failed.map(({ change }) => change.address)).toEqual([address]);
    expect(failed[0]?.failure).toMatchObject({
      code: "ORG0505",
      message: expect.stringContaining("AWS says ON_HOLD, a state that this version of orgsync does not know"),
    });
    // Long before patience with a state that is known ends.
    expect((there.now() - began) / 60_000).toBeLessThan(4);
  });

  test("a policy type in such a state stops a plan that needs it, and no other", async () => {
    const world = worldOf(before);
    world.organization?.root.policyTypes.push({ Type: "TAG_POLICY", Status: "ON_HOLD" });
    const there = bench(world);
    await expect(
      there.plan(await configOf(textOf({ ...before, policies: { tags: tagPolicy } }))),
    ).rejects.toMatchObject({
      code: "ORG0505",
      message: expect.stringContaining("the unknown state ON_HOLD of the policy type TAG_POLICY"),
    });
    await expect(there.plan(await configOf(textOf(before)))).resolves.toMatchObject({ plan: { changes: [] } });
  });
});
