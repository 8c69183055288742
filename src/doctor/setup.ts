import type { AwsError } from "../aws/errors.ts";
import { parseIni, type Section } from "../awsconfig/lines.ts";
import { nearest } from "../config/nearest.ts";
import type { Complaint } from "../model/doctor.ts";
import { profilesIn, sessionsIn, valueOf } from "./settings.ts";

/** Whether AWS has refused the credentials, or its SDK got none: it breaks on some settings, before it sends anything. */
export const isAboutCredentials = ({ kind, awsName, requestId }: AwsError): boolean =>
  kind === "credentials" || (awsName === "TypeError" && requestId === undefined);

/** A file of AWS settings, as people call it; without a text where there is none. */
interface SettingsFile {
  readonly name: string;
  readonly text: string | undefined;
}

/** What decides on this machine with which credentials, where and how AWS is asked. */
export interface Setup {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly config: SettingsFile;
  readonly credentials: SettingsFile;
  /** How a name of the reader's is shown. */
  readonly name: (text: string) => string;
}

const AWS_REGION = /^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$/;
/** With one of these the credentials come from a service, and no file tells why they do not come. */
const OTHER_SOURCES = [
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];
const ENDPOINT = /^AWS_ENDPOINT_URL(?:_[A-Z_]+)?$/;

/** A variable that no AWS client can make sense of: a Region that is none, an endpoint that is no URL. */
export function badVariable({ env, name }: Pick<Setup, "env" | "name">): Complaint | undefined {
  const region = env["AWS_REGION"] ?? "";
  if (region !== "" && !AWS_REGION.test(region))
    return {
      what: `AWS_REGION is ${name(region)}, which is no AWS Region`,
      fix: "write one, such as",
      copy: "export AWS_REGION=us-east-1",
    };
  for (const [variable, value = ""] of Object.entries(env)) {
    if (!ENDPOINT.test(variable) || value === "" || isWebAddress(value)) continue;
    return {
      what: `${variable} is ${name(value)}, which is no http:// or https:// address`,
      fix: "correct it, or take it away",
      copy: `unset ${variable}`,
    };
  }
  return undefined;
}

