import { AwsError } from "../operation.ts";
import type { Invitation, Organization } from "../world.ts";
import { handshakeViolates, invalid, notFound } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import type { Call } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { arn } from "./show.ts";
import { addAccount, isFull, openInvitations } from "./state.ts";
import { tagsFrom } from "./tags.ts";
import type { Tag } from "./tags.ts";

const day = 24 * 60 * 60 * 1000;
/** How long an invitation waits for an answer. */
const validFor = 15 * day;
/** How long it can be looked at after it has ended. */
const shownFor = 30 * day;
/** How many may be sent in a day, if the organization may not have even more accounts. */
const maxInDay = 20;

interface Invite {
  readonly Target: { readonly Id: string; readonly Type: "ACCOUNT" | "ORGANIZATION" | "EMAIL" };
  readonly Notes?: string;
  readonly Tags?: readonly Tag[];
}

/** Invitations, which are the only handshakes that last here. */
export const invitations = onOrganization({
  InviteAccountToOrganization: {
    access: "write",
    members: { ...shapes.invitation, Tags: shapes.tags },
    required: ["Target"],
    run: ({ Target, Notes: notes, Tags }: Invite, call) => {
      const { organization, now } = call;
      const target = targetFrom(Target);
      const tags = tagsFrom(Tags);
      if (isMember(organization, target)) throw handshakeViolates("ALREADY_IN_AN_ORGANIZATION");
      if (openInvitations(organization).some((other) => isTo(other, target))) {
        const text = "The account has an invitation to this organization that it has not answered.";
        throw new AwsError("DuplicateHandshakeException", text);
      }
      const all = (organization.invitations ??= {});
      const sent = Object.values(all).filter(({ requestedAt }) => requestedAt > now - day);
      if (sent.length >= Math.max(maxInDay, organization.quotas.accounts)) {
        throw handshakeViolates("HANDSHAKE_RATE_LIMIT_EXCEEDED");
      }
      if (isFull(organization)) throw handshakeViolates("ACCOUNT_NUMBER_LIMIT_EXCEEDED");
      const invitation: Invitation = {
        id: `h-${call.newId("abcdefghijklmnopqrstuvwxyz0123456789", 10)}`,
        state: "OPEN",
        target,
        ...(notes === undefined ? {} : { notes }),
        tags,
        requestedAt: now,
        expiresAt: now + validFor,
      };
      all[invitation.id] = invitation;
      return { Handshake: shownInvitation(organization, invitation) };
    },
  },
  DescribeHandshake: {
    access: "read",
    everyMember: true,
    members: { HandshakeId: shapes.handshakeId },
    required: ["HandshakeId"],
    run: (input: { HandshakeId: string }, call) => ({
      Handshake: shownInvitation(call.organization, invitationOf(call, input.HandshakeId)),
    }),
  },
  CancelHandshake: {
    access: "write",
    members: { HandshakeId: shapes.handshakeId },
    required: ["HandshakeId"],
    run: (input: { HandshakeId: string }, call) => {
      const invitation = invitationOf(call, input.HandshakeId);
      if (invitation.state === "CANCELED") {
        const text = "The handshake is canceled already.";
        throw new AwsError("HandshakeAlreadyInStateException", text);
      }
      if (invitation.state !== "OPEN") {
        const text = `The handshake is ${invitation.state}, and can't be canceled any more.`;
        throw new AwsError("InvalidHandshakeTransitionException", text);
      }
      end(invitation, "CANCELED", call.now);
      return { Handshake: shownInvitation(call.organization, invitation) };
    },
  },
  ListHandshakesForOrganization: {
    access: "read",
    members: { Filter: shapes.handshakeFilter, ...shapes.paging },
    run: (input: { Filter?: { ActionType?: string; ParentHandshakeId?: string } }, call) => {
      const { Filter: filter = {} } = input;
      if (Object.keys(filter).length > 1) throw invalid("MAX_LIMIT_EXCEEDED_FILTER");
      const { ActionType: action = "INVITE", ParentHandshakeId: parent } = filter;
      const wanted = action === "INVITE" && parent === undefined;
      const all = wanted ? Object.values(call.organization.invitations ?? {}) : [];
      return page(call, "Handshakes", all, input, (invitation) => shownInvitation(call.organization, invitation));
    },
  },
});

