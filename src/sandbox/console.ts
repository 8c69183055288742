import { identifiers } from "./ids.ts";
import { emailOf, groupNamed, putGroup, putUser, userNamed } from "./identitystore/store.ts";
import {
  acceptInvitation,
  declineInvitation,
  expireInvitations,
  openInvitationTo,
} from "./organizations/invitations.ts";
import type { Account, IdentityCenter, Invitation, Organization, User, World } from "./world.ts";

/** A step that AWS has no API for: people do it in the console, on the phone, or in another system. */
export interface ConsoleStep {
  readonly description: string;
  /** Names of the values that it takes; those in square brackets may be left out. */
  readonly parameters: readonly string[];
  /** Does it and says in one line what was done. */
  run(world: World, now: number, values: readonly string[]): string;
}

/** The step cannot be done; the message says what to do instead. */
export class SandboxStepError extends Error {
  override readonly name = "SandboxStepError";
}

type Step = Omit<ConsoleStep, "run"> & { readonly run: (world: World, now: number, values: Values) => string };
type Values = { value(): string; optional(): string | undefined };

const steps: Readonly<Record<string, Step>> = {
  "sign-up": {
    description: "Sign up for the first account, under that name and e-mail address",
    parameters: ["NAME", "EMAIL"],
    run: (world, now, values) => {
      const [name, email] = [nameOf(values.value()), addressOf(values.value())];
      if (world.organization) {
        const how = "orgsync sandbox reset --from empty starts anew";
        throw new SandboxStepError(`The account that was signed up for has an organization by now; ${how}`);
      }
      world.standalone = { ...world.standalone, name, email, createdAt: now };
      return `The account ${name} (${world.standalone.id}) is signed up, with the address ${email}`;
    },
  },
  "enable-identity-center": {
    description: "Enable IAM Identity Center for the organization, in one region (us-east-1 unless said otherwise)",
    parameters: ["[REGION]"],
    run: (world, now, values) => {
      const organization = organizationOf(world);
      const there = world.identityCenter;
      if (there)
        throw new SandboxStepError(`IAM Identity Center is enabled in ${there.region} already; disable it there first`);
      if (organization.featureSet !== "ALL") {
        throw new SandboxStepError("IAM Identity Center needs all features; do enable-all-features first");
      }
      const region = regionOf(values.optional() ?? "us-east-1");
      const { newId } = identifiers(world);
      const hex = "0123456789abcdef";
      world.identityCenter = {
        instanceArn: `arn:aws:sso:::instance/ssoins-${newId(hex, 16)}`,
        identityStoreId: `d-${newId(hex, 10)}`,
        region,
        ownerAccountId: organization.managementAccountId,
        createdAt: now,
        permissionSets: {},
        assignments: {},
        provisioned: {},
        requests: {},
        users: {},
        groups: {},
        memberships: {},
      };
      organization.serviceAccess["sso.amazonaws.com"] ??= { enabledAt: now };
      return `IAM Identity Center is enabled in ${region}`;
    },
  },
  "disable-identity-center": {
    description: "Delete IAM Identity Center with all of its users, groups, permission sets and assignments",
    parameters: [],
    run: (world) => {
      const { region } = identityCenterOf(world);
      world.identityCenter = null;
      return `IAM Identity Center is deleted from ${region}`;
    },
  },
  "enable-access-control-attributes": {
    description: "Switch on attributes for access control",
    parameters: [],
    run: (world) => {
      identityCenterOf(world).accessControlAttributes ??= [];
      return "Attributes for access control are on";
    },
  },
  "suspend-account": accountStep("Have AWS suspend a member account", "SUSPENDED", ["ACTIVE"]),
  "close-account": accountStep("Close a member account as its root user", "CLOSED", [
    "ACTIVE",
    "SUSPENDED",
    "PENDING_CLOSURE",
  ]),
  "activate-account": accountStep("Have AWS Support reopen an account, or end its suspension", "ACTIVE", [
    "SUSPENDED",
    "CLOSED",
    "PENDING_CLOSURE",
    "PENDING_ACTIVATION",
  ]),
  "accept-invitation": {
    description: "Have the account of an invitation join, which has the name and the e-mail address that are given",
    parameters: ["ACCOUNT", "[NAME]", "[EMAIL]"],
    run: (world, now, values) => {
      const organization = organizationOf(world);
      const invitation = invitationTo(organization, values.value(), now);
      const { type, id: invited } = invitation.target;
      const byEmail = type === "EMAIL";
      const name = nameOf(values.optional() ?? (byEmail ? invited.split("@")[0]! : `account-${invited}`));
      const email = values.optional() ?? (byEmail ? invited : `account-${invited}@example.com`);
      requireAddress(organization, email);
      if (byEmail && email.toLowerCase() !== invited.toLowerCase()) {
        throw new SandboxStepError(`The invitation went to ${invited}, so that is the account's address`);
      }
      const id = byEmail ? identifiers(world).newId("0123456789", 12) : invited;
      acceptInvitation(organization, invitation, { id, name, email }, now);
      return `The account ${name} (${id}) joined the organization, in its root`;
    },
  },
  "decline-invitation": {
    description: "Have the account of an invitation decline it",
    parameters: ["ACCOUNT"],
    run: (world, now, values) => {
      const invitation = invitationTo(organizationOf(world), values.value(), now);
      declineInvitation(invitation, now);
      return `The account ${invitation.target.id} declined the invitation`;
    },
  },
  "set-account-quota": {
    description: "Have AWS raise or lower how many accounts the organization may have",
    parameters: ["NUMBER"],
    run: (world, _now, values) => {
      const text = values.value();
      const number = Number(text);
      if (!/^\d+$/.test(text) || number < 1 || number > 50_000) {
        throw new SandboxStepError(`${text} is no quota; give a whole number from 1 to 50000`);
      }
      organizationOf(world).quotas.accounts = number;
      return `The organization may have ${number} accounts`;
    },
  },
  "set-consolidated-billing": {
    description: "Make the organization one with consolidated billing only, as some old ones are",
    parameters: [],
    run: (world) => {
      organizationOf(world).featureSet = "CONSOLIDATED_BILLING";
      return "The organization has consolidated billing only";
    },
  },
  "enable-all-features": {
    description: "Enable all features, with every account's consent",
    parameters: [],
    run: (world) => {
      organizationOf(world).featureSet = "ALL";
      return "The organization has all features";
    },
  },
  "add-external-user": {
    description: "Have an identity provider add a user, by SCIM",
    parameters: ["NAME"],
    run: (world, now, values) => {
      const center = identityCenterOf(world);
      const userName = nameFrom(values);
      if (userNamed(center, userName)) throw new SandboxStepError(`There is a user ${userName} already`);
      const { newUuid } = identifiers(world);
      const [given = userName] = userName.split("@");
      const email = userName.includes("@") ? { Emails: [{ Value: userName, Type: "work", Primary: true }] } : {};
      const attributes = { DisplayName: given, Name: { GivenName: given, FamilyName: given }, ...email };
      putUser(center, { id: newUuid(), userName, attributes, ...provisioned(newUuid(), now) });
      return `The identity provider added the user ${userName}`;
    },
  },
  "add-external-group": {
    description: "Have an identity provider add a group, by SCIM",
    parameters: ["NAME"],
    run: (world, now, values) => {
      const center = identityCenterOf(world);
      const displayName = nameFrom(values);
      if (groupNamed(center, displayName)) throw new SandboxStepError(`There is a group ${displayName} already`);
      const { newUuid } = identifiers(world);
      putGroup(center, { id: newUuid(), displayName, ...provisioned(newUuid(), now) });
      return `The identity provider added the group ${displayName}`;
    },
  },
  "disable-user": userStep("Disable a user, who then cannot sign in", "DISABLED"),
  "enable-user": userStep("Enable a user again", "ENABLED"),
};

