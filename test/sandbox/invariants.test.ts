import { expect, test } from "vitest";
import { newWorld } from "../../src/sandbox/index.ts";
import type { IdentityCenter, Organization } from "../../src/sandbox/index.ts";
import { brokenInvariants } from "./invariants.ts";
import { addAccounts } from "./organizations/harness.ts";

test.each(["empty", "guide"] as const)("nothing is broken in the %s world", (from) => {
  expect(brokenInvariants(newWorld(from))).toEqual([]);
});

const policy = (id: string, change: object = {}) => ({
  [id]: { id, name: id, description: "", type: "SERVICE_CONTROL_POLICY", content: "{}", ...change },
});
const unit = (id: string, parentId: string, name = id) => ({ id, parentId, name });
const user = (id: string, userName: string) => {
  return { id, userName, attributes: {}, externalIds: [], createdAt: 0, updatedAt: 0 };
};

type Break = (organization: Organization, center: IdentityCenter) => unknown;

test.each<[string, Break]>([
  ["u is in nowhere, which is not there", (o) => (o.units["u"] = unit("u", "nowhere"))],
  ["acme is in nowhere, which is not there", (o) => (o.accounts[o.managementAccountId]!.parentId = "nowhere")],
  [
    "the unit 5 lies deeper than five units",
    (o) => [0, 1, 2, 3, 4, 5].map((n) => (o.units[`${n}`] = unit(`${n}`, n === 0 ? o.root.id : `${n - 1}`))),
  ],
  [
    "the unit one lies deeper than five units",
    (o) => (o.units = { one: unit("one", "other"), other: unit("other", "one") }),
  ],
  [
    "two units are called u in",
    (o) => (o.units = { one: unit("one", o.root.id, "u"), other: unit("other", o.root.id, "u") }),
  ],
  ["the management account is not in its organization", (o) => delete o.accounts[o.managementAccountId]],
  ["the management account is CLOSED", (o) => (o.accounts[o.managementAccountId]!.state = "CLOSED")],
  ["two accounts have the address aws@acme.com", (o) => (Object.values(o.accounts)[1]!.email = "AWS@acme.com")],
  ["the organization has a policy with the id of AWS's", (o) => (o.policies = policy("p-FullAWSAccess"))],
  ["two policies are called RCPFullAWSAccess", (o) => (o.policies = policy("p-1", { name: "RCPFullAWSAccess" }))],
  [
    "the policy p-1 is longer than its type allows",
    (o) => (o.policies = policy("p-1", { content: "x".repeat(10241) })),
  ],
  ["the type SERVICE_CONTROL_POLICY is in the root twice", (o) => o.root.policyTypes.push(o.root.policyTypes[0]!)],
  ["gone has policies attached, and is not there", (o) => (o.attachments["gone"] = ["p-FullAWSAccess"])],
  ["has the policy p-1 attached, which is not there", (o) => o.attachments[o.root.id]!.push("p-1")],
  ["has the policy p-FullAWSAccess attached twice", (o) => o.attachments[o.root.id]!.push("p-FullAWSAccess")],
  [
    "has the policy p-1 attached, whose type is not enabled",
    (o) => {
      o.policies = policy("p-1", { type: "TAG_POLICY" });
      o.attachments[o.root.id]!.push("p-1");
    },
  ],
  [
    "has more policies of type SERVICE_CONTROL_POLICY than it has room for",
    (o) => {
      const ids = Array.from({ length: 10 }, (_, n) => `p-${n}`);
      o.policies = Object.assign({}, ...ids.map((id) => policy(id)));
      o.attachments[o.root.id]!.push(...ids);
    },
  ],
  ["has no service control policy", (o) => (o.attachments[o.managementAccountId] = [])],
  ["has no service control policy", (o) => delete o.attachments[o.root.id]],
  [
    "has lost RCPFullAWSAccess",
    (o) => o.root.policyTypes.push({ Type: "RESOURCE_CONTROL_POLICY", Status: "PENDING_DISABLE", endsAt: 1 }),
  ],
  ["gone has tags, and is not there", (o) => (o.tags["gone"] = {})],
  [
    "has more than 50 tags",
    (o) => (o.tags[o.root.id] = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, ""]))),
  ],
  ["has the tag AWS:a, which is AWS's to give", (o) => (o.tags[o.root.id] = { "AWS:a": "" })],
  ["gone is a delegated administrator, and is not there", (o) => (o.delegatedAdministrators = { gone: {} })],
  [
    "the management account is a delegated administrator",
    (o) => (o.delegatedAdministrators = { [o.managementAccountId]: {} }),
  ],
  ["two users are called dax", (_, center) => (center.users = { 1: user("1", "dax"), 2: user("2", "Dax") })],
  [
    "the membership m is of a user or group that is not there",
    (_, center) => (center.memberships["m"] = { id: "m", groupId: "g", userId: "u", createdAt: 0, updatedAt: 0 }),
  ],
  [
    "a permission set that is not there is assigned in 1",
    (_, center) =>
      (center.assignments["a"] = { accountId: "1", permissionSetArn: "p", principalType: "USER", principalId: "u" }),
  ],
])("%s", (sentence, breakIt) => {
  const world = newWorld("guide");
  addAccounts(world, 1);
  expect(brokenInvariants(world)).toEqual([]);
  breakIt(world.organization!, world.identityCenter!);
  expect(brokenInvariants(world)).toContainEqual(expect.stringContaining(sentence));
});
