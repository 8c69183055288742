import { parseIni } from "../../awsconfig/lines.ts";
import { isObject } from "../../model/json.ts";
import type { Complaint } from "../../model/doctor.ts";
import { type Check, failed, listed, ok, skipped, unchecked, verdictOf } from "../check.ts";
import type { Context } from "../context.ts";
import { readSst } from "../sst.ts";
import { profilesIn, sessionsIn } from "../settings.ts";

const SST = "sst.config.ts";

export const sst: Check = {
  name: "sst",
  title: "sst.config.ts names profiles that are there",
  why: "SST then deploys with other credentials than you mean, or says only that it found none",
  async run(context) {
    const { names } = context;
    const text = await context.read(SST);
    if (text === undefined) return skipped(`there is no ${SST} here`);
    const { profiles, computed, misspelled } = readSst(text);
    const known = await profileNames(context);
    const complaints: Complaint[] = [
      ...(misspelled === undefined
        ? []
        : [
            {
              what: `${SST}:${misspelled} says provider, which SST does not read: it takes no profile from there`,
              fix: "write",
              copy: "providers: {",
            },
          ]),
      ...profiles
        .filter((name) => !known.has(name))
        .map((name) => ({
          what: `${SST} names the profile ${names.name(name)}, which neither ${names.name(context.settingsFile)} nor ~/.aws/credentials has`,
          fix: "have the profiles of org.yaml written, or correct the name",
          copy: "orgsync aws-config",
        })),
    ];
    if (profiles.length > 0) return verdictOf(complaints, ok(`it names ${listed(profiles.map(names.name))}`));
    if (computed)
      return verdictOf(
        complaints,
        unchecked({
          what: `${SST} takes its profile from somewhere that only running it tells`,
          fix: "see which it is, and look at that one",
          copy: "orgsync doctor --profile NAME",
        }),
      );
    return verdictOf(complaints, ok("it names no profile: AWS_PROFILE decides"));
  },
};

async function profileNames({ settings, read, env }: Context): Promise<Set<string>> {
  const [own, credentials] = await Promise.all([
    settings(),
    read(env["AWS_SHARED_CREDENTIALS_FILE"] || "~/.aws/credentials"),
  ]);
  return new Set([
    ...(own === undefined ? [] : profilesIn(own.ini).map(({ name }) => name)),
    ...parseIni(credentials ?? "").sections.map(({ header }) => header.trim()),
  ]);
}

const SCRIPT = "sso";

export const npmScript: Check = {
  name: "npm-script",
  title: "npm run sso logs in",
  why: "a team then logs in with one command that nobody has to know by heart",
  async run(context) {
    const { names } = context;
    const [text, app, settings] = await Promise.all([
      context.read("package.json"),
      context.read(SST),
      context.settings(),
    ]);
    if (text === undefined) return skipped("there is no package.json here");
    const found = scriptIn(text);
    const add = { fix: "have it added", copy: "orgsync aws-config --package-json" };
    if (found === undefined)
      return unchecked({
        what: "package.json is not one",
        fix: "see what is wrong with it",
        copy: "npm pkg get scripts",
      });
    const { script } = found;
    if (script === undefined)
      return app === undefined
        ? skipped("package.json has no script sso, and this is no application that needs one")
        : failed({ what: "package.json has no script sso", ...add });
    const session = /\bsso login\b.*--sso-session[= ](\S+)/.exec(script)?.[1];
    if (session === undefined)
      return failed({
        what: "the script sso in package.json does not log in to an sso-session",
        fix: "make it, with the name of your session",
        copy: "aws sso login --sso-session=NAME",
      });
    if (settings === undefined || !sessionsIn(settings.ini).some(({ name }) => name === session))
      return failed({
        what: `the script sso logs in to ${names.name(session)}, which ${names.name(context.settingsFile)} does not have`,
        fix: "have it written, or correct the script",
        copy: "orgsync aws-config --package-json",
      });
    return ok(`it logs in to ${names.name(session)}`);
  },
};

/** Undefined for what is no package.json. */
function scriptIn(text: string): { readonly script: string | undefined } | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    const scripts = isObject(value) ? (value["scripts"] ?? {}) : undefined;
    if (!isObject(scripts)) return undefined;
    const script = Object.hasOwn(scripts, SCRIPT) ? scripts[SCRIPT] : undefined;
    return { script: typeof script === "string" ? script : undefined };
  } catch {
    return undefined;
  }
}
