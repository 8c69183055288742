import fc from "fast-check";
import {
  type FileAssignment,
  type FileContacts,
  type FilePolicy,
  type FilePermissionSet,
  type FileUser,
  MANAGEMENT,
  type OrgFile,
} from "./file.ts";

/*
 * Random files over small pools of names, so that two of them overlap and every kind is created, updated, deleted and
 * left alone. One generator for each kind; the registry test wants one for every kind that there is.
 */

const UNITS = ["North", "South", "North/East", "North/West", "North/East/Deep", "South/East"];
const ACCOUNTS = ["alpha", "beta", "gamma", "delta"];
const USERS = ["ann@acme.com", "bob@acme.com", "cy@acme.com", "dee@acme.com"];
const GROUPS = ["admins", "builders", "readers"];
const SETS = ["Admin", "Build", "Read"];
const POLICIES = {
  "deny-leave": "SERVICE_CONTROL_POLICY",
  "deny-regions": "SERVICE_CONTROL_POLICY",
  "own-data": "RESOURCE_CONTROL_POLICY",
  backups: "BACKUP_POLICY",
};
const SERVICES = ["guardduty.amazonaws.com", "config.amazonaws.com", "sso.amazonaws.com"];

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

const delegation = fc.record({
  Version: fc.constant("2012-10-17"),
  Statement: fc.array(
    fc.record({
      Effect: fc.constant("Allow"),
      Principal: fc.constantFrom("*", { AWS: "arn:aws:iam::222222222222:root" }),
      Action: fc.constantFrom("organizations:List*", ["organizations:DescribePolicy", "organizations:CreatePolicy"]),
      Resource: fc.constant("*"),
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

const contact = fc.record({
  name: text,
  title: text,
  email: fc.constantFrom("security@acme.com", "a.b+c@x.y_z"),
  phone: fc.constantFrom("+1 555 0100", "(030) 12-34"),
});

const contacts: fc.Arbitrary<FileContacts> = fc.record(
  { billing: contact, operations: contact, security: contact },
  { requiredKeys: [] },
);

/** What the file says of each kind, by the kind's name. */
export const GENERATORS = {
  organization: fc.constant(undefined),
  identityCenter: fc.constant(undefined),
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
  // Who accepts one is not in the file: scenarios show what becomes of them.
  invitation: fc.constant(undefined),
  // Comes with the policies of its type.
  policyType: fc.constant(undefined),
  policy: fc.tuple(
    some(Object.keys(POLICIES)),
    fc.array(fc.record({ description: maybe(text), content: document, tags: maybe(tags) }), {
      minLength: Object.keys(POLICIES).length,
      maxLength: Object.keys(POLICIES).length,
    }),
  ),
  policyAttachment: fc.record({
    targets: fc.array(fc.array(fc.nat(10), { maxLength: 4 }), {
      minLength: Object.keys(POLICIES).length,
      maxLength: Object.keys(POLICIES).length,
    }),
    // Whether the file decides about AWS's own, and where it stays beside where it must.
    full: maybe(fc.array(fc.nat(10), { maxLength: 3 })),
  }),
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
  accessControlAttributes: fc.dictionary(
    fc.constantFrom("department", "cost center", "user"),
    fc.constantFrom("${path:enterprise.department}", "${path:userName}"),
    { maxKeys: 2 },
  ),
  trustedService: some(SERVICES),
  delegatedAdministrator: fc.array(fc.tuple(fc.nat(SERVICES.length - 1), fc.nat(ACCOUNTS.length - 1)), {
    maxLength: 4,
  }),
  alternateContact: fc.record({
    shared: maybe(contacts),
    management: contacts,
    members: fc.array(maybe(contacts), { minLength: ACCOUNTS.length, maxLength: ACCOUNTS.length }),
  }),
  resourcePolicy: maybe(fc.tuple(delegation, maybe(tags))),
  rootAccess: fc.record({ credentialsManagement: fc.boolean(), sessions: fc.boolean() }, { requiredKeys: [] }),
};

/** A whole file that is valid: everything it names is in it. */
export const orgFile: fc.Arbitrary<OrgFile> = fc
  .record({
    ...GENERATORS,
    speaksOf: fc.record({ policies: fc.boolean(), contacts: fc.boolean(), services: fc.boolean() }),
  })
  .map(({ speaksOf, ...parts }) => {
    const organizationalUnits = parts.organizationalUnit;
    const units = ["root", ...Object.keys(organizationalUnits)];
    const [accountNames, accountFields] = parts.account;
    const accounts = Object.fromEntries(
      [MANAGEMENT, ...accountNames].map((name, index) => {
        const { place, tags: accountTags } = accountFields[index] ?? { place: undefined, tags: undefined };
        const ou = place === undefined ? undefined : pick(units, place);
        const base =
          name === MANAGEMENT ? { email: "aws@acme.com", management: true } : { email: `aws+${name}@acme.com` };
        const { management, members } = parts.alternateContact;
        const said = !speaksOf.contacts ? undefined : name === MANAGEMENT ? management : members[index - 1];
        return [name, { ...base, ...defined({ ou, tags: accountTags, contacts: said }) }];
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
    const places = [...units, ...Object.keys(accounts).map((name) => `account:${name}`)];
    const policies = policiesOf(parts.policy, parts.policyAttachment, places);
    const delegatedAdministrators: Record<string, string[]> = {};
    for (const [service, account] of accountNames.length === 0 ? [] : parts.delegatedAdministrator) {
      const administrators = (delegatedAdministrators[pick(SERVICES, service)] ??= []);
      const name = pick(accountNames, account);
      // Identity Center has one.
      if (pick(SERVICES, service) === "sso.amazonaws.com" ? administrators.length > 0 : administrators.includes(name))
        continue;
      administrators.push(name);
    }
    const trustedServices = [
      ...new Set([...parts.trustedService, ...Object.keys(delegatedAdministrators), "iam.amazonaws.com"]),
    ];
    const [content, policyTags] = parts.resourcePolicy ?? [];
    const resourcePolicy = content === undefined ? {} : { content, ...defined({ tags: policyTags }) };
    return {
      ...(speaksOf.contacts ? { defaults: defined({ contacts: parts.alternateContact.shared }) } : {}),
      organizationalUnits,
      accounts,
      ...(speaksOf.policies ? { policies } : {}),
      users,
      groups,
      permissionSets,
      assignments,
      ...(speaksOf.services
        ? {
            accessControlAttributes: parts.accessControlAttributes,
            trustedServices,
            delegatedAdministrators,
            resourcePolicy,
            rootAccess: parts.rootAccess,
          }
        : {}),
    };
  });

/** Member accounts that a file has closed: in most files none. */
const closings = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(ACCOUNTS, 1) });

/** What AWS is, and what it is to be, both as files. */
export const twoFiles: fc.Arbitrary<{ readonly before: OrgFile; readonly wanted: OrgFile }> = fc
  .tuple(orgFile, orgFile, closings)
  .map(([before, wanted, closed]) => ({
    before: trusting(before),
    wanted: closing(
      wanted,
      closed.filter((name) => wanted.delegatedAdministrators !== undefined || !isAdministrator(before, name)),
    ),
  }))
  .map(({ before, wanted }) => {
    const said = wanted.policies?.["FullAWSAccess"]?.targets;
    // Where it was taken away, the file has to say where it comes back.
    const everywhere = ["root", ...Object.keys(wanted.organizationalUnits ?? {}), ...accountTargets(wanted)];
    const full = said ?? (before.policies?.["FullAWSAccess"] === undefined ? undefined : everywhere);
    if (full === undefined || wanted.policies === undefined) return { before, wanted };
    // Accounts that the file does not list stay, and must have a service control policy too.
    const listed = Object.keys(wanted.accounts ?? {}).map((name) => `account:${name}`);
    const left = accountTargets(before).filter((target) => !listed.includes(target));
    const targets = [...full, ...left];
    return {
      before,
      wanted: { ...wanted, policies: { ...wanted.policies, FullAWSAccess: { targets: [...new Set(targets)] } } },
    };
  });

/** Whose management account speaks of its contacts, so that those of members can be read. */
function trusting(file: OrgFile): OrgFile {
  const management = file.accounts?.[MANAGEMENT];
  if (management === undefined) return file;
  return { ...file, accounts: { ...file.accounts, [MANAGEMENT]: { contacts: {}, ...management } } };
}

/** AWS closes no account that administers a service: some file has to take that away from it. */
const isAdministrator = ({ delegatedAdministrators = {} }: OrgFile, name: string): boolean =>
  Object.values(delegatedAdministrators).some((accounts) => accounts.includes(name));

/** The same file with some accounts closed, which nothing else in it names then. */
function closing(file: OrgFile, closed: readonly string[]): OrgFile {
  if (closed.length === 0) return file;
  const isOpen = (name: string): boolean => !closed.includes(name.replace(/^account:/, ""));
  return {
    ...file,
    accounts: mapped(file.accounts, (entry, name) => (isOpen(name) ? entry : { ...entry, closed: true })),
    assignments: (file.assignments ?? []).flatMap(({ accounts = [], ...entry }) => {
      const open = accounts.filter(isOpen);
      if (open.length === 0) return entry.ous === undefined ? [] : [entry];
      return [{ ...entry, accounts: open }];
    }),
    ...(file.policies === undefined
      ? {}
      : {
          policies: mapped(file.policies, (policy) => ({
            ...policy,
            ...defined({ targets: policy.targets?.filter(isOpen) }),
          })),
        }),
    ...(file.delegatedAdministrators === undefined
      ? {}
      : { delegatedAdministrators: mapped(file.delegatedAdministrators, (accounts) => accounts.filter(isOpen)) }),
  };
}

const mapped = <T>(entries: Record<string, T> = {}, change: (value: T, key: string) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));

const accountTargets = ({ accounts = {} }: OrgFile): string[] =>
  Object.entries(accounts).flatMap(([name, { closed }]) => (closed === true ? [] : [`account:${name}`]));

function policiesOf(
  [chosen, fields]: [
    string[],
    { description: string | undefined; content: { Statement: object[] }; tags: Record<string, string> | undefined }[],
  ],
  { targets, full }: { targets: number[][]; full: number[] | undefined },
  places: readonly string[],
): Record<string, FilePolicy> {
  const names = Object.keys(POLICIES);
  const policies: Record<string, FilePolicy> = {};
  for (const name of chosen) {
    const index = names.indexOf(name);
    const { content, ...rest } = fields[index] as (typeof fields)[number];
    const type = POLICIES[name as keyof typeof POLICIES];
    policies[name] = {
      type,
      content: type === "RESOURCE_CONTROL_POLICY" ? denying(content) : content,
      ...defined(rest),
      targets: [...new Set((targets[index] ?? []).map((place) => pick(places, place)))],
    };
  }
  if (full === undefined) return policies;
  // Every target has a service control policy at all times.
  const guarded = Object.values(policies).flatMap((policy) =>
    policy.type === "SERVICE_CONTROL_POLICY" ? (policy.targets ?? []) : [],
  );
  const kept = full.map((place) => pick(places, place));
  policies["FullAWSAccess"] = { targets: places.filter((place) => kept.includes(place) || !guarded.includes(place)) };
  return policies;
}

/** Resource control policies only deny, and say to whom. */
function denying(content: { Statement: object[] }): object {
  return { ...content, Statement: content.Statement.map((one) => ({ ...one, Effect: "Deny", Principal: "*" })) };
}

const pick = <T>(pool: readonly T[], index: number): T => pool[index % pool.length] as T;

/** exactOptionalPropertyTypes: an absent key, not an undefined one. */
function defined<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}
