import { isObject } from "../../model/json.ts";
import { identityCenterConsole, identityCenterSection } from "../../kinds/identityCenter.ts";
import { durationSeconds, formatDuration } from "../../kinds/duration.ts";
import { permissionSetsSection } from "../../kinds/permissionSet.ts";
import type { Complaint } from "../../model/doctor.ts";
import { type Check, failed, listed, ok, skipped, unchecked, verdictOf } from "../check.ts";
import type { Context, Settings } from "../context.ts";
import { loginCommand, profileTrouble } from "../setup.ts";
import { oldProfilesIn, portal, profilesIn, sessionsIn, valueOf } from "../settings.ts";
import { noFile } from "./file.ts";

const CACHE = "~/.aws/sso/cache";

/** Where somebody logs in: what the token is kept under, and how to do it. */
interface Login {
  readonly key: string;
  readonly name: string;
  readonly command: string;
}

export const login: Check = {
  name: "login",
  title: "somebody is logged in to the access portal",
  why: "the profiles of the AWS settings give credentials only with a login that has not ended",
  async run(context) {
    if (context.isSandbox) return skipped("the sandbox has no portal to log in to");
    const settings = await context.settings();
    const logins = settings === undefined ? [] : await loginsIn(settings, context);
    if (logins.length === 0) return skipped("no profile of the AWS settings logs in there");
    const found = await Promise.all(logins.map(async (one) => ({ one, token: await tokenOf(one, context) })));
    const complaints: Complaint[] = [];
    const doubts: Complaint[] = [];
    const until: string[] = [];
    for (const { one, token } of found) {
      const again = { fix: "log in", copy: one.command };
      if (token === undefined) complaints.push({ what: `nobody has logged in to ${one.name}`, ...again });
      else if (token.expires > context.clock.now()) until.push(`${one.name} until ${timeOf(token.expires)}`);
      else if (token.renewable > context.clock.now())
        doubts.push({
          what: `the login to ${one.name} ended ${timeOf(token.expires)}; AWS tools renew it while the session in the portal lasts, which only the portal knows`,
          ...again,
        });
      else complaints.push({ what: `the login to ${one.name} ended ${timeOf(token.expires)}`, ...again });
    }
    const [first, ...rest] = doubts;
    return verdictOf(
      complaints,
      first === undefined ? ok(`logged in to ${until.join(", ")}`) : unchecked(first, ...rest),
    );
  },
};

/** Those of org.yaml's portal, if the settings have any, else all. */
async function loginsIn({ ini }: Settings, context: Context): Promise<Login[]> {
  const { names } = context;
  const url = identityCenterSection.of(await context.whatConfigSays())?.startUrl;
  const all = [
    ...sessionsIn(ini).map((session) => ({
      section: session,
      login: {
        key: session.name,
        name: names.name(session.name),
        command: `aws sso login --sso-session=${names.name(session.name)}`,
      },
    })),
    ...oldProfilesIn(ini).map((profile) => ({
      section: profile,
      login: {
        key: valueOf(profile, "sso_start_url") ?? "",
        name: names.name(profile.name),
        command: `aws sso login --profile=${names.name(profile.name)}`,
      },
    })),
  ];
  const ours = all.filter(
    ({ section }) => url !== undefined && portal(valueOf(section, "sso_start_url") ?? "") === portal(url),
  );
  return (ours.length > 0 ? ours : all).map((one) => one.login);
}

/** In milliseconds since the epoch; `renewable` is until when it can be, as far as the file tells. */
async function tokenOf({ key }: Login, { read }: Context) {
  const text = await read(`${CACHE}/${await sha1(key)}.json`);
  if (text === undefined) return undefined;
  const token = parsed(text);
  const [expires, registered] = [timeIn(token["expiresAt"]), timeIn(token["registrationExpiresAt"])];
  return { expires, renewable: typeof token["refreshToken"] === "string" ? registered : 0 };
}

