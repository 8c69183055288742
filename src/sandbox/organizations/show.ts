import type { Account, CreateAccountRequest, Organization, Policy, Unit } from "../world.ts";
import { isAwsManaged } from "./full-access.ts";
import type { Call } from "./on-organization.ts";

/** The ARN of something of an organization. */
export function arn({ id, managementAccountId }: Organization, type: string, resourceId?: string): string {
  return [`arn:aws:organizations::${managementAccountId}:${type}`, id, ...(resourceId ? [resourceId] : [])].join("/");
}

/** An account as AWS shows it: with its state, without the retired status. */
export function shownAccount({ organization, paths }: Call, account: Account): object {
  const { id, email, name, state, joinedMethod, joinedAt } = account;
  return {
    Id: id,
    Arn: arn(organization, "account", id),
    Email: email,
    Name: name,
    State: state,
    Paths: paths === false ? undefined : [`${pathOf(organization, account.parentId)}${id}/`],
    JoinedMethod: joinedMethod,
    JoinedTimestamp: joinedAt / 1000,
  };
}

export function shownUnit({ organization, paths }: Call, { id, name }: Unit): object {
  const Path = paths === false ? undefined : pathOf(organization, id);
  return { Id: id, Arn: arn(organization, "ou", id), Name: name, Path };
}

/** The root, with the types of policies that are enabled in it; there are none without all features. */
export function shownRoot(organization: Organization): object {
  const { root, featureSet } = organization;
  const PolicyTypes = root.policyTypes.map(({ Type, Status }) => ({ Type, Status }));
  return {
    Id: root.id,
    Arn: arn(organization, "root", root.id),
    Name: "Root",
    PolicyTypes: featureSet === "ALL" ? PolicyTypes : [],
  };
}

/** A policy as lists show it: without its content. */
export function shownPolicy(organization: Organization, { id, name, description, type }: Policy): object {
  const AwsManaged = isAwsManaged(id);
  const owner = AwsManaged ? "arn:aws:organizations::aws:policy" : arn(organization, "policy");
  const Arn = `${owner}/${type.toLowerCase()}/${id}`;
  return { Id: id, Arn, Name: name, Description: description, Type: type, AwsManaged };
}

/** A request for an account; which account it is for shows once that is there. */
export function shownRequest(request: CreateAccountRequest): object {
  const { id, accountName, state, requestedAt, endsAt, accountId, failureReason } = request;
  return {
    Id: id,
    AccountName: accountName,
    State: state,
    RequestedTimestamp: requestedAt / 1000,
    CompletedTimestamp: state === "IN_PROGRESS" ? undefined : endsAt / 1000,
    AccountId: state === "SUCCEEDED" ? accountId : undefined,
    FailureReason: failureReason,
  };
}

/** From a root or unit up to the root, itself first. */
export function lineOf({ units, root }: Organization, id: string): string[] {
  const line = [];
  for (let at = id; at !== root.id; at = units[at]!.parentId) line.push(at);
  return [...line, root.id];
}

function pathOf(organization: Organization, id: string): string {
  return [organization.id, ...lineOf(organization, id).toReversed(), ""].join("/");
}
