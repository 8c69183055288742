import type { Group, PermissionSet, Policy, Unit, User, World } from "../../src/sandbox/index.ts";
import type { OrgFile } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";

/*
 * Somebody else at work in AWS while orgsync applies: three pairs of files, whose plans update, delete and create a
 * thing of every kind that has values, and for each value of each of them what somebody may do to it meanwhile.
 */

const document = (action: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: action, Resource: "*" }],
});
const delegation = (action: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: action, Resource: "*" }],
});
const contact = (name: string) => ({ name, title: "Security", email: "security@acme.com", phone: "+1 555 0100" });

const MANAGEMENT = { email: "aws@acme.com", management: true };
const DAX = { givenName: "Dax", familyName: "Raad" };
const KIM = { "kim@acme.com": { givenName: "Kim", familyName: "Park" } };
const JAY = { givenName: "Jay", familyName: "Lee" };
const ADMIN = { managedPolicies: ["AdministratorAccess"] };
const ACCESS = [{ groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme"] }];
const DENY = { type: "SERVICE_CONTROL_POLICY", content: document("s3:*") };
const DEPARTMENT = { department: "${path:enterprise.department}" };
const NAMES = { department: "${path:userName}" };
const OTHERS = { team: "${path:enterprise.organization}" };

interface Stage {
  readonly before: OrgFile;
  readonly after: OrgFile;
  /** What no file can say of the world before. */
  readonly prepare?: (world: World) => void;
}

export const STAGES = {
  updates: {
    before: {
      accounts: {
        acme: MANAGEMENT,
        "acme-dev": {
          email: "aws+dev@acme.com",
          ou: "Here",
          tags: { stage: "dev", old: "yes" },
          contacts: { security: contact("Old team") },
        },
        "acme-ops": { email: "aws+ops@acme.com" },
      },
      organizationalUnits: { Here: {}, There: {}, Elsewhere: {}, Staying: { tags: { team: "a" } }, Former: {} },
      policies: {
        "deny-leave": {
          ...DENY,
          description: "Old words",
          content: document("organizations:LeaveOrganization"),
          targets: ["Staying"],
          tags: { owner: "a" },
        },
        "old-name": DENY,
      },
      users: {
        "dax@acme.com": {
          ...DAX,
          title: "Engineer",
          nickName: "dax",
          phone: "+1 555 0100",
          locale: "en-US",
          timezone: "UTC",
          preferredLanguage: "en",
          userType: "employee",
          profileUrl: "https://acme.com/dax",
          address: { locality: "Oslo" },
        },
        ...KIM,
      },
      groups: { admins: { members: ["dax@acme.com"], description: "Old words" }, makers: {} },
      permissionSets: {
        Admin: {
          ...ADMIN,
          description: "Old words",
          relayState: "https://console.aws.amazon.com/s3/home",
          customerManagedPolicies: [{ name: "Old" }],
          inlinePolicy: { content: document("s3:*") },
          permissionsBoundary: { managedPolicy: "PowerUserAccess" },
          tags: { level: "high" },
        },
        Short: { description: "Kept", managedPolicies: ["ReadOnlyAccess"] },
      },
      assignments: ACCESS,
      resourcePolicy: { content: delegation("organizations:List*"), tags: { owner: "a" } },
      accessControlAttributes: DEPARTMENT,
    },
    after: {
      accounts: {
        acme: MANAGEMENT,
        "acme-dev": {
          email: "aws+dev@acme.com",
          ou: "There",
          tags: { stage: "test" },
          contacts: {
            security: { ...contact("New team"), title: "On call", email: "new@acme.com", phone: "+1 555 0101" },
          },
        },
        "acme-ops": { email: "aws+ops@acme.com" },
      },
      organizationalUnits: {
        Here: {},
        There: {},
        Elsewhere: {},
        Staying: { tags: { team: "b" } },
        Later: { previously: "Former" },
      },
      policies: {
        "deny-leave": {
          ...DENY,
          description: "New words",
          content: document("account:CloseAccount"),
          targets: ["Staying"],
          tags: { owner: "b" },
        },
        "new-name": { ...DENY, previously: "old-name" },
      },
      users: {
        "dax@acme.com": {
          givenName: "Daxter",
          familyName: "Raadson",
          title: "Director",
          nickName: "dx",
          phone: "+1 555 0101",
          locale: "nb-NO",
          timezone: "Europe/Oslo",
          preferredLanguage: "nb",
          userType: "contractor",
          profileUrl: "https://acme.com/daxter",
          address: { locality: "Berlin" },
        },
        ...KIM,
      },
      groups: { admins: { members: ["dax@acme.com"], description: "New words" }, builders: { previously: "makers" } },
      permissionSets: {
        Admin: {
          managedPolicies: ["AdministratorAccess", "PowerUserAccess"],
          description: "New words",
          relayState: "https://console.aws.amazon.com/ec2/home",
          sessionDuration: "12h",
          customerManagedPolicies: [{ name: "New" }],
          inlinePolicy: { content: document("ec2:*") },
          permissionsBoundary: { managedPolicy: "AdministratorAccess" },
          tags: { level: "higher" },
        },
        Short: { description: "Kept", managedPolicies: ["ReadOnlyAccess"], sessionDuration: "4h" },
      },
      assignments: ACCESS,
      resourcePolicy: { content: delegation("organizations:Describe*"), tags: { owner: "b" } },
      accessControlAttributes: NAMES,
    },
    prepare: (world) => {
      accountOf(world, "acme-ops").name = "operations";
      userOf(world, "dax@acme.com").attributes["Emails"] = emails("old@acme.com");
    },
  },
  deletes: {
    before: {
      accounts: {
        acme: MANAGEMENT,
        "acme-dev": {
          email: "aws+dev@acme.com",
          contacts: { billing: contact("Old team"), security: contact("Staying team") },
        },
      },
      organizationalUnits: { Staying: {}, Empty: {} },
      policies: { staying: DENY, unused: { ...DENY, description: "Old words" } },
      users: { "dax@acme.com": DAX, ...KIM, "eve@acme.com": { givenName: "Eve", familyName: "Gone", title: "Guest" } },
      groups: { admins: { members: ["dax@acme.com"] }, leavers: { description: "Old words" } },
      permissionSets: {
        Admin: ADMIN,
        Former: { description: "Old words", relayState: "https://console.aws.amazon.com/s3/home" },
      },
      assignments: ACCESS,
      resourcePolicy: { content: delegation("organizations:List*") },
      accessControlAttributes: DEPARTMENT,
    },
    after: {
      accounts: {
        acme: MANAGEMENT,
        "acme-dev": { email: "aws+dev@acme.com", contacts: { security: contact("Staying team") } },
      },
      organizationalUnits: { Staying: {} },
      policies: { staying: DENY },
      users: { "dax@acme.com": DAX, ...KIM },
      groups: { admins: { members: ["dax@acme.com"] } },
      permissionSets: { Admin: ADMIN },
      assignments: ACCESS,
      resourcePolicy: {},
      accessControlAttributes: {},
    },
  },
  creates: {
    before: {
      accounts: { acme: MANAGEMENT, "acme-dev": { email: "aws+dev@acme.com", contacts: {} } },
      organizationalUnits: { Staying: {} },
      policies: { staying: DENY },
      users: { "dax@acme.com": DAX },
      groups: { admins: { members: ["dax@acme.com"] } },
      permissionSets: { Admin: ADMIN },
      assignments: ACCESS,
      resourcePolicy: {},
      accessControlAttributes: {},
    },
    after: {
      accounts: {
        acme: MANAGEMENT,
        "acme-dev": { email: "aws+dev@acme.com", contacts: { operations: contact("New team") } },
        "acme-new": { email: "aws+new@acme.com", ou: "Staying", tags: { stage: "new" } },
      },
      organizationalUnits: { Staying: {}, Fresh: { tags: { team: "a" } } },
      policies: { staying: DENY, fresh: { ...DENY, description: "New words", tags: { owner: "a" } } },
      users: { "dax@acme.com": DAX, "jay@acme.com": JAY },
      groups: { admins: { members: ["dax@acme.com"] }, builders: { description: "New words" } },
      permissionSets: { Admin: ADMIN, Build: { description: "New words", tags: { level: "low" } } },
      assignments: ACCESS,
      resourcePolicy: { content: delegation("organizations:List*"), tags: { owner: "a" } },
      accessControlAttributes: DEPARTMENT,
    },
  },
} satisfies Record<string, Stage>;

export function stageWorld(name: keyof typeof STAGES): World {
  const stage: Stage = STAGES[name];
  const world = worldOf(stage.before, { accountQuota: 20 });
  stage.prepare?.(world);
  return world;
}

/** What somebody else does to one value of a change, and what must come of it. */
export interface Rival {
  readonly stage: keyof typeof STAGES;
  /** Of the change that meets it. */
  readonly address: string;
  readonly field: string;
  readonly does: string;
  /** The call by which the change sees it; until then there is time to do it. */
  readonly seenBy: { readonly operation: string; readonly mentions: (world: World) => string };
  readonly act: (world: World) => void;
  /** What must be the same after the apply as after the act. */
  readonly value: (world: World) => unknown;
  /** The error's code; undefined when the change may be made all the same. */
  readonly refused?: "ORG0602" | "ORG0604";
  /** The value as a plan shows it; undefined when there is nothing left to see. */
  readonly shown?: unknown;
}

const center = (world: World) => {
  if (world.identityCenter === null) throw new Error("there is Identity Center");
  return world.identityCenter;
};
const organizationIn = (world: World) => {
  if (world.organization === null) throw new Error("there is an organization");
  return world.organization;
};
const found = <T>(list: Readonly<Record<string, T>>, is: (one: T) => boolean, what: string): T => {
  const one = Object.values(list).find(is);
  if (one === undefined) throw new Error(`the world has no ${what}`);
  return one;
};
const accountOf = (world: World, name: string) =>
  found(organizationIn(world).accounts, (one) => one.email === `aws+${name.slice(5)}@acme.com`, name);
const unitOf = (world: World, name: string): Unit =>
  found(organizationIn(world).units, (one) => one.name === name, name);
const policyOf = (world: World, name: string): Policy =>
  found(organizationIn(world).policies ?? {}, (one) => one.name === name, name);
const userOf = (world: World, name: string): User => found(center(world).users, (one) => one.userName === name, name);
const groupOf = (world: World, name: string): Group =>
  found(center(world).groups, (one) => one.displayName === name, name);
const setOf = (world: World, name: string): PermissionSet =>
  found(center(world).permissionSets, (one) => one.name === name, name);
const emails = (Value: string) => [{ Value, Type: "work", Primary: true }];
const tagsAt = (world: World, id: string) => organizationIn(world).tags[id];
const contactsIn = (world: World, name: string) => {
  const all = (world.alternateContacts ??= {});
  return (all[accountOf(world, name).id] ??= {});
};
const wireContact = ({ name, title, email, phone }: ReturnType<typeof contact>) => ({
  Name: name,
  Title: title,
  EmailAddress: email,
  PhoneNumber: phone,
});
const wireAttributes = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([Key, source]) => ({ Key, Value: { Source: [source] } }));

/** One thing of a stage, found by an id that none of the acts changes. */
interface Thing {
  readonly stage: keyof typeof STAGES;
  readonly address: string;
  readonly id: (world: World) => string;
}

/** An act that changes a value of a thing that is there. */
function changing(
  thing: Thing,
  operation: string,
  acts: Readonly<
    Record<
      string,
      { set: (world: World, id: string) => void; value: (world: World, id: string) => unknown; shown: unknown }
    >
  >,
): Rival[] {
  const original = thing.id(stageWorld(thing.stage));
  return Object.entries(acts).map(([field, { set, value, shown }]) => ({
    stage: thing.stage,
    address: thing.address,
    field,
    does: "writes another value",
    seenBy: { operation, mentions: () => original },
    act: (world) => set(world, original),
    value: (world) => value(world, original),
    refused: "ORG0604" as const,
    shown,
  }));
}

const own = <T>(list: Readonly<Record<string, T>> | undefined, id: string): T => {
  const one = list?.[id];
  if (one === undefined) throw new Error(`the world has no ${id}`);
  return one;
};
const accountAt = (world: World, id: string) => own(organizationIn(world).accounts, id);
const unitAt = (world: World, id: string) => own(organizationIn(world).units, id);
const policyAt = (world: World, id: string) => own(organizationIn(world).policies, id);
const userAt = (world: World, id: string) => own(center(world).users, id);
const groupAt = (world: World, id: string) => own(center(world).groups, id);
const setAt = (world: World, id: string) => own(center(world).permissionSets, id);

const TAGS = { theirs: "yes" };
const tagged = {
  tags: {
    set: (world: World, id: string) => void (organizationIn(world).tags[id] = { ...TAGS }),
    value: tagsAt,
    shown: TAGS,
  },
};

const text = (member: string, value = "theirs") => ({
  set: (world: World, id: string) => void (userAt(world, id).attributes[member] = value),
  value: (world: World, id: string) => userAt(world, id).attributes[member],
  shown: value,
});
const nameOf = (member: "GivenName" | "FamilyName") => ({
  set(world: World, id: string) {
    const { attributes } = userAt(world, id);
    attributes["Name"] = { ...(attributes["Name"] as object), [member]: "Theirs" };
  },
  value: (world: World, id: string) => (userAt(world, id).attributes["Name"] as Record<string, string>)[member],
  shown: "Theirs",
});
const listed = (member: string, list: readonly object[], shown: unknown) => ({
  set: (world: World, id: string) => void (userAt(world, id).attributes[member] = list),
  value: (world: World, id: string) => userAt(world, id).attributes[member],
  shown,
});
const taken = (member: string) => ({
  set: (world: World, id: string) => void delete userAt(world, id).attributes[member],
  value: (world: World, id: string) => userAt(world, id).attributes[member],
  shown: null,
});

/** Every edit of a permission set leaves the accounts that have it behind. */
const setField = <Field extends keyof PermissionSet>(field: Field, value: PermissionSet[Field], shown: unknown) => ({
  set(world: World, id: string) {
    const set = setAt(world, id);
    set[field] = structuredClone(value);
    if (field !== "description" && field !== "tags") set.revision += 1;
  },
  value: (world: World, id: string) => setAt(world, id)[field],
  shown,
});
const aws = (name: string) => ({ arn: `arn:aws:iam::aws:policy/${name}`, name });

const contactField = (
  stage: keyof typeof STAGES,
  type: "security" | "billing",
  field: "name" | "title" | "email" | "phone",
  shown: string,
): Rival => ({
  stage,
  address: `alternateContact:acme-dev:${type}`,
  field,
  does: "writes another value",
  seenBy: {
    operation: "account:GetAlternateContact",
    mentions: (world) => `"${type.toUpperCase()}","AccountId":"${accountOf(world, "acme-dev").id}"`,
  },
  act(world) {
    const there = own(contactsIn(world, "acme-dev"), type.toUpperCase());
    contactsIn(world, "acme-dev")[type.toUpperCase() as "SECURITY"] = {
      ...there,
      [{ name: "Name", title: "Title", email: "EmailAddress", phone: "PhoneNumber" }[field]]: shown,
    };
  },
  value: (world) => contactsIn(world, "acme-dev")[type.toUpperCase() as "SECURITY"],
  refused: "ORG0604",
  shown,
});

const thing = (stage: Thing["stage"], address: string, id: Thing["id"]): Thing => ({ stage, address, id });
const accountThing = (name: string) => thing("updates", `account:${name}`, (world) => accountOf(world, name).id);
const unitThing = (stage: Thing["stage"], key: string, name = key) =>
  thing(stage, `organizationalUnit:${key}`, (world) => unitOf(world, name).id);
const policyThing = (stage: Thing["stage"], key: string, name = key) =>
  thing(stage, `policy:${key}`, (world) => policyOf(world, name).id);
const userThing = (stage: Thing["stage"], name: string) =>
  thing(stage, `user:${name}`, (world) => userOf(world, name).id);
const groupThing = (stage: Thing["stage"], key: string, name = key) =>
  thing(stage, `group:${key}`, (world) => groupOf(world, name).id);
const setThing = (stage: Thing["stage"], name: string) =>
  thing(stage, `permissionSet:${name}`, (world) => setOf(world, name).arn);

const unitName = {
  name: {
    set: (world: World, id: string) => void (unitAt(world, id).name = "Theirs"),
    value: (world: World, id: string) => unitAt(world, id).name,
    shown: "Theirs",
  },
};
const policyField = (field: "name" | "description") => ({
  [field]: {
    set: (world: World, id: string) => void (policyAt(world, id)[field] = "theirs"),
    value: (world: World, id: string) => policyAt(world, id)[field],
    shown: "theirs",
  },
});
const groupField = (field: "displayName" | "description", shownAs = field === "displayName" ? "name" : field) => ({
  [shownAs]: {
    set: (world: World, id: string) => void (groupAt(world, id)[field] = "theirs"),
    value: (world: World, id: string) => groupAt(world, id)[field],
    shown: "theirs",
  },
});
const ofUser = (member: string, stage: Thing["stage"], acts: Parameters<typeof changing>[2]) =>
  changing(userThing(stage, member), "identityStore:DescribeUser", acts);

const anything = () => "";
const resourcePolicyRival = (
  stage: keyof typeof STAGES,
  rest: Pick<Rival, "field" | "act" | "shown"> & Partial<Rival>,
): Rival => ({
  stage,
  address: "resourcePolicy",
  does: "writes another value",
  seenBy: { operation: "organizations:DescribeResourcePolicy", mentions: anything },
  value: ({ organization }) => [organization?.resourcePolicy?.content, organization?.tags["rp-theirs0000"]],
  refused: "ORG0604",
  ...rest,
});
const theirPolicy = (world: World, content: object, tags: Record<string, string> = {}) => {
  const organization = organizationIn(world);
  const id = organization.resourcePolicy?.id ?? "rp-theirs0000";
  organization.resourcePolicy = { id, content: JSON.stringify(content) };
  organization.tags[id] = { ...organization.tags[id], ...tags };
};
const attributesRival = (stage: keyof typeof STAGES, rest: Partial<Rival> = {}): Rival => ({
  stage,
  address: "accessControlAttributes",
  field: "attributes",
  does: "writes another value",
  seenBy: { operation: "ssoAdmin:DescribeInstanceAccessControlAttributeConfiguration", mentions: anything },
  act: (world) => void (center(world).accessControlAttributes = wireAttributes(OTHERS)),
  value: (world) => center(world).accessControlAttributes,
  refused: "ORG0604",
  shown: OTHERS,
  ...rest,
});

/** Somebody deletes what is to be updated or deleted. */
const removing = (
  { stage, address, id }: Thing,
  operation: string,
  list: (world: World) => Record<string, unknown>,
): Rival => {
  const original = id(stageWorld(stage));
  return {
    stage,
    address,
    field: "",
    does: "deletes it",
    seenBy: { operation, mentions: () => original },
    act: (world) => void delete list(world)[original],
    value: (world) => list(world)[original],
    ...(stage === "updates" ? { refused: "ORG0604" as const } : {}),
  };
};

/** Somebody makes what is to be created: the same, or something else of that name. */
const making = (
  address: string,
  operation: string,
  mentions: string,
  field: string,
  make: (world: World, id: string) => void,
  value: (world: World) => unknown,
  shown?: unknown,
): Rival => ({
  stage: "creates",
  address,
  field,
  does: shown === undefined ? "makes the same" : "makes another one",
  seenBy: { operation, mentions: () => mentions },
  act: (world) => make(world, "0000eeee-0000-4000-8000-000000000001"),
  value,
  ...(shown === undefined ? {} : { refused: "ORG0602" as const, shown }),
});
const makesUser = (attributes: object, shown?: unknown) =>
  making(
    "user:jay@acme.com",
    "identityStore:CreateUser",
    "jay@acme.com",
    "title",
    (world, id) =>
      void (center(world).users[id] = {
        id,
        userName: "jay@acme.com",
        attributes: {
          Name: { GivenName: "Jay", FamilyName: "Lee" },
          DisplayName: "Jay Lee",
          Emails: emails("jay@acme.com"),
          ...attributes,
        },
        externalIds: [],
        createdAt: world.now,
        updatedAt: world.now,
      }),
    (world) => userOf(world, "jay@acme.com"),
    shown,
  );
const makesGroup = (description: string, shown?: unknown) =>
  making(
    "group:builders",
    "identityStore:CreateGroup",
    "builders",
    "description",
    (world, id) =>
      void (center(world).groups[id] = {
        id,
        displayName: "builders",
        description,
        externalIds: [],
        createdAt: world.now,
        updatedAt: world.now,
      }),
    (world) => groupOf(world, "builders"),
    shown,
  );
const makesSet = (field: string, some: Partial<PermissionSet>, shown?: unknown) =>
  making(
    "permissionSet:Build",
    "ssoAdmin:CreatePermissionSet",
    "Build",
    field,
    (world) => {
      const arn = `arn:aws:sso:::permissionSet/${center(world).instanceArn.split("/")[1]}/ps-eeeeeeeeeeeeeeee`;
      center(world).permissionSets[arn] = {
        arn,
        name: "Build",
        description: "New words",
        sessionDuration: "PT1H",
        createdAt: world.now,
        revision: 1,
        managedPolicies: [],
        customerManagedPolicies: [],
        inlinePolicy: "",
        permissionsBoundary: null,
        tags: { level: "low" },
        ...some,
      };
    },
    (world) => setOf(world, "Build"),
    shown,
  );
const makesPolicy = (field: string, content: object, tags: Record<string, string>, shown?: unknown) =>
  making(
    "policy:fresh",
    "organizations:CreatePolicy",
    "fresh",
    field,
    (world) => {
      const organization = organizationIn(world);
      const id = "p-eeeeeeee";
      (organization.policies ??= {})[id] = {
        id,
        name: "fresh",
        type: "SERVICE_CONTROL_POLICY",
        description: "New words",
        content: JSON.stringify(content),
      };
      organization.tags[id] = tags;
    },
    (world) => [policyOf(world, "fresh"), tagsAt(world, "p-eeeeeeee")],
    shown,
  );
const makesUnit = (tags: Record<string, string>, shown?: unknown) =>
  making(
    "organizationalUnit:Fresh",
    "organizations:CreateOrganizationalUnit",
    "Fresh",
    "tags",
    (world) => {
      const { root, units, attachments, tags: all } = organizationIn(world);
      const id = `ou-${root.id.slice(2)}-eeeeeeee`;
      units[id] = { id, name: "Fresh", parentId: root.id };
      attachments[id] = ["p-FullAWSAccess"];
      all[id] = tags;
    },
    (world) => [unitOf(world, "Fresh"), tagsAt(world, unitOf(world, "Fresh").id)],
    shown,
  );
const makesAccount = (tags: Record<string, string>, shown?: unknown) =>
  making(
    "account:acme-new",
    "organizations:CreateAccount",
    "aws+new@acme.com",
    "tags",
    (world) => {
      const { root, accounts, attachments, tags: all } = organizationIn(world);
      const id = "299999999999";
      accounts[id] = {
        id,
        name: "acme-new",
        email: "aws+new@acme.com",
        parentId: root.id,
        state: "ACTIVE",
        joinedMethod: "CREATED",
        joinedAt: world.now,
      };
      attachments[id] = ["p-FullAWSAccess"];
      all[id] = tags;
    },
    (world) => tagsAt(world, "299999999999"),
    shown,
  );
const makesContact = (name: string, shown?: unknown): Rival => ({
  stage: "creates",
  address: "alternateContact:acme-dev:operations",
  field: "name",
  does: shown === undefined ? "makes the same" : "makes another one",
  seenBy: {
    operation: "account:GetAlternateContact",
    mentions: (world) => `"OPERATIONS","AccountId":"${accountOf(world, "acme-dev").id}"`,
  },
  act: (world) => void (contactsIn(world, "acme-dev").OPERATIONS = wireContact(contact(name))),
  value: (world) => contactsIn(world, "acme-dev").OPERATIONS,
  ...(shown === undefined ? {} : { refused: "ORG0602" as const, shown }),
});

export const RIVALS: readonly Rival[] = [
  ...changing(accountThing("acme-ops"), "account:GetAccountInformation", {
    name: {
      set: (world, id) => void (accountAt(world, id).name = "theirs"),
      value: (world, id) => accountAt(world, id).name,
      shown: "theirs",
    },
  }),
  ...changing(accountThing("acme-dev"), "organizations:ListParents", {
    ou: {
      set: (world, id) => void (accountAt(world, id).parentId = unitOf(world, "Elsewhere").id),
      value: (world, id) => accountAt(world, id).parentId,
      shown: "Elsewhere",
    },
  }),
  ...changing(accountThing("acme-dev"), "organizations:ListTagsForResource", tagged),
  ...changing(unitThing("updates", "Staying"), "organizations:ListTagsForResource", tagged),
  ...changing(unitThing("updates", "Later", "Former"), "organizations:DescribeOrganizationalUnit", unitName),
  removing(
    unitThing("updates", "Later", "Former"),
    "organizations:DescribeOrganizationalUnit",
    (world) => organizationIn(world).units,
  ),
  ...changing(policyThing("updates", "deny-leave"), "organizations:DescribePolicy", {
    ...policyField("description"),
    content: {
      set: (world, id) => void (policyAt(world, id).content = JSON.stringify(document("theirs:*"))),
      value: (world, id) => policyAt(world, id).content,
      shown: document("theirs:*"),
    },
  }),
  ...changing(policyThing("updates", "deny-leave"), "organizations:ListTagsForResource", tagged),
  ...changing(policyThing("updates", "new-name", "old-name"), "organizations:DescribePolicy", policyField("name")),
  removing(
    policyThing("updates", "new-name", "old-name"),
    "organizations:DescribePolicy",
    (world) => organizationIn(world).policies ?? {},
  ),
  ...ofUser("dax@acme.com", "updates", {
    title: text("Title"),
    displayName: text("DisplayName"),
    givenName: nameOf("GivenName"),
    familyName: nameOf("FamilyName"),
    nickName: text("NickName"),
    locale: text("Locale"),
    timezone: text("Timezone"),
    preferredLanguage: text("PreferredLanguage"),
    userType: text("UserType"),
    profileUrl: text("ProfileUrl", "https://acme.com/theirs"),
    email: listed("Emails", emails("theirs@acme.com"), "theirs@acme.com"),
    phone: listed("PhoneNumbers", emails("+1 555 0199"), "+1 555 0199"),
    address: listed("Addresses", [{ Locality: "Theirs", Type: "work", Primary: true }], { locality: "Theirs" }),
  }),
  ...ofUser("dax@acme.com", "updates", { title: taken("Title"), phone: taken("PhoneNumbers") }),
  ...changing(groupThing("updates", "admins"), "identityStore:DescribeGroup", groupField("description")),
  ...changing(groupThing("updates", "builders", "makers"), "identityStore:DescribeGroup", groupField("displayName")),
  removing(groupThing("updates", "builders", "makers"), "identityStore:DescribeGroup", (world) => center(world).groups),
  ...changing(setThing("updates", "Admin"), "ssoAdmin:DescribePermissionSet", {
    description: setField("description", "theirs", "theirs"),
    sessionDuration: setField("sessionDuration", "PT2H", "2h"),
    relayState: setField("relayState", "https://acme.com/theirs", "https://acme.com/theirs"),
  }),
  ...changing(setThing("updates", "Admin"), "ssoAdmin:ListManagedPoliciesInPermissionSet", {
    managedPolicies: setField("managedPolicies", [aws("ViewOnlyAccess")], ["ViewOnlyAccess"]),
  }),
  ...changing(setThing("updates", "Admin"), "ssoAdmin:ListCustomerManagedPolicyReferencesInPermissionSet", {
    customerManagedPolicies: setField(
      "customerManagedPolicies",
      [{ name: "Theirs", path: "/" }],
      [{ name: "Theirs", path: "/" }],
    ),
  }),
  ...changing(setThing("updates", "Admin"), "ssoAdmin:GetInlinePolicyForPermissionSet", {
    inlinePolicy: setField("inlinePolicy", JSON.stringify(document("theirs:*")), document("theirs:*")),
  }),
  ...changing(setThing("updates", "Admin"), "ssoAdmin:GetPermissionsBoundaryForPermissionSet", {
    permissionsBoundary: setField(
      "permissionsBoundary",
      { managedPolicyArn: "arn:aws:iam::aws:policy/Theirs" },
      { managedPolicy: "Theirs" },
    ),
  }),
  ...changing(setThing("updates", "Admin"), "ssoAdmin:ListTagsForResource", { tags: setField("tags", TAGS, TAGS) }),
  // UpdatePermissionSet writes the description along with the duration; accounts get the set as a whole.
  ...changing(setThing("updates", "Short"), "ssoAdmin:DescribePermissionSet", {
    description: setField("description", "theirs", "theirs"),
  }),
  ...changing(setThing("updates", "Short"), "ssoAdmin:GetInlinePolicyForPermissionSet", {
    inlinePolicy: setField("inlinePolicy", JSON.stringify(document("theirs:*")), document("theirs:*")),
  }),
  removing(setThing("updates", "Short"), "ssoAdmin:DescribePermissionSet", (world) => center(world).permissionSets),
  contactField("updates", "security", "name", "Their team"),
  contactField("updates", "security", "title", "Theirs"),
  contactField("updates", "security", "email", "theirs@acme.com"),
  contactField("updates", "security", "phone", "+1 555 0199"),
  resourcePolicyRival("updates", {
    field: "content",
    act: (world) => theirPolicy(world, delegation("organizations:DescribePolicy")),
    shown: delegation("organizations:DescribePolicy"),
  }),
  resourcePolicyRival("updates", {
    field: "tags",
    seenBy: {
      operation: "organizations:ListTagsForResource",
      mentions: (world) => organizationIn(world).resourcePolicy?.id ?? "none",
    },
    act: (world) => theirPolicy(world, delegation("organizations:List*"), TAGS),
    value: ({ organization }) => organization?.tags[organization.resourcePolicy?.id ?? ""],
    shown: { owner: "a", ...TAGS },
  }),
  resourcePolicyRival("updates", {
    field: "",
    does: "deletes it",
    act: (world) => void delete organizationIn(world).resourcePolicy,
    shown: undefined,
  }),
  attributesRival("updates"),
  attributesRival("updates", {
    field: "",
    does: "deletes it",
    act: (world) => void delete center(world).accessControlAttributes,
    shown: undefined,
  }),
  // Whoever writes what is wanted has only been faster.
  ...changing(groupThing("updates", "admins"), "identityStore:DescribeGroup", {
    description: {
      set: (world, id) => void (groupAt(world, id).description = "New words"),
      value: (world, id) => groupAt(world, id).description,
      shown: undefined,
    },
  }).map(sameAsWanted),
  ...changing(unitThing("updates", "Staying"), "organizations:ListTagsForResource", {
    tags: {
      set: (world, id) => void (organizationIn(world).tags[id] = { team: "b" }),
      value: tagsAt,
      shown: undefined,
    },
  }).map(sameAsWanted),
  ...changing(accountThing("acme-dev"), "organizations:ListParents", {
    ou: {
      set: (world, id) => void (accountAt(world, id).parentId = unitOf(world, "There").id),
      value: (world, id) => accountAt(world, id).parentId,
      shown: undefined,
    },
  }).map(sameAsWanted),
  sameAsWanted(
    attributesRival("updates", {
      act: (world) => void (center(world).accessControlAttributes = wireAttributes(NAMES)),
    }),
  ),

  ...changing(unitThing("deletes", "Empty"), "organizations:DescribeOrganizationalUnit", unitName),
  removing(
    unitThing("deletes", "Empty"),
    "organizations:DescribeOrganizationalUnit",
    (world) => organizationIn(world).units,
  ),
  ...changing(policyThing("deletes", "unused"), "organizations:DescribePolicy", {
    ...policyField("description"),
    ...policyField("name"),
  }),
  removing(
    policyThing("deletes", "unused"),
    "organizations:DescribePolicy",
    (world) => organizationIn(world).policies ?? {},
  ),
  ...ofUser("eve@acme.com", "deletes", {
    title: text("Title"),
    userType: text("UserType"),
    email: listed("Emails", emails("theirs@acme.com"), "theirs@acme.com"),
  }),
  removing(userThing("deletes", "eve@acme.com"), "identityStore:DescribeUser", (world) => center(world).users),
  ...changing(groupThing("deletes", "leavers"), "identityStore:DescribeGroup", {
    ...groupField("description"),
    ...groupField("displayName"),
  }),
  removing(groupThing("deletes", "leavers"), "identityStore:DescribeGroup", (world) => center(world).groups),
  ...changing(setThing("deletes", "Former"), "ssoAdmin:DescribePermissionSet", {
    description: setField("description", "theirs", "theirs"),
    sessionDuration: setField("sessionDuration", "PT2H", "2h"),
    relayState: setField("relayState", "https://acme.com/theirs", "https://acme.com/theirs"),
  }),
  removing(setThing("deletes", "Former"), "ssoAdmin:DescribePermissionSet", (world) => center(world).permissionSets),
  contactField("deletes", "billing", "name", "Their team"),
  contactField("deletes", "billing", "phone", "+1 555 0199"),
  resourcePolicyRival("deletes", {
    field: "content",
    act: (world) => theirPolicy(world, delegation("organizations:DescribePolicy")),
    shown: delegation("organizations:DescribePolicy"),
  }),
  attributesRival("deletes"),

  makesAccount({ stage: "theirs" }, { stage: "theirs" }),
  makesAccount({ stage: "new" }),
  makesUnit(TAGS, TAGS),
  makesUnit({ team: "a" }),
  makesPolicy("content", document("theirs:*"), { owner: "a" }, document("theirs:*")),
  makesPolicy("tags", document("s3:*"), TAGS, TAGS),
  makesPolicy("", document("s3:*"), { owner: "a" }),
  makesUser({ Title: "theirs" }, "theirs"),
  makesUser({}),
  makesGroup("theirs", "theirs"),
  makesGroup("New words"),
  makesSet("description", { description: "theirs" }, "theirs"),
  makesSet("tags", { tags: TAGS }, TAGS),
  makesSet("managedPolicies", { managedPolicies: [aws("ViewOnlyAccess")] }, ["ViewOnlyAccess"]),
  makesSet("", {}),
  makesContact("Their team", "Their team"),
  makesContact("New team"),
  resourcePolicyRival("creates", {
    field: "content",
    does: "makes another one",
    act: (world) => theirPolicy(world, delegation("organizations:DescribePolicy")),
    refused: "ORG0602",
    shown: delegation("organizations:DescribePolicy"),
  }),
  resourcePolicyRival("creates", {
    field: "tags",
    does: "makes another one",
    act: (world) => theirPolicy(world, delegation("organizations:List*"), TAGS),
    refused: "ORG0602",
    shown: TAGS,
  }),
  attributesRival("creates", {
    does: "makes another one",
    seenBy: { operation: "ssoAdmin:CreateInstanceAccessControlAttributeConfiguration", mentions: anything },
    refused: "ORG0602",
  }),
];

function sameAsWanted({ refused: _refused, shown: _shown, ...rival }: Rival): Rival {
  return { ...rival, does: "writes what is wanted" };
}
