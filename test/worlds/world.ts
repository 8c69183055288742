import { type Account, newWorld, type Organization, type World } from "../../src/sandbox/index.ts";
import {
  type FileContacts,
  MANAGEMENT,
  type FilePolicy,
  type FilePermissionSet,
  type FileUser,
  type OrgFile,
} from "./file.ts";

/**
 * A world that is exactly what a file asks for, made without orgsync: an oracle for plans that must be empty, and the
 * starting point of those that must not.
 */
export function worldOf(
  file: OrgFile,
  options: { readonly seed?: number; readonly accountQuota?: number } = {},
): World {
  // A copy: what the sandbox keeps beside a world belongs to the one that it has seen.
  const world = structuredClone(newWorld("guide", { seed: options.seed ?? 1 }));
  const { organization, identityCenter } = world;
  if (organization === null || identityCenter === null) throw new Error("the guide's world has both");
  organization.quotas.accounts = options.accountQuota ?? 10;
  let next = 0;
  const digits = (length: number): string => String(++next).padStart(length, "0");
  const at = world.now;

  const unitIds = new Map<string, string>([["root", organization.root.id]]);
  for (const path of Object.keys(file.organizationalUnits ?? {}).toSorted(
    (left, right) => left.split("/").length - right.split("/").length,
  )) {
    const id = `ou-${organization.root.id.slice(2)}-${digits(8)}`;
    const slash = path.lastIndexOf("/");
    const parentId = known(unitIds, slash === -1 ? "root" : path.slice(0, slash));
    organization.units[id] = { id, name: path.slice(slash + 1), parentId };
    organization.attachments[id] = ["p-FullAWSAccess"];
    organization.tags[id] = { ...file.organizationalUnits?.[path]?.tags };
    unitIds.set(path, id);
  }

  const accountIds = new Map<string, string>([[MANAGEMENT, organization.managementAccountId]]);
  for (const [name, entry] of Object.entries(file.accounts ?? {})) {
    const parentId = known(unitIds, entry.ou ?? "root");
    if (name === MANAGEMENT) {
      const management = organization.accounts[organization.managementAccountId] as Account;
      Object.assign(management, { parentId });
      organization.tags[management.id] = { ...entry.tags };
      continue;
    }
    const id = `2${digits(11)}`;
    organization.accounts[id] = {
      id,
      name,
      email: entry.email,
      parentId,
      state: entry.closed === true ? "CLOSED" : "ACTIVE",
      joinedMethod: "CREATED",
      joinedAt: at,
    };
    organization.attachments[id] = ["p-FullAWSAccess"];
    organization.tags[id] = { ...entry.tags };
    accountIds.set(name, id);
  }
  const shared = file.defaults?.contacts;
  for (const [name, { contacts }] of Object.entries(file.accounts ?? {})) {
    if ((contacts ?? shared) === undefined) continue;
    // Whoever speaks of contacts has let Account Management speak for members.
    organization.serviceAccess["account.amazonaws.com"] ??= { enabledAt: at };
    (world.alternateContacts ??= {})[known(accountIds, name)] = contactsOf({ ...shared, ...contacts });
  }

  addPolicies(organization, file.policies ?? {}, (target) =>
    target.startsWith("account:") ? known(accountIds, target.slice("account:".length)) : known(unitIds, target),
  );

  for (const service of file.trustedServices ?? []) organization.serviceAccess[service] ??= { enabledAt: at };
  for (const [service, accounts] of Object.entries(file.delegatedAdministrators ?? {})) {
    const all = (organization.delegatedAdministrators ??= {});
    for (const name of accounts) (all[known(accountIds, name)] ??= {})[service] = { enabledAt: at };
  }
  const { content, tags } = file.resourcePolicy ?? {};
  if (content !== undefined) {
    organization.resourcePolicy = { id: `rp-${digits(8)}`, content: JSON.stringify(content) };
    organization.tags[organization.resourcePolicy.id] = { ...tags };
  }
  const { credentialsManagement, sessions } = file.rootAccess ?? {};
  organization.rootAccess = [
    ...(credentialsManagement === true ? (["RootCredentialsManagement"] as const) : []),
    ...(sessions === true ? (["RootSessions"] as const) : []),
  ];
  const attributes = Object.entries(file.accessControlAttributes ?? {});
  if (attributes.length > 0)
    identityCenter.accessControlAttributes = attributes.map(([Key, source]) => ({ Key, Value: { Source: [source] } }));

  const userIds = new Map<string, string>();
  for (const [userName, entry] of Object.entries(file.users ?? {})) {
    const id = `0000aaaa-0000-4000-8000-${digits(12)}`;
    identityCenter.users[id] = {
      id,
      userName,
      attributes: attributesOf(userName, entry),
      externalIds: [],
      createdAt: at,
      updatedAt: at,
    };
    userIds.set(userName, id);
  }
  const groupIds = new Map<string, string>();
  for (const [displayName, entry] of Object.entries(file.groups ?? {})) {
    const id = `0000bbbb-0000-4000-8000-${digits(12)}`;
    const description = entry.description === undefined ? {} : { description: entry.description };
    identityCenter.groups[id] = { id, displayName, ...description, externalIds: [], createdAt: at, updatedAt: at };
    groupIds.set(displayName, id);
    for (const member of entry.members ?? []) {
      const membership = `0000cccc-0000-4000-8000-${digits(12)}`;
      identityCenter.memberships[membership] = {
        id: membership,
        groupId: id,
        userId: known(userIds, member),
        createdAt: at,
        updatedAt: at,
      };
    }
  }

  const arns = new Map<string, string>();
  for (const [name, entry] of Object.entries(file.permissionSets ?? {})) {
    const arn = `arn:aws:sso:::permissionSet/${identityCenter.instanceArn.split("/")[1]}/ps-${digits(16)}`;
    identityCenter.permissionSets[arn] = { arn, name, createdAt: at, revision: 1, ...setOf(entry) };
    arns.set(name, arn);
  }
  for (const entry of file.assignments ?? []) {
    const principals = [
      ...(entry.users ?? []).map((name) => ({ principalType: "USER" as const, principalId: known(userIds, name) })),
      ...(entry.groups ?? []).map((name) => ({ principalType: "GROUP" as const, principalId: known(groupIds, name) })),
    ];
    for (const accountId of targetsOf(file, entry).map((name) => known(accountIds, name))) {
      for (const permissionSetArn of entry.permissionSets.map((name) => known(arns, name))) {
        (identityCenter.provisioned[accountId] ??= {})[permissionSetArn] = { revision: 1 };
        for (const principal of principals) {
          const assignment = { accountId, permissionSetArn, ...principal };
          identityCenter.assignments[
            `${accountId} ${permissionSetArn} ${principal.principalType} ${principal.principalId}`
          ] = assignment;
        }
      }
    }
  }
  return world;
}

