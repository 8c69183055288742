import { OrgsyncError } from "../model/errors.ts";
import { START_URL, type Wanted } from "./block.ts";
import type { Reached } from "./reach.ts";

/** Where people sign in, and how that is called in the file. */
export interface Login {
  readonly session: string;
  readonly startUrl: string;
  /** Of IAM Identity Center. */
  readonly region: string;
}

/** One profile, and what it is for. */
export interface Profile {
  readonly name: string;
  readonly account: string;
  readonly accountId: string;
  readonly permissionSet: string;
  readonly stage?: string;
}

/** Names that both parsers of the file read, and no shell takes for anything else. */
const PLAIN = /^[A-Za-z0-9._-]+$/;

/** Taken as something else: by the AWS CLI for what goes without --profile, by the JavaScript SDK for an attack. */
const RESERVED: ReadonlySet<string> = new Set(["default", "__proto__"]);

/** A name out of one that may have anything in it. */
export const plainName = (name: string): string => name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^-+|-+$/g, "");

export const isPlainName = (name: string): boolean => PLAIN.test(name);

/** How the session is called: as the management account, else as the start URL begins. */
export function sessionName(management: string | undefined, startUrl: string): string {
  const [company = ""] = new URL(startUrl).hostname.split(".");
  return plainName(management ?? "") || plainName(company);
}

/**
 * The profiles for what somebody reaches; accounts without an id are passed over. Without a template an account gives
 * its name, and the permission set's besides where there are several. Throws an `OrgsyncError` (ORG0701) for a name that
 * cannot be, or that two have.
 */
export function profilesOf(reached: readonly Reached[], template: string | undefined): Profile[] {
  if (template !== undefined) checkTemplate(template);
  const profiles = reached.flatMap(({ account, id, stage, permissionSets }) => {
    if (id === undefined) return [];
    const form = template ?? (permissionSets.length > 1 ? "{account}-{permissionSet}" : "{account}");
    return permissionSets.map((permissionSet): Profile => {
      const filled = form
        .replaceAll("{account}", () => plainName(account))
        .replaceAll("{permissionSet}", () => plainName(permissionSet));
      return {
        name: filled,
        account,
        accountId: id,
        permissionSet,
        ...(stage === undefined ? {} : { stage }),
      };
    });
  });
  const taken = new Map<string, Profile>();
  for (const profile of profiles) {
    const { name } = profile;
    if (!isPlainName(name) || RESERVED.has(name))
      throw unnamable(`${shown(profile)} would be [profile ${name}], which not every AWS tool reads as a profile`);
    const other = taken.get(name);
    if (other !== undefined)
      throw unnamable(`${shown(other)} and ${shown(profile)} would both be [profile ${name}]; nothing was written`);
    taken.set(name, profile);
  }
  return profiles;
}

const shown = ({ account, permissionSet }: Profile): string => `${permissionSet} in ${account}`;

const unnamable = (message: string): OrgsyncError =>
  new OrgsyncError("ORG0701", message, {
    hint: 'say how profiles are called, such as --name "{account}-{permissionSet}"; an account\'s key in org.yaml may be another than its name in AWS, which is then its name:',
  });

function checkTemplate(template: string): void {
  const rest = template.replaceAll("{account}", "").replaceAll("{permissionSet}", "");
  if (rest !== "" && !isPlainName(rest))
    throw new OrgsyncError("ORG0701", `--name ${template} has more in it than letters, digits, dots, - and _`, {
      hint: "what stands in braces is {account} or {permissionSet}",
    });
}

/** The sections for profiles and the session that they share; none for none. */
export function sectionsFor(profiles: readonly Profile[], login: Login, region: string): Wanted[] {
  if (profiles.length === 0) return [];
  return [
    {
      type: "sso-session",
      name: login.session,
      keys: new Map([
        [START_URL, login.startUrl],
        ["sso_region", login.region],
        // Without it a login cannot be renewed, and asks again every eight hours at the latest.
        ["sso_registration_scopes", "sso:account:access"],
      ]),
    },
    ...profiles.map(({ name, accountId, permissionSet }): Wanted => ({
      type: "profile",
      name,
      keys: new Map([
        ["sso_session", login.session],
        ["sso_account_id", accountId],
        ["sso_role_name", permissionSet],
        ["region", region],
      ]),
      remark: `${accountId} · ${permissionSet} · ${region}`,
    })),
  ];
}

/** How profiles are used. */
export interface Usage {
  /** Where somebody who develops is, most of the time. */
  readonly usual: string;
  /** Those for other stages. */
  readonly stages: ReadonlyMap<string, string>;
}

/**
 * Accounts have a stage by their tag, else by what their name has behind the session's, as acme-production has of acme.
 * The first profile of an account counts; there is at least one.
 */
export function usageOf(profiles: readonly Profile[], session: string): Usage {
  const stages = new Map<string, string>();
  for (const { account, name, stage } of profiles) {
    const behind = account.startsWith(`${session}-`) ? account.slice(session.length + 1) : undefined;
    const found = stage ?? behind;
    if (found !== undefined && isPlainName(found) && !stages.has(found)) stages.set(found, name);
  }
  const names = [...stages.keys()];
  const usual =
    names.find((stage) => stage.startsWith("dev")) ?? names.find((stage) => !stage.startsWith("prod")) ?? names[0];
  const others = [...stages].filter(([stage]) => stage !== usual);
  return { usual: stages.get(usual ?? "") ?? profiles[0]?.name ?? "", stages: new Map(others) };
}