/** The same of the profile in use, whose Region counts where AWS_REGION says none. */
export function badRegion(setup: Setup): Complaint | undefined {
  const { env, config, name } = setup;
  const profile = env["AWS_PROFILE"] || "default";
  const region = (profilesOf(setup).get(profile) ?? []).map((section) => valueOf(section, "region")).find(Boolean);
  if (env["AWS_REGION"] || region === undefined || AWS_REGION.test(region)) return undefined;
  return {
    what: `the region of profile ${name(profile)} is ${name(region)}, which is no AWS Region`,
    fix: `correct it in ${name(config.name)}; one looks like us-east-1`,
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/**
 * Why there are no credentials, as the variables and files of this machine tell; undefined where these should give some.
 * For when AWS or its SDK has refused, and `said` why: the SDK looks for other credentials where a profile is missing,
 * and then says only that it found none. Where AWS has `answered` there are some, and only a new login helps.
 */
export function credentialsTrouble(
  setup: Setup,
  { said, answered }: { readonly said: string; readonly answered: boolean },
): Complaint | undefined {
  const { env, config, credentials, name } = setup;
  const ofProfile = (profile: string): Complaint | undefined => {
    const copy = loginCommand(setup, profile);
    const again = copy === undefined ? undefined : { what: said, fix: "log in", copy };
    return answered ? again : (profileTrouble(setup, profile) ?? again);
  };
  if (env["AWS_PROFILE"]) return ofProfile(env["AWS_PROFILE"]);
  if (answered || OTHER_SOURCES.some((variable) => env[variable])) return undefined;
  const [id, secret] = [env["AWS_ACCESS_KEY_ID"], env["AWS_SECRET_ACCESS_KEY"]];
  if (id && secret) return undefined;
  if (id || secret) {
    const [given, missing] = id
      ? ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]
      : ["AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID"];
    return { what: `${given} is set, but ${missing} is not`, fix: "set both, or use a profile with AWS_PROFILE" };
  }
  const profiles = profilesOf(setup);
  if (profiles.has("default")) return ofProfile("default");
  const [first] = profiles.keys();
  const none = "there are no AWS credentials: neither AWS_PROFILE nor AWS_ACCESS_KEY_ID is set";
  if (first !== undefined)
    return {
      what: none,
      fix: `name a profile of ${name(config.text === undefined ? credentials.name : config.name)}, such as`,
      copy: `export AWS_PROFILE=${name(first)}`,
    };
  if (config.text === undefined && env["AWS_CONFIG_FILE"])
    return {
      what: `${none}, and AWS_CONFIG_FILE is ${name(config.name)}, but there is no such file`,
      ...TAKE_AWAY,
    };
  return {
    what: `${none}, and ${name(config.name)} has no profile`,
    fix: "make one, with your access portal or an access key",
    copy: "aws configure sso",
  };
}

const TAKE_AWAY = { fix: "correct it, or take it away", copy: "unset AWS_CONFIG_FILE" };

/** Why a profile gives no credentials, if the files tell. */
export function profileTrouble(setup: Setup, profile: string): Complaint | undefined {
  const { env, config, credentials, name } = setup;
  const profiles = profilesOf(setup);
  const found = profiles.get(profile);
  if (found === undefined) {
    const isNamed = env["AWS_PROFILE"] === profile;
    if (config.text === undefined && env["AWS_CONFIG_FILE"])
      return {
        what: `AWS_CONFIG_FILE is ${name(config.name)}, and there is no such file, so there is no profile ${name(profile)}`,
        ...TAKE_AWAY,
      };
    const what = isNamed
      ? `AWS_PROFILE is ${name(profile)}, and neither ${name(config.name)} nor ${name(credentials.name)} has a profile of that name`
      : `there is no profile ${name(profile)} in ${name(config.name)} or ${name(credentials.name)}`;
    return { what, ...wayTo(profile, [...profiles.keys()], name) };
  }
  const value = (key: string): string | undefined => found.map((section) => valueOf(section, key)).find(Boolean);
  const session = value("sso_session");
  if (session !== undefined || value("sso_start_url") !== undefined) return ssoTrouble(setup, profile, session, value);
  const source = value("source_profile");
  if (value("role_arn") !== undefined && source !== undefined && !profiles.has(source))
    return {
      what: `profile ${name(profile)} takes its credentials from profile ${name(source)}, which is not there`,
      fix: `correct source_profile in ${name(config.name)}`,
    };
  const program = value("credential_process");
  if (program !== undefined)
    return {
      what: `credential_process of profile ${name(profile)} gave no credentials`,
      fix: "see what it says",
      copy: name(program),
    };
  const GIVES = ["aws_access_key_id", "role_arn", "web_identity_token_file", "credential_source", "login_session"];
  if (GIVES.some((key) => value(key) !== undefined)) return undefined;
  return {
    what: `profile ${name(profile)} gives no credentials: it has neither an sso_session nor a role or an access key`,
    fix: "set it up with your access portal",
    copy: `aws configure sso --profile=${name(profile)}`,
  };
}

/** What a profile lacks that logs in to an access portal. */
function ssoTrouble(
  { config, name }: Setup,
  profile: string,
  session: string | undefined,
  value: (key: string) => string | undefined,
): Complaint | undefined {
  const write = { fix: "correct it, or let orgsync write both", copy: "orgsync aws-config --diff" };
  const sessions = sessionsIn(parseIni(config.text ?? ""));
  const section = sessions.find((one) => one.name === session);
  if (session !== undefined && section === undefined) {
    const near = nearest(
      session,
      sessions.map((one) => one.name),
    );
    const meant = near === undefined ? "" : `; did you mean ${name(near)}?`;
    return {
      what: `profile ${name(profile)} logs in with [sso-session ${name(session)}], which ${name(config.name)} does not have${meant}`,
      ...write,
    };
  }
  const lacks = (key: string): boolean => !(section && valueOf(section, key)) && value(key) === undefined;
  const ofSession = ["sso_start_url", "sso_region"].filter(lacks);
  const ofProfile = ["sso_account_id", "sso_role_name"].filter((key) => value(key) === undefined);
  if (ofSession.length + ofProfile.length === 0) return undefined;
  const where =
    ofSession.length > 0 && session !== undefined ? `[sso-session ${name(session)}]` : `profile ${name(profile)}`;
  return { what: `${where} has no ${(ofSession.length > 0 ? ofSession : ofProfile).join(" and no ")}`, ...write };
}

/** How somebody logs in to the portal of a profile; undefined for one that has none. */
export function loginCommand(setup: Setup, profile: string): string | undefined {
  const sections = profilesOf(setup).get(profile) ?? [];
  const value = (key: string): string | undefined => sections.map((section) => valueOf(section, key)).find(Boolean);
  const session = value("sso_session");
  if (session !== undefined) return `aws sso login --sso-session=${setup.name(session)}`;
  return value("sso_start_url") === undefined ? undefined : `aws sso login --profile=${setup.name(profile)}`;
}

function wayTo(profile: string, names: readonly string[], name: Setup["name"]): Omit<Complaint, "what"> {
  const near = nearest(profile, names);
  const [first] = names;
  if (near !== undefined) return { fix: `perhaps ${name(near)} is meant`, copy: `export AWS_PROFILE=${name(near)}` };
  if (first !== undefined) return { fix: "name one that is there, such as", copy: `export AWS_PROFILE=${name(first)}` };
  return { fix: "let orgsync write the profiles", copy: "orgsync aws-config" };
}

/** The sections of each profile, in both files. */
function profilesOf({ config, credentials }: Setup): Map<string, Section[]> {
  const all = [...profilesIn(parseIni(config.text ?? "")), ...parseIni(credentials.text ?? "").sections];
  const found = new Map<string, Section[]>();
  for (const section of all) {
    const key = section.type === "" || section.type === "profile" ? section.name : section.header;
    found.set(key, [...(found.get(key) ?? []), section]);
  }
  return found;
}
