import { MANAGEMENT, type FileAssignment, type OrgFile } from "./file.ts";

/** How much there is of everything. */
export interface Size {
  readonly accounts: number;
  readonly units: number;
  readonly users: number;
  readonly groups: number;
  readonly memberships: number;
  readonly permissionSets: number;
  readonly assignments: number;
  /** Pairs of account and permission set that have an assignment. */
  readonly pairs: number;
}

/** The three organizations that the benchmark measures. */
export const SIZES = {
  small: {
    accounts: 20,
    units: 6,
    users: 50,
    groups: 10,
    memberships: 120,
    permissionSets: 8,
    assignments: 80,
    pairs: 60,
  },
  medium: {
    accounts: 150,
    units: 20,
    users: 600,
    groups: 80,
    memberships: 2_000,
    permissionSets: 25,
    assignments: 1_200,
    pairs: 900,
  },
  large: {
    accounts: 1_000,
    units: 60,
    users: 5_000,
    groups: 500,
    memberships: 15_000,
    permissionSets: 80,
    assignments: 16_000,
    pairs: 12_000,
  },
} as const satisfies Record<string, Size>;

/** A file of a size, always the same one: nine of ten assignments go to groups. */
export function fileOfSize(size: Size): OrgFile {
  const users = names("user", size.users).map((name) => `${name}@acme.com`);
  const groups = names("group", size.groups);
  const sets = names("Set", size.permissionSets);
  const accounts = [MANAGEMENT, ...names("account", size.accounts - 1)];
  const units = unitPaths(size.units);
  return {
    accounts: Object.fromEntries(
      accounts.map((name, index) =>
        index === 0
          ? [name, { email: "aws@acme.com", management: true }]
          : [name, { email: `aws+${name}@acme.com`, ou: units[index % units.length] ?? "root" }],
      ),
    ),
    organizationalUnits: Object.fromEntries(units.map((path) => [path, {}])),
    users: Object.fromEntries(
      users.map((name, index) => [name, { givenName: `Given${index}`, familyName: `Family${index}` }]),
    ),
    groups: Object.fromEntries(
      groups.map((name, index) => [name, { members: share(users, index, size.memberships, groups.length) }]),
    ),
    permissionSets: Object.fromEntries(
      sets.map((name, index) => [
        name,
        {
          sessionDuration: `${1 + (index % 12)}h`,
          managedPolicies: ["ReadOnlyAccess"],
          inlinePolicy: {
            content: {
              Version: "2012-10-17",
              Statement: [{ Effect: "Allow", Action: [`s3:Get${index}*`], Resource: "*" }],
            },
          },
        },
      ]),
    ),
    assignments: assignments(size, accounts, sets, groups, users),
  };
}

/** Pairs go round all accounts and sets; the assignments beyond one for each pair are second ones of the first pairs. */
function assignments(
  size: Size,
  accounts: readonly string[],
  sets: readonly string[],
  groups: readonly string[],
  users: readonly string[],
): FileAssignment[] {
  const entries = new Map<string, Required<Pick<FileAssignment, "permissionSets" | "accounts">> & FileAssignment>();
  for (let index = 0; index < size.assignments; index++) {
    const pair = index % size.pairs;
    const round = Math.floor(index / size.pairs);
    const account = accounts[pair % accounts.length] ?? MANAGEMENT;
    const set = sets[(Math.floor(pair / accounts.length) + pair) % sets.length] ?? "";
    const principal =
      index % 10 === 9
        ? { users: [users[(index * 7) % users.length] ?? ""] }
        : { groups: [groups[(pair * 13 + round * 17) % groups.length] ?? ""] };
    const key = JSON.stringify([principal, set]);
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, { ...principal, permissionSets: [set], accounts: [account] });
    else if (!entry.accounts.includes(account)) entry.accounts.push(account);
  }
  return [...entries.values()];
}

const names = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${word}-${index + 1}`);

/** Ten at the top, the others below them. */
function unitPaths(count: number): string[] {
  const top = names("Unit", Math.min(10, count));
  return [
    ...top,
    ...Array.from({ length: count - top.length }, (_, index) => `${top[index % top.length]}/Part-${index + 1}`),
  ];
}

function share(users: readonly string[], index: number, memberships: number, groups: number): string[] {
  const count = Math.floor(memberships / groups) + (index < memberships % groups ? 1 : 0);
  return Array.from({ length: count }, (_, member) => users[(index * count + member) % users.length] ?? "");
}