function parsed(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Older AWS CLIs write UTC where newer ones write Z. */
function timeIn(value: unknown): number {
  const time = typeof value === "string" ? Date.parse(value.replace(/UTC$/, "Z")) : Number.NaN;
  return Number.isNaN(time) ? 0 : time;
}

const timeOf = (ms: number): string =>
  ms === 0 ? "at an unknown time" : `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** What AWS tools call the files of their cache. */
async function sha1(text: string): Promise<string> {
  const hash = await globalThis.crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A login of the old form ends so long after it began, whatever anybody sets. */
const OLD_LOGIN_HOURS = 8;

export const sessions: Check = {
  name: "sessions",
  title: "the two session lengths do not get in each other's way",
  why: "how long credentials last in an account (sessionDuration) and how long a login to the portal lasts are two settings, and the shorter one ends the work",
  async run(context) {
    const { names } = context;
    const config = await context.config();
    if (config === undefined) return noFile(context);
    const sets = Object.entries(permissionSetsSection.of(config) ?? {});
    if (sets.length === 0) return skipped(`${names.name(config.file)} has no permission set`);
    const settings = await context.settings();
    const old = settings === undefined ? [] : oldProfilesIn(settings.ini);
    const complaints = old.flatMap((profile): Complaint[] => {
      const role = valueOf(profile, "sso_role_name");
      const [key, set] = sets.find(([name, entry]) => (entry.name ?? name) === role) ?? [];
      const seconds = durationSeconds(set?.sessionDuration ?? "1h") ?? 0;
      if (key === undefined || seconds <= OLD_LOGIN_HOURS * 3600) return [];
      return [
        {
          what: `${names.name(key)} lasts ${formatDuration(set?.sessionDuration ?? "1h")} in an account, but profile ${names.name(profile.name)} is of the old form, whose login ends after ${OLD_LOGIN_HOURS} hours`,
          fix: "let orgsync write it with an sso-session, whose login is renewed",
          copy: "orgsync aws-config --adopt",
        },
      ];
    });
    const lengths = new Map<string, string[]>();
    for (const [name, { sessionDuration = "1h" }] of sets) {
      const length = formatDuration(sessionDuration);
      lengths.set(length, [...(lengths.get(length) ?? []), names.name(name)]);
    }
    const told = [...lengths].map(([length, of]) => `${length} with ${listed(of)}`);
    return verdictOf(
      complaints,
      ok(`credentials in an account last ${told.join("; ")}`, [
        `a login to the portal lasts by a setting of its own, 8 hours unless somebody changed it, which no API tells: in the console under Settings, Authentication, Session settings: ${identityCenterConsole(identityCenterSection.of(config)?.region ?? "us-east-1")}`,
      ]),
    );
  },
};

/** In milliseconds. */
const LIMIT = 8_000;

export const profile: Check = {
  name: "profile",
  title: "AWS answers to the profile",
  why: "the AWS CLI, SST and every other tool take their credentials from it",
  async run(context) {
    const { names, env, command } = context;
    const wanted = context.profile ?? env["AWS_PROFILE"];
    if (wanted === undefined || wanted === "")
      return skipped("no profile is named: orgsync doctor --profile NAME looks at one");
    if (context.isSandbox) return skipped("the sandbox has no portal to get credentials from");
    const name = names.name(wanted);
    const setup = await context.setup();
    const section = await sectionOf(context, wanted);
    const copy = `aws sts get-caller-identity --profile=${name}`;
    const { code, stdout, stderr } = await command(
      "aws",
      ["sts", "get-caller-identity", `--profile=${wanted}`, "--output=json"],
      LIMIT,
    );
    if (code === "missing") return unchecked({ what: "there is no program aws", fix: "see the check aws-cli" });
    if (code === "late")
      return unchecked({ what: `AWS has not answered after ${LIMIT / 1000} seconds`, fix: "see what it says", copy });
    if (code !== 0) {
      // What it prints last is why.
      const said = stderr.trim().split("\n").at(-1) ?? "";
      const why = names.areHidden ? `it ended with ${code}` : said.slice(0, 300) || `it ended with ${code}`;
      if (/could not connect|connection was closed|timeout|timed out|name resolution/i.test(stderr))
        return unchecked({ what: why, fix: "see what it says", copy });
      const again = loginCommand(setup, wanted);
      const fix = again === undefined ? { fix: "see what it says", copy } : { fix: "log in", copy: again };
      return failed(profileTrouble(setup, wanted) ?? { what: why, ...fix });
    }
    const account = parsed(stdout)["Account"];
    const expected = section && valueOf(section, "sso_account_id");
    if (typeof account !== "string")
      return unchecked({
        what: "aws sts get-caller-identity does not say which account it is",
        fix: "see what it says",
        copy,
      });
    if (expected !== undefined && expected !== account)
      return failed({
        what: `${name} is for account ${names.name(expected)}, and AWS says that it is ${names.name(account)}`,
        fix: "take out what the profile has besides sso_session, sso_account_id, sso_role_name and region",
        copy: "orgsync aws-config --diff",
      });
    return ok(`${name} is account ${names.name(account)}`);
  },
};

async function sectionOf(context: Context, name: string) {
  const settings = await context.settings();
  return settings && profilesIn(settings.ini).find((one) => one.name === name);
}
