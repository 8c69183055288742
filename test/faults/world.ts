import type { World } from "../../src/sandbox/index.ts";
import type { OrgFile } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

const count = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

/** A bit of everything, with more accounts than AWS lists on a page, in the units' tree. */
export const MIDDLING: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true, tags: { owner: "board" } },
    ...Object.fromEntries(
      count(24).map((number) => [
        `acme-${number}`,
        { email: `aws+${number}@acme.com`, ou: ["root", "Workloads", "Workloads/Dev"][number % 3] as string },
      ]),
    ),
  },
  organizationalUnits: { Workloads: { tags: { team: "a" } }, "Workloads/Dev": {} },
  users: {
    "dax@acme.com": { givenName: "Dax", familyName: "Raad", title: "Engineer" },
    "jay@acme.com": { givenName: "Jay", familyName: "Lee" },
    "kim@acme.com": { givenName: "Kim", familyName: "Park" },
  },
  groups: {
    admins: { members: ["dax@acme.com"], description: "They look after AWS" },
    builders: { members: ["jay@acme.com", "kim@acme.com"] },
  },
  permissionSets: {
    Admin: { managedPolicies: ["AdministratorAccess"], sessionDuration: "12h", tags: { level: "high" } },
    Build: {
      description: "Builds",
      relayState: "https://console.aws.amazon.com/s3/home",
      managedPolicies: ["PowerUserAccess", "ReadOnlyAccess"],
      customerManagedPolicies: [{ name: "Own" }],
      inlinePolicy: {
        content: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] },
      },
      permissionsBoundary: { managedPolicy: "PowerUserAccess" },
    },
  },
  assignments: [
    { groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme"], ous: ["Workloads"] },
    { groups: ["builders"], permissionSets: ["Build"], ous: ["Workloads/Dev"] },
    { users: ["dax@acme.com"], permissionSets: ["Build"], accounts: ["acme"] },
  ],
};

/** What there is, and what is wanted: together they create, update and delete something of every kind that can. */
export const BEFORE: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    "acme-dev": { email: "aws+dev@acme.com", tags: { stage: "dev", old: "yes" } },
    "acme-ops": { email: "aws+ops@acme.com", ou: "Leaving" },
    "acme-old": { email: "aws+old@acme.com" },
  },
  organizationalUnits: { Staying: { tags: { team: "a", old: "yes" } }, Former: {}, Leaving: {} },
  users: {
    "dax@acme.com": { givenName: "Dax", familyName: "Raad" },
    "eve@acme.com": { givenName: "Eve", familyName: "Gone" },
  },
  groups: { admins: { members: ["dax@acme.com", "eve@acme.com"], description: "Old words" }, leavers: {} },
  permissionSets: {
    Admin: {
      managedPolicies: ["AdministratorAccess", "ReadOnlyAccess"],
      customerManagedPolicies: [{ name: "Old" }],
      tags: { level: "high", old: "yes" },
    },
    Bare: {
      inlinePolicy: {
        content: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] },
      },
      permissionsBoundary: { managedPolicy: "PowerUserAccess" },
    },
    Former: {},
  },
  assignments: [
    { groups: ["admins"], permissionSets: ["Admin", "Bare"], accounts: ["acme", "acme-dev"] },
    { users: ["eve@acme.com"], permissionSets: ["Former"], accounts: ["acme-dev", "acme-old"] },
  ],
};

export const AFTER: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    "acme-dev": { email: "aws+dev@acme.com", ou: "Arriving/Deep", tags: { stage: "test" } },
    "acme-ops": { email: "aws+ops@acme.com", ou: "root" },
    "acme-new": { email: "aws+new@acme.com", ou: "Staying", tags: { stage: "new" } },
    "acme-old": { email: "aws+old@acme.com", closed: true },
  },
  organizationalUnits: {
    Staying: { tags: { team: "b" } },
    Later: { previously: "Former" },
    Arriving: {},
    "Arriving/Deep": {},
  },
  users: {
    "dax@acme.com": { givenName: "Dax", familyName: "Raad", title: "Engineer" },
    "jay@acme.com": { givenName: "Jay", familyName: "Lee" },
  },
  groups: { admins: { members: ["dax@acme.com"], description: "New words" }, builders: { members: ["jay@acme.com"] } },
  permissionSets: {
    Admin: {
      managedPolicies: ["AdministratorAccess", "PowerUserAccess"],
      customerManagedPolicies: [{ name: "Own" }],
      inlinePolicy: {
        content: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] },
      },
      permissionsBoundary: { managedPolicy: "AdministratorAccess" },
      tags: { level: "higher", team: "a" },
    },
    Bare: { sessionDuration: "4h" },
    Build: { managedPolicies: ["PowerUserAccess"], description: "Builds" },
  },
  assignments: [
    { groups: ["admins"], permissionSets: ["Admin", "Bare"], accounts: ["acme", "acme-dev"] },
    { groups: ["builders"], permissionSets: ["Build"], accounts: ["acme-dev", "acme-new"] },
  ],
};

/** The world of `BEFORE`, with an account that has another name than the file, and room for new accounts. */
export function beforeWorld(): World {
  const world = worldOf(BEFORE, { accountQuota: 20 });
  const { organization } = world;
  const ops = Object.values(organization?.accounts ?? {}).find(({ name }) => name === "acme-ops");
  if (organization === null || ops === undefined) throw new Error("the world has both");
  ops.name = "operations";
  // So that Account Management answers for members.
  organization.serviceAccess["account.amazonaws.com"] = { enabledAt: world.now };
  return world;
}
