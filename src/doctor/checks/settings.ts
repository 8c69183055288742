import type { Section } from "../../awsconfig/lines.ts";
import { headerOf } from "../../awsconfig/block.ts";
import { trapsIn } from "../../awsconfig/traps.ts";
import { identityCenterSection } from "../../kinds/identityCenter.ts";
import type { Complaint } from "../../model/doctor.ts";
import { type Check, failed, ok, skipped, verdictOf } from "../check.ts";
import { namesIn, oldProfilesIn, portal, profilesIn, sessionsIn, valueOf } from "../settings.ts";

/** With one of these a profile gives credentials, and does not only say where, or how to print. */
const GIVES_CREDENTIALS = [
  "sso_session",
  "sso_start_url",
  "sso_account_id",
  "aws_access_key_id",
  "credential_process",
  "role_arn",
];

const SCOPE = "sso:account:access";
const SCOPES = "sso_registration_scopes";

export const awsSettings: Check = {
  name: "aws-settings",
  title: "every AWS tool reads your AWS settings, and reads the same",
  why: "the AWS CLI refuses a whole file for one line where an SDK looks over it, and takes for a value what an SDK does not",
  async run(context) {
    const { names } = context;
    const file = names.name(context.settingsFile);
    const settings = await context.settings();
    if (settings === undefined) return skipped(`there is no ${file}: orgsync aws-config writes it`);
    // What is not UTF-8 is read as this character.
    if (/[\0\ufffd]/.test(settings.text))
      return failed({
        what: `${file} is not UTF-8, so that no AWS tool reads it whole`,
        fix: "save it as UTF-8, without a byte order mark (Windows PowerShell's > writes UTF-16)",
      });
    const center = identityCenterSection.of(await context.whatConfigSays());
    const { ini } = settings;
    const complaints = [
      ...trapsIn(ini).map(({ line, message }): Complaint & { line: number } => ({
        line,
        what: names.quoted(message, namesIn(ini)),
        fix: "correct the line in an editor",
      })),
      ...sessionsIn(ini).flatMap((session) => [...regionOf(session, center, names.name), ...scopeOf(session)]),
      ...oldProfilesIn(ini).flatMap((profile) => regionOf(profile, center, names.name)),
      ...profilesIn(ini).flatMap((profile) => [
        ...strayDefault(profile),
        ...lostSession(profile, sessionsIn(ini), names.name),
      ]),
    ].toSorted((left, right) => left.line - right.line);
    return verdictOf(
      complaints.map(({ line, ...complaint }) => ({ ...complaint, what: `${file}:${line} ${complaint.what}` })),
      ok(`${file} has no trap`),
    );
  },
};

type InLine = Complaint & { readonly line: number };

function regionOf(
  section: Section,
  center: ReturnType<typeof identityCenterSection.of>,
  name: (text: string) => string,
): InLine[] {
  // A remark behind it is a trap that is told of already.
  const [url, region] = ["sso_start_url", "sso_region"].map((key) =>
    valueOf(section, key)
      ?.split(/\s[#;]|\n/)[0]
      ?.trim(),
  );
  if (center?.startUrl === undefined || center.region === undefined || region === center.region) return [];
  if (url === undefined || portal(url) !== portal(center.startUrl)) return [];
  return [
    {
      line: lineOf(section, "sso_region"),
      what: `sso_region is ${region === undefined ? "missing" : name(region)}, and by org.yaml IAM Identity Center is in ${center.region}: nobody can log in`,
      fix: "write",
      copy: `sso_region = ${center.region}`,
    },
  ];
}

function scopeOf(session: Section): InLine[] {
  const scopes = valueOf(session, SCOPES)?.split(/[\s,]+/) ?? [];
  if (scopes.includes(SCOPE)) return [];
  return [
    {
      line: lineOf(session, SCOPES),
      what: `the sso-session asks for no ${SCOPE}, without which a login is not renewed`,
      fix: "write below its header, and log in again",
      copy: `${SCOPES} = ${SCOPE}`,
    },
  ];
}

/** Whoever forgets --profile should get an error, not another account. */
function strayDefault(profile: Section): InLine[] {
  if (profile.name !== "default") return [];
  const gives = profile.keys.some(({ name }) => GIVES_CREDENTIALS.includes(name.toLowerCase()));
  if (!gives) return [];
  return [
    {
      line: profile.line + 1,
      what: `${headerOf(profile)} gives credentials: whoever forgets to name a profile works in that account`,
      fix: "give it a name of its own, such as",
      copy: "[profile personal]",
    },
  ];
}

function lostSession(profile: Section, sessions: readonly Section[], name: (text: string) => string): InLine[] {
  const session = valueOf(profile, "sso_session");
  if (session === undefined || sessions.some((one) => one.name === session)) return [];
  return [
    {
      line: lineOf(profile, "sso_session"),
      what: `there is no section [sso-session ${name(session)}]`,
      fix: "correct the name, or let orgsync write both",
      copy: "orgsync aws-config --diff",
    },
  ];
}

/** The line of a key, else of its section; they count from 1. */
const lineOf = ({ line, keys }: Section, wanted: string): number =>
  (keys.findLast(({ name }) => name.toLowerCase() === wanted)?.line ?? line) + 1;
