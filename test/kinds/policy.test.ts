import { describe, expect, test } from "vitest";
import type { World } from "../../src/sandbox/index.ts";
import { filesFrom } from "../draft/files.ts";
import { brokenInvariants } from "../sandbox/invariants.ts";
import { bench, configOf } from "../support/engine.ts";
import { type FilePolicy, type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { describeFaults } from "./faults.ts";

const SCP = "SERVICE_CONTROL_POLICY";
const scp = (action: string, targets: string[] = [], effect = "Deny"): FilePolicy => ({
  type: SCP,
  content: { Version: "2012-10-17", Statement: [{ Effect: effect, Action: action, Resource: "*" }] },
  targets,
});
const TREE: OrgFile = {
  accounts: { acme: { email: "aws@acme.com", management: true }, dev: { email: "aws+dev@acme.com", ou: "Work" } },
  organizationalUnits: { Work: {} },
};
const withPolicies = (policies: Record<string, FilePolicy>): OrgFile => ({ ...TREE, policies });
const only = (policies: Record<string, FilePolicy>): OrgFile => ({ policies });

/** Fails as soon as a call leaves the world as it must never be. */
function watched(world: World) {
  const there = bench(world, {
    observe: ({ operation }) => {
      const [broken] = brokenInvariants(world);
      if (broken !== undefined) throw new Error(`after ${operation}: ${broken}`);
    },
  });
  return there;
}

const writesOf = (calls: readonly { access: string; operation: string }[]): string[] =>
  calls.filter(({ access }) => access === "write").map(({ operation }) => operation);

describe("creating", () => {
  describeFaults({
    before: TREE,
    after: only({
      backups: { type: "BACKUP_POLICY", content: { plans: {} }, targets: ["root"] },
    }),
    reads: { "organizations:ListPolicies": ["Policies", "Id", "Name"] },
    writes: {
      "organizations:EnablePolicyType": ["policyType:BACKUP_POLICY"],
      "organizations:CreatePolicy": ["policy:backups"],
      "organizations:AttachPolicy": ["policyAttachment:backups:root"],
    },
  });
});

describe("changing", () => {
  describeFaults({
    before: withPolicies({ guard: { ...scp("s3:*", ["root"]), tags: { owner: "a", old: "yes" } } }),
    after: only({ guard: { ...scp("ec2:*", ["root"]), tags: { owner: "b" } } }),
    reads: {
      "organizations:DescribePolicy": ["Policy", "Content"],
      "organizations:ListTagsForResource": ["Tags", "Key", "Value"],
      "organizations:ListTargetsForPolicy": ["Targets", "TargetId"],
    },
    writes: {
      "organizations:UpdatePolicy": ["policy:guard"],
      "organizations:TagResource": ["policy:guard"],
      "organizations:UntagResource": ["policy:guard"],
    },
  });
});

describe("deleting", () => {
  describeFaults({
    before: withPolicies({ guard: scp("s3:*", ["Work"]) }),
    after: only({}),
    reads: {},
    writes: {
      "organizations:DetachPolicy": ["policyAttachment:guard:Work"],
      "organizations:DeletePolicy": ["policy:guard"],
    },
  });
});

test("only the policies that the file lists are described, and tags only where it says some", async () => {
  const there = bench(
    worldOf(
      withPolicies({
        listed: { ...scp("s3:*"), tags: { owner: "a" } },
        tagged: { ...scp("s3:*"), tags: { owner: "a" } },
        "aws-guardrails-x": scp("s3:*", ["Work"]),
        unlisted: scp("s3:*"),
      }),
    ),
  );
  const file = only({ listed: scp("s3:*"), tagged: { ...scp("s3:*"), tags: { owner: "a" } } });
  await there.plan(await configOf(textOf(file)));
  const read = (name: string): number => there.calls.filter(({ operation }) => operation === name).length;
  expect(read("DescribePolicy")).toBe(2);
  expect(read("ListTagsForResource")).toBe(1);
  expect(read("ListRoots")).toBe(1);
  // Three of ours and Control Tower's; not AWS's own, which is everywhere.
  expect(read("ListTargetsForPolicy")).toBe(4);
});

test("a policy that AWS has made although its answer was lost is adopted", async () => {
  const faults = [{ operation: "organizations:CreatePolicy", kind: "timeout-after", nth: 1 }] as const;
  const there = bench(worldOf(TREE), { faults });
  const { outcome } = await there.apply(await configOf(textOf(only({ guard: scp("s3:*", ["root"]) }))));
  expect(outcome.failed).toEqual([]);
  expect(Object.values(there.world.organization?.policies ?? {}).map(({ name }) => name)).toEqual(["guard"]);
});

test("a policy of that name that somebody else has just made is not taken over", async () => {
  const world = worldOf(TREE);
  const there = bench(world, {
    faults: [{ operation: "organizations:CreatePolicy", kind: "reset", nth: 1 }],
    observe: ({ operation }) => {
      const { organization } = world;
      if (operation !== "CreatePolicy" || organization === null) return;
      const content = JSON.stringify(scp("sqs:*").content);
      (organization.policies ??= {})["p-00000001"] ??= {
        id: "p-00000001",
        name: "guard",
        type: SCP,
        description: "",
        content,
      };
    },
  });
  const { events } = await there.apply(await configOf(textOf(only({ guard: scp("s3:*") }))));
  expect(events).toContainEqual(
    expect.objectContaining({ type: "failed", failure: expect.objectContaining({ code: "ORG0602" }) }),
  );
});

test("a type whose service is not trusted: the failure says what to do, and what needs it is not made", async () => {
  const file = only({ hub: { type: "SECURITYHUB_POLICY", content: { securityhub: {} }, targets: ["root"] } });
  const { events, outcome } = await bench(worldOf(TREE)).apply(await configOf(textOf(file)));
  expect(outcome.failed).toEqual(["policyType:SECURITYHUB_POLICY"]);
  expect(outcome.skipped).toHaveLength(2);
  expect(events).toContainEqual(
    expect.objectContaining({
      type: "failed",
      failure: expect.objectContaining({ hint: expect.stringMatching(/trustedServices/) }),
    }),
  );
});

test("a type that AWS does not know: the plan fails with advice", async () => {
  const file = only({ new: { type: "NO_SUCH_POLICY", content: { a: "b" } } });
  await expect(bench(worldOf(TREE)).plan(await configOf(textOf(file)))).rejects.toThrow(/INVALID_ENUM_POLICY_TYPE/);
  await expect(bench(worldOf(TREE)).plan(await configOf(textOf(file)))).rejects.toMatchObject({
    hint: expect.stringMatching(/correct type/),
  });
});

test("ten policies give way to ten others, and the target always has at least nine", async () => {
  const names = (word: string) => Array.from({ length: 9 }, (_, index) => `${word}${index}`);
  const before = withPolicies(Object.fromEntries(names("old").map((name) => [name, scp("s3:*", ["Work"])])));
  const wanted = only(Object.fromEntries(names("new").map((name) => [name, scp("s3:*", ["Work"])])));
  const world = worldOf(before);
  const unit = Object.keys(world.organization?.units ?? {})[0] ?? "";
  let fewest = 10;
  const there = bench(world, {
    observe: () => {
      fewest = Math.min(fewest, world.organization?.attachments[unit]?.length ?? 0);
      expect(brokenInvariants(world)).toEqual([]);
    },
  });
  const config = await configOf(textOf(wanted));
  const { outcome } = await there.apply(config);
  expect(outcome.failed).toEqual([]);
  expect(fewest).toBe(9);
  expect((await there.plan(config)).plan.changes).toEqual([]);
});

test("AWS's full access is a slot of its own: ten policies beside it are too many", async () => {
  const some = (count: number) =>
    only(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, scp("s3:*", ["Work"])])));
  await expect(configOf(textOf(some(10)))).rejects.toMatchObject({
    problems: [{ code: "ORG0308", message: expect.stringMatching(/`Work` would have more than 10 policies/) }],
  });
  // Only the plan knows what others have attached.
  const world = worldOf(withPolicies({ finops: scp("s3:*", ["Work"]) }));
  const config = await configOf(textOf(some(9)).replace("{", '{ "ignore": { "policies": ["finops"] },'));
  await expect(bench(world).plan(config)).rejects.toMatchObject({
    problems: [{ code: "ORG0308", message: expect.stringMatching(/Work would have 11 policies/) }],
  });
});