/** Policies as AWS keeps them; what AWS attaches by itself goes only where the file says so. */
function addPolicies(
  organization: Organization,
  policies: Record<string, FilePolicy>,
  idOf: (target: string) => string,
) {
  const { attachments, root } = organization;
  const own = (organization.policies ??= {});
  for (const [name, { type, description = "", content, targets = [], tags }] of Object.entries(policies)) {
    if (type === undefined) {
      for (const id of Object.keys(attachments))
        attachments[id] = (attachments[id] ?? []).filter((policy) => policy !== "p-FullAWSAccess");
      for (const target of targets) attachments[idOf(target)]?.unshift("p-FullAWSAccess");
      continue;
    }
    if (!root.policyTypes.some(({ Type }) => Type === type)) {
      root.policyTypes.push({ Type: type, Status: "ENABLED" });
      if (type === "RESOURCE_CONTROL_POLICY")
        for (const all of Object.values(attachments)) all.push("p-RCPFullAWSAccess");
    }
    const id = `p-${name.replaceAll(/[^a-z0-9]/gi, "").padEnd(8, "0")}`;
    own[id] = { id, name, type, description, content: JSON.stringify(content) };
    organization.tags[id] = { ...tags };
    for (const target of targets) attachments[idOf(target)]?.push(id);
  }
}

function contactsOf(contacts: FileContacts) {
  return Object.fromEntries(
    Object.entries(contacts).map(([type, { name, title, email, phone }]) => [
      type.toUpperCase(),
      { Name: name, Title: title, EmailAddress: email, PhoneNumber: phone },
    ]),
  );
}

/** The accounts that an assignment of the file means. */
function targetsOf(file: OrgFile, entry: { accounts?: string[]; ous?: string[] }): string[] {
  const below = Object.entries(file.accounts ?? {}).filter(([name, { ou, closed }]) => {
    const path = `${ou ?? "root"}/`;
    return (
      closed !== true &&
      name !== MANAGEMENT &&
      (entry.ous ?? []).some((unit) => unit === "root" || path.startsWith(`${unit}/`))
    );
  });
  return [...new Set([...(entry.accounts ?? []), ...below.map(([name]) => name)])];
}

function attributesOf(userName: string, entry: FileUser): Record<string, unknown> {
  const { givenName, familyName, displayName, phone, address, ...texts } = entry;
  const members = Object.entries(texts).map(
    ([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value] as const,
  );
  const postal = Object.entries(address ?? {}).map(
    ([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value] as const,
  );
  return {
    Name: { GivenName: givenName, FamilyName: familyName },
    DisplayName: displayName ?? `${givenName} ${familyName}`,
    Emails: [{ Value: userName, Type: "work", Primary: true }],
    ...(phone === undefined ? {} : { PhoneNumbers: [{ Value: phone, Type: "work", Primary: true }] }),
    ...(address === undefined ? {} : { Addresses: [{ ...Object.fromEntries(postal), Type: "work", Primary: true }] }),
    ...Object.fromEntries(members),
  };
}

function setOf(entry: FilePermissionSet) {
  const boundary = entry.permissionsBoundary;
  return {
    ...(entry.description === undefined ? {} : { description: entry.description }),
    ...(entry.relayState === undefined ? {} : { relayState: entry.relayState }),
    sessionDuration: iso(entry.sessionDuration ?? "1h"),
    managedPolicies: (entry.managedPolicies ?? []).map((name) => ({ arn: `arn:aws:iam::aws:policy/${name}`, name })),
    customerManagedPolicies: (entry.customerManagedPolicies ?? []).map(({ name, path }) => ({
      name,
      path: path ?? "/",
    })),
    inlinePolicy: entry.inlinePolicy === undefined ? "" : JSON.stringify(entry.inlinePolicy.content),
    permissionsBoundary:
      boundary === undefined
        ? null
        : "managedPolicy" in boundary
          ? { managedPolicyArn: `arn:aws:iam::aws:policy/${boundary.managedPolicy}` }
          : {
              customerManagedPolicyReference: {
                name: boundary.customerManagedPolicy.name,
                path: boundary.customerManagedPolicy.path ?? "/",
              },
            },
    tags: { ...entry.tags },
  };
}

const iso = (short: string): string => (short.endsWith("h") ? `PT${short.slice(0, -1)}H` : `PT${short.slice(0, -1)}M`);

function known(names: ReadonlyMap<string, string>, name: string): string {
  const found = names.get(name);
  if (found === undefined) throw new Error(`the file names ${name}, which it does not have`);
  return found;
}
