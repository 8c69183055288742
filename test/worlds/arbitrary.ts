import fc from "fast-check";
import { type FileAssignment, type FilePermissionSet, type FileUser, MANAGEMENT, type OrgFile } from "./file.ts";

/*
 * Random files over small pools of names, so that two of them overlap and every kind is created, updated, deleted and
 * left alone. One generator for each kind; the registry test wants one for every kind that there is.
 */

const UNITS = ["North", "South", "North/East", "North/West", "North/East/Deep", "South/East"];
const ACCOUNTS = ["alpha", "beta", "gamma", "delta"];
const USERS = ["ann@acme.com", "bob@acme.com", "cy@acme.com", "dee@acme.com"];
const GROUPS = ["admins", "builders", "readers"];
const SETS = ["Admin", "Build", "Read"];

const some = <T>(pool: readonly T[], minLength = 0) => fc.subarray([...pool], { minLength });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const text = fc.constantFrom("one", "two words", "d\u00e9j\u00e0 vu", "a:b", "#hash", "x'y\"z");
const tags = fc.dictionary(fc.constantFrom("stage", "team", "cost:center"), fc.constantFrom("", "a", "b c"), {
  maxKeys: 2,
});

const document = fc.record({
  Version: fc.constant("2012-10-17"),
  Statement: fc.array(
    fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.constantFrom("s3:*", ["s3:GetObject"], ["ec2:*", "s3:GetObject"]),
      Resource: fc.constantFrom("*", ["*"]),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const customerManaged = fc.record({ name: fc.constantFrom("Own", "Mine"), path: fc.constantFrom("/", "/team/") });

const userFields: fc.Arbitrary<FileUser> = fc.record(
  {
    givenName: fc.constantFrom("Ann", "Bo"),
    familyName: fc.constantFrom("Li", "O'Hara"),
    displayName: text,
    title: text,
    nickName: text,
    phone: fc.constantFrom("+1 555 0100", "+49 30 1234"),
    locale: fc.constantFrom("en-US", "de-DE"),
    timezone: fc.constantFrom("Europe/Berlin", "UTC"),
    preferredLanguage: fc.constantFrom("en", "de"),
    userType: text,
    profileUrl: fc.constant("https://acme.com/people"),
    address: fc.record(
      { locality: fc.constantFrom("Berlin", "Oslo"), country: fc.constant("DE") },
      { requiredKeys: ["locality"] },
    ),
  },
  { requiredKeys: ["givenName", "familyName"] },
);

const setFields: fc.Arbitrary<FilePermissionSet> = fc.record(
  {
    description: fc.constantFrom("Everything", "R\u00e9sum\u00e9"),
    sessionDuration: fc.constantFrom("1h", "12h", "90m"),
    relayState: fc.constantFrom("https://console.aws.amazon.com/s3/home"),
    managedPolicies: some(["AdministratorAccess", "ReadOnlyAccess", "job-function/ViewOnlyAccess"]),
    customerManagedPolicies: fc.uniqueArray(customerManaged, {
      maxLength: 2,
      selector: ({ name, path }) => path + name,
    }),
    inlinePolicy: fc.record({ content: document }),
    permissionsBoundary: fc.oneof(
      fc.record({ managedPolicy: fc.constantFrom("PowerUserAccess", "ReadOnlyAccess") }),
      fc.record({ customerManagedPolicy: customerManaged }),
    ),
    tags,
  },
  { requiredKeys: [] },
);

/** What the file says of each kind, by the kind's name. */
export const GENERATORS = {
  organization: fc.constant(undefined),
  organizationalUnit: fc
    .tuple(some(UNITS), fc.array(maybe(tags), { minLength: UNITS.length, maxLength: UNITS.length }))
    .map(([chosen, unitTags]) => {
      const paths = UNITS.filter((path) => chosen.some((one) => one === path || one.startsWith(`${path}/`)));
      return Object.fromEntries(paths.map((path, index) => [path, defined({ tags: unitTags[index] })]));
    }),
  account: fc.tuple(
    some(ACCOUNTS),
    fc.array(fc.record({ place: maybe(fc.nat(10)), tags: maybe(tags) }), { minLength: 5, maxLength: 5 }),
  ),
  identityCenter: fc.constant(undefined),
  user: fc.tuple(some(USERS), fc.array(userFields, { minLength: USERS.length, maxLength: USERS.length })),
  group: fc.tuple(some(GROUPS), fc.array(maybe(text), { minLength: GROUPS.length, maxLength: GROUPS.length })),
  membership: fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 8 }),
  permissionSet: fc.tuple(some(SETS, 1), fc.array(setFields, { minLength: SETS.length, maxLength: SETS.length })),
  assignment: fc.array(
    fc.record({
      principal: fc.nat(6),
      set: fc.nat(2),
      accounts: fc.array(fc.nat(4), { maxLength: 3 }),
      unit: maybe(fc.nat(6)),
    }),
    { maxLength: 6 },
  ),
};

/** A whole file that is valid: everything it names is in it. */
export const orgFile: fc.Arbitrary<OrgFile> = fc.record(GENERATORS).map((parts) => {
  const organizationalUnits = parts.organizationalUnit;
  const units = ["root", ...Object.keys(organizationalUnits)];
  const [accountNames, accountFields] = parts.account;
  const accounts = Object.fromEntries(
    [MANAGEMENT, ...accountNames].map((name, index) => {
      const { place, tags: accountTags } = accountFields[index] ?? { place: undefined, tags: undefined };
      const ou = place === undefined ? undefined : pick(units, place);
      const base =
        name === MANAGEMENT ? { email: "aws@acme.com", management: true } : { email: `aws+${name}@acme.com` };
      return [name, { ...base, ...defined({ ou, tags: accountTags }) }];
    }),
  );
  const [userNames, fields] = parts.user;
  const users = Object.fromEntries(userNames.map((name, index) => [name, fields[index] as FileUser]));
  const [groupNames, descriptions] = parts.group;
  const groups = Object.fromEntries(
    groupNames.map((name, index) => {
      const members = parts.membership.flatMap(([group, user]) =>
        group === index && userNames.length > 0 ? [pick(userNames, user)] : [],
      );
      return [name, { ...defined({ description: descriptions[index] }), members: [...new Set(members)] }];
    }),
  );
  const [setNames, sets] = parts.permissionSet;
  const permissionSets = Object.fromEntries(setNames.map((name, index) => [name, sets[index] as FilePermissionSet]));
  const principals = [
    ...userNames.map((name) => ({ users: [name] })),
    ...groupNames.map((name) => ({ groups: [name] })),
  ];
  const seen = new Set<string>();
  const assignments = parts.assignment.flatMap(({ principal, set, accounts: places, unit }): FileAssignment[] => {
    if (principals.length === 0) return [];
    const who = pick(principals, principal);
    const permissionSet = pick(setNames, set);
    const direct = [...new Set(places.map((place) => pick(Object.keys(accounts), place)))].filter((account) => {
      const key = JSON.stringify([who, permissionSet, account]);
      return !seen.has(key) && seen.add(key);
    });
    const ous = unit === undefined ? [] : [pick(units, unit)];
    if (direct.length + ous.length === 0) return [];
    return [
      {
        ...who,
        permissionSets: [permissionSet],
        ...(direct.length > 0 ? { accounts: direct } : {}),
        ...(ous.length > 0 ? { ous } : {}),
      },
    ];
  });
  return { organizationalUnits, accounts, users, groups, permissionSets, assignments };
});

const pick = <T>(pool: readonly T[], index: number): T => pool[index % pool.length] as T;

/** exactOptionalPropertyTypes: an absent key, not an undefined one. */
function defined<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}