/** What only the AWS console or people can do, by the name that `orgsync sandbox do` takes. */
export const CONSOLE_STEPS: Readonly<Record<string, ConsoleStep>> = Object.fromEntries(
  Object.entries(steps).map(([name, step]) => [
    name,
    {
      ...step,
      run: (world: World, now: number, values: readonly string[]) => step.run(world, now, reader(name, step, values)),
    },
  ]),
);

/** Hands the values out in order and refuses those that are missing or too many. */
function reader(name: string, { parameters }: Step, values: readonly string[]): Values {
  const usage = `usage: ${[name, ...parameters].join(" ")}`;
  if (values.length > parameters.length)
    throw new SandboxStepError(`${name} takes no "${values[parameters.length]}"; ${usage}`);
  let at = 0;
  const optional = (): string | undefined => values[at++];
  return {
    optional,
    value: () => {
      const value = optional();
      if (value === undefined || value === "") throw new SandboxStepError(`${name} needs a value; ${usage}`);
      return value;
    },
  };
}

function accountStep(description: string, state: Account["state"], from: readonly Account["state"][]): Step {
  return {
    description,
    parameters: ["NAME"],
    run: (world, _now, values) => {
      const organization = organizationOf(world);
      const account = accountOf(organization, values.value());
      if (account.id === organization.managementAccountId) {
        throw new SandboxStepError(`${account.name} is the management account, which the sandbox leaves as it is`);
      }
      if (!from.includes(account.state)) {
        throw new SandboxStepError(
          `${account.name} is ${account.state}; that can be done to ${from.join(" or ")} accounts only`,
        );
      }
      account.state = state;
      delete account.closesAt;
      return `The account ${account.name} (${account.id}) is ${state}`;
    },
  };
}