test("a policy that moves up is attached above before it is detached below, also when that fails", async () => {
  const world = worldOf(withPolicies({ guard: scp("s3:*", ["Work"]) }));
  const there = bench(world, { faults: [{ operation: "organizations:AttachPolicy", kind: "access-denied" }] });
  const { outcome } = await there.apply(await configOf(textOf(only({ guard: scp("s3:*", ["root"]) }))));
  expect(outcome).toMatchObject({
    failed: ["policyAttachment:guard:root"],
    skipped: ["policyAttachment:guard:Work"],
  });
  expect(writesOf(there.calls)).not.toContain("DetachPolicy");
});

test("an account does not move to where its guard could not be attached", async () => {
  const file: OrgFile = {
    accounts: { ...TREE.accounts, dev: { email: "aws+dev@acme.com", ou: "Work/Inner" } },
    organizationalUnits: { Work: {}, "Work/Inner": {} },
    policies: { guard: scp("s3:*", ["Work"]) },
  };
  const there = bench(worldOf(TREE), { faults: [{ operation: "organizations:AttachPolicy", kind: "access-denied" }] });
  const { outcome } = await there.apply(await configOf(textOf(file)));
  expect(outcome.failed).toEqual(["policyAttachment:guard:Work"]);
  expect(outcome.skipped).toContain("account:dev");
});

