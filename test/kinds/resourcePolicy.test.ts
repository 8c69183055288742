import { describe, expect, test } from "vitest";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { describeFaults } from "./faults.ts";

const policy = (action: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: action, Resource: "*" }],
});
const NONE: OrgFile = { resourcePolicy: {} };
const LISTS: OrgFile = { resourcePolicy: { content: policy("organizations:List*"), tags: { owner: "a", old: "yes" } } };
const READS: OrgFile = { resourcePolicy: { content: policy("organizations:Describe*"), tags: { owner: "b" } } };

const PUT = "organizations:PutResourcePolicy";

describe("creating", () => {
  describeFaults({ before: NONE, after: LISTS, reads: {}, writes: { [PUT]: ["resourcePolicy"] } });
});

describe("changing", () => {
  describeFaults({
    before: LISTS,
    after: READS,
    reads: {
      "organizations:DescribeResourcePolicy": ["ResourcePolicy", "ResourcePolicySummary", "Content"],
      "organizations:ListTagsForResource": ["Tags", "Key", "Value"],
    },
    writes: {
      [PUT]: ["resourcePolicy"],
      "organizations:TagResource": ["resourcePolicy"],
      "organizations:UntagResource": ["resourcePolicy"],
    },
  });
});

describe("deleting", () => {
  describeFaults({
    before: LISTS,
    after: NONE,
    reads: {},
    writes: { "organizations:DeleteResourcePolicy": ["resourcePolicy"] },
  });
});

test("an answer that was lost: the tags are those of the file, whatever AWS has by then", async () => {
  const there = bench(worldOf(NONE), { faults: [{ operation: PUT, kind: "timeout-after", nth: 1 }] });
  await there.apply(await configOf(textOf(LISTS)));
  const { organization } = there.world;
  expect(organization?.tags[organization.resourcePolicy?.id ?? ""]).toEqual({ owner: "a", old: "yes" });
});

test("an action that cannot be delegated: the advice says what can", async () => {
  const wanted: OrgFile = { resourcePolicy: { content: policy("organizations:CloseAccount") } };
  const { events } = await bench(worldOf(NONE)).apply(await configOf(textOf(wanted)));
  expect(events).toContainEqual(
    expect.objectContaining({
      type: "failed",
      failure: expect.objectContaining({ hint: expect.stringMatching(/can allow reading, and work on policies/) }),
    }),
  );
});

test("tags that the file does not speak of are not read, and stay", async () => {
  const { tags: _, ...wanted } = LISTS.resourcePolicy ?? {};
  const there = bench(worldOf(LISTS));
  const { plan } = await there.plan(await configOf(textOf({ resourcePolicy: wanted })));
  expect(plan.changes).toEqual([]);
  expect(there.calls.map(({ operation }) => operation)).not.toContain("ListTagsForResource");
});

test("from another account, it waits for the management account", async () => {
  const world = worldOf({ accounts: { dev: { email: "aws+dev@acme.com" } }, ...NONE });
  const caller = Object.values(world.organization?.accounts ?? {}).find(({ name }) => name === "dev")?.id ?? "";
  if (world.organization !== null)
    world.organization.delegatedAdministrators = { [caller]: { "sso.amazonaws.com": { enabledAt: world.now } } };
  const { plan } = await bench(world, { caller }).plan(await configOf(textOf(LISTS)));
  expect(plan.changes).toMatchObject([
    { waits: expect.stringMatching(/only the management account changes the resource policy/) },
  ]);
});