function userStep(description: string, status: "ENABLED" | "DISABLED"): Step {
  return {
    description,
    parameters: ["NAME"],
    run: (world, now, values) => {
      const center = identityCenterOf(world);
      const user = userOf(center, values.value());
      putUser(center, { ...user, status, updatedAt: now });
      return `The user ${user.userName} is ${status}`;
    },
  };
}

function organizationOf({ organization }: World): Organization {
  if (!organization) {
    const how = "create it first: orgsync apply, or aws organizations create-organization";
    throw new SandboxStepError(`There is no organization; ${how}`);
  }
  return organization;
}

function identityCenterOf({ identityCenter }: World): IdentityCenter {
  if (!identityCenter)
    throw new SandboxStepError("IAM Identity Center is not enabled; do enable-identity-center first");
  return identityCenter;
}

/** The account that has the text as its name, id or e-mail address. */
function accountOf({ accounts }: Organization, text: string): Account {
  const all = Object.values(accounts);
  const found = all.filter(
    ({ id, name, email }) => id === text || name === text || email.toLowerCase() === text.toLowerCase(),
  );
  const [account] = found;
  if (!account) {
    const some = all.slice(0, 5).map(({ name }) => name);
    throw new SandboxStepError(
      `There is no account ${text}; there are ${some.join(", ")}${all.length > 5 ? ", ..." : ""}`,
    );
  }
  if (found.length > 1) {
    throw new SandboxStepError(
      `${text} is the name of ${found.length} accounts; give an id: ${found.map(({ id }) => id).join(", ")}`,
    );
  }
  return account;
}

/** The invitation to that account id or address, which must wait for an answer still. */
function invitationTo(organization: Organization, text: string, now: number): Invitation {
  expireInvitations(organization, now);
  const invitation = openInvitationTo(organization, text);
  if (!invitation) {
    const how = "send one first: orgsync apply, or aws organizations invite-account-to-organization";
    throw new SandboxStepError(`There is no open invitation to ${text}; ${how}`);
  }
  return invitation;
}

function requireAddress({ accounts }: Organization, email: string): void {
  const wanted = addressOf(email).toLowerCase();
  const other = Object.values(accounts).find((account) => account.email.toLowerCase() === wanted);
  if (other) throw new SandboxStepError(`${email} is the address of the account ${other.name}; give another one`);
}

function addressOf(text: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) throw new SandboxStepError(`${text} is no e-mail address`);
  return text;
}

function userOf(center: IdentityCenter, name: string): User {
  const user = userNamed(center, name) ?? Object.values(center.users).find((one) => emailOf(one) === name);
  if (!user) throw new SandboxStepError(`There is no user ${name}`);
  return user;
}

function regionOf(text: string): string {
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(text))
    throw new SandboxStepError(`${text} is no region; give one like eu-central-1`);
  return text;
}

const nameFrom = (values: Values): string => nameOf(values.value());

function nameOf(name: string): string {
  if (name.length > 128 || name.trim() !== name) {
    throw new SandboxStepError("A name has at most 128 characters and no spaces around it");
  }
  return name;
}

/** What SCIM leaves on a thing. */
function provisioned(externalId: string, now: number) {
  const by = "SCIM";
  const externalIds = [{ Issuer: "https://scim.aws.com/identity-provider", Id: externalId }];
  return { externalIds, createdAt: now, updatedAt: now, createdBy: by, updatedBy: by };
}