test("an allow list that takes AWS's full access away never leaves a target without a policy", async () => {
  const there = watched(worldOf(TREE));
  const config = await configOf(
    textOf(
      only({
        FullAWSAccess: { targets: ["account:acme"] },
        allow: scp("s3:*", ["root", "Work", "account:dev"], "Allow"),
      }),
    ),
  );
  const { outcome, plan } = await there.apply(config);
  expect(outcome.done).toHaveLength(plan.changes.length);
  expect((await there.plan(config)).plan.changes).toEqual([]);
});

test("where somebody took AWS's full access away, the last policy is not taken", async () => {
  const world = worldOf(
    withPolicies({
      FullAWSAccess: { targets: ["root", "account:acme", "account:dev"] },
      allow: scp("s3:*", ["Work"], "Allow"),
    }),
  );
  await expect(bench(world).plan(await configOf(textOf(only({}))))).rejects.toMatchObject({
    problems: [{ code: "ORG0308", message: expect.stringMatching(/Work would be left without/) }],
  });
});

test("from a delegated administrator's account AWS decides what may be changed", async () => {
  const world = worldOf(TREE);
  const caller = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === "dev")?.id ?? "";
  if (world.organization !== null)
    world.organization.delegatedAdministrators = { [caller]: { "sso.amazonaws.com": { enabledAt: world.now } } };
  const file = only({ backups: { type: "BACKUP_POLICY", content: { plans: {} }, targets: ["root"] } });
  const { plan } = await bench(world, { caller }).plan(await configOf(textOf(file)));
  expect(plan.changes.map(({ waits }) => waits)).toEqual([undefined, undefined, undefined]);
});

test("import: guardrails are left out once, and AWS's own only where a target lacks it", async () => {
  const draftOf = async (policies: Record<string, FilePolicy>): Promise<string> => {
    const there = bench(worldOf(withPolicies(policies)));
    const { "org.yaml": text = "", ...others } = filesFrom((await there.draft()).draft);
    expect((await there.plan(await configOf(text, others))).plan.changes).toEqual([]);
    return text;
  };
  const guarded = await draftOf({ "aws-guardrails-x": scp("s3:*", ["Work"]), mine: scp("s3:*", ["root"]) });
  expect(guarded).toMatch(
    /mine:\n {4}type: SERVICE_CONTROL_POLICY\n {4}file: policies\/mine.json\n {4}targets: \[root\]/,
  );
  expect(guarded).not.toMatch(/FullAWSAccess/);
  const allowed = await draftOf({
    FullAWSAccess: { targets: ["root", "account:acme", "account:dev"] },
    allow: scp("s3:*", ["Work"], "Allow"),
  });
  expect(allowed).toMatch(/FullAWSAccess:/);
});

test("import: what is attached to an account that is not active is left out, and left alone", async () => {
  const world = worldOf(withPolicies({ mine: scp("s3:*", ["root", "account:dev"]) }));
  for (const account of Object.values(world.organization?.accounts ?? {}))
    if (account.name === "dev") account.state = "SUSPENDED";
  const there = bench(world);
  const { "org.yaml": text = "", ...others } = filesFrom((await there.draft()).draft);
  expect(text).toMatch(/targets: \[root\]/);
  expect((await there.plan(await configOf(text, others))).plan.changes).toEqual([]);
});