/** Who an invited account turns out to be. */
interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The account that was invited joins, in the root, with the tags of the invitation. */
export function acceptInvitation(
  organization: Organization,
  invitation: Invitation,
  { id, name, email }: Newcomer,
  now: number,
): void {
  const { root, departedEmails } = organization;
  if (departedEmails) organization.departedEmails = departedEmails.filter((other) => !isSameText(other, email));
  addAccount(organization, {
    id,
    name,
    email,
    parentId: root.id,
    state: "ACTIVE",
    joinedMethod: "INVITED",
    joinedAt: now,
  });
  organization.tags[id] = invitation.tags;
  end(invitation, "ACCEPTED", now);
}

/** The account that was invited stays where it is. */
export function declineInvitation(invitation: Invitation, now: number): void {
  end(invitation, "DECLINED", now);
}

/** The invitation to that account id or address that waits for an answer. */
export function openInvitationTo(organization: Organization, text: string): Invitation | undefined {
  return openInvitations(organization).find(({ target }) => isSameText(target.id, text));
}

/** Ends invitations that nobody answered in time, and forgets those that ended long ago. */
export function expireInvitations(organization: Organization, now: number): void {
  const { invitations: all = {} } = organization;
  for (const invitation of Object.values(all)) {
    if (invitation.state === "OPEN" && invitation.expiresAt <= now) end(invitation, "EXPIRED", invitation.expiresAt);
    if (invitation.endedAt !== undefined && invitation.endedAt + shownFor <= now) delete all[invitation.id];
  }
}

function end(invitation: Invitation, state: Exclude<Invitation["state"], "OPEN">, at: number): void {
  invitation.state = state;
  invitation.endedAt = at;
}

function invitationOf({ organization: { invitations: all = {} } }: Call, id: string): Invitation {
  const invitation = Object.hasOwn(all, id) ? all[id] : undefined;
  if (!invitation) throw notFound("Handshake");
  return invitation;
}

function targetFrom({ Type: type, Id: id }: Invite["Target"]): Invitation["target"] {
  if (type === "ORGANIZATION") throw invalid("INVALID_PARTY_TYPE_TARGET");
  if (type === "ACCOUNT" && !/^\d{12}$/.test(id)) throw invalid("INVALID_PATTERN");
  if (type === "EMAIL" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(id)) throw invalid("INVALID_EMAIL_ADDRESS_TARGET");
  return { type, id };
}

function isMember(organization: Organization, { type, id }: Invitation["target"]): boolean {
  if (type === "ACCOUNT") return Object.hasOwn(organization.accounts, id);
  return Object.values(organization.accounts).some(({ email }) => isSameText(email, id));
}

function isTo({ target }: Invitation, { id }: Invitation["target"]): boolean {
  return isSameText(target.id, id);
}

const isSameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function shownInvitation(organization: Organization, invitation: Invitation): object {
  const { id, accounts, managementAccountId } = organization;
  const { name, email } = accounts[managementAccountId]!;
  const { target, notes } = invitation;
  const about = [
    { Type: "MASTER_EMAIL", Value: email },
    { Type: "MASTER_NAME", Value: name },
    { Type: "ORGANIZATION_FEATURE_SET", Value: organization.featureSet },
  ];
  return {
    Id: invitation.id,
    Arn: `${arn(organization, "handshake")}/invite/${invitation.id}`,
    Parties: [
      { Id: id.slice("o-".length), Type: "ORGANIZATION" },
      { Id: target.id, Type: target.type },
    ],
    State: invitation.state,
    RequestedTimestamp: invitation.requestedAt / 1000,
    ExpirationTimestamp: invitation.expiresAt / 1000,
    Action: "INVITE",
    Resources: [
      { Type: "ORGANIZATION", Value: id, Resources: about },
      { Type: target.type, Value: target.id },
      ...(notes === undefined ? [] : [{ Type: "NOTES", Value: notes }]),
    ],
  };
}
