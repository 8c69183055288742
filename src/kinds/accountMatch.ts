import { type AccountEntry, type AccountResource, idOf, isClosed, sameEmail } from "./account.ts";
import { formerKeys } from "./lookup.ts";

/** By id, else by e-mail in any letter case; before there is an organization, the caller's account is the management account. */
export function matches(entry: AccountEntry, { ids, spec }: AccountResource): boolean {
  const id = idOf(entry);
  return id === undefined ? spec.email === "" || sameEmail(entry.email, spec.email) : id === ids?.id;
}

interface Explanation {
  readonly message: string;
  readonly hint: string;
}

/** An account that is not there under its id or e-mail is created, unless that would make a second of what is meant. */
export function whyNotCreated(
  key: string,
  entry: AccountEntry,
  known: readonly AccountResource[],
): Explanation | undefined {
  if (entry.invite !== undefined) {
    const other = known.find(({ spec }) => sameEmail(entry.email, spec.email));
    return other === undefined
      ? undefined
      : {
          message: `account ${key} invites ${entry.invite}, but the e-mail ${entry.email} is that of ${other.ids?.id} (${other.spec.name})`,
          hint: "correct the e-mail, or take invite out if that account is meant",
        };
  }
  if (entry.id !== undefined) {
    return {
      message: `account ${key} has id ${entry.id}, which is not in the organization`,
      hint: "correct the id, or take it out to have the account created",
    };
  }
  const management = known.find(({ spec }) => spec.management);
  if (entry.management === true && management !== undefined) {
    return {
      message: `account ${key} is management: true, but the organization's management account is ${management.spec.name} (${management.spec.email})`,
      hint: `write email: ${management.spec.email}, or use the credentials of the right organization`,
    };
  }
  const namesake = known.find(
    ({ spec, ids }) =>
      [entry.name ?? key, ...formerKeys(entry)].includes(spec.name) && !(ids !== undefined && isClosed(ids.state)),
  );
  if (namesake !== undefined) {
    return {
      message: `account ${key} (${entry.email}) is not in the organization, but an account of that name is: ${namesake.ids?.id} (${namesake.spec.email})`,
      hint: `write email: ${namesake.spec.email} if that one is meant, or give the new account another name`,
    };
  }
  return undefined;
}

export function whyNotThis(key: string, entry: AccountEntry, { ids, spec }: AccountResource): Explanation | undefined {
  if (spec.management !== (entry.management ?? false)) {
    return spec.management
      ? { message: `account ${key} is the organization's management account`, hint: "write management: true" }
      : { message: `account ${key} is management: true, but is a member account`, hint: "take management: true out" };
  }
  if (ids !== undefined && isClosed(ids.state) && entry.closed !== true) {
    return {
      message: `account ${key} (${ids.id}) is ${ids.state} in AWS`,
      hint: "write closed: true, or use another e-mail for a new account; within 90 days AWS Support can reopen it",
    };
  }
  return undefined;
}

/** What a reader of the plan should know of an account that is there. */
export function remarks(
  key: string,
  entry: AccountEntry,
  { ids, spec }: AccountResource,
): { message: string; hint: string }[] {
  const found: { message: string; hint: string }[] = [];
  if (ids === undefined) return found;
  if (!sameEmail(entry.email, spec.email) && spec.email !== "") {
    found.push({
      message: `account ${key} has the e-mail ${spec.email} in AWS, not ${entry.email}`,
      hint: "only the root user can change it; orgsync leaves it",
    });
  }
  if (ids.state === "SUSPENDED" || ids.state === "PENDING_ACTIVATION") {
    found.push(
      entry.closed === true
        ? {
            message: `account ${key} (${ids.id}) is closed: true, but ${ids.state} in AWS, and orgsync closes only accounts that are ACTIVE`,
            hint: `see what holds it up: https://console.aws.amazon.com/organizations/v2/home/accounts/${ids.id}`,
          }
        : {
            message: `account ${key} (${ids.id}) is ${ids.state}: it is not a target of assignments`,
            hint: "see its page in the AWS Organizations console",
          },
    );
  }
  return found;
}
