import { resolve } from "node:path";
import { blockFor, blocksIn, revise } from "../../awsconfig/block.ts";
import { type Known, knownOffline, startUrlOf } from "../../awsconfig/known.ts";
import { parseIni } from "../../awsconfig/lines.ts";
import { withScript } from "../../awsconfig/packageJson.ts";
import { isPlainName, profilesOf, sectionsFor, usageOf } from "../../awsconfig/profiles.ts";
import { trapsIn } from "../../awsconfig/traps.ts";
import { assignmentsSection } from "../../kinds/assignment.ts";
import { OrgsyncError } from "../../model/errors.ts";
import { awsConfigDiff, awsConfigNext, awsConfigText, scriptText, trapsText } from "../../report/awsConfig.ts";
import { noteText } from "../../report/errors.ts";
import { visible } from "../../report/escape.ts";
import { paragraph } from "../../report/layout.ts";
import { type Command, options } from "../command.ts";
import { readConfig } from "../config.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { remembered } from "../known.ts";
import { loginOf, whatIsReached } from "../reaching.ts";
import type { SessionOptions } from "../session.ts";
import { type OwnFile, readOwn, readSettings, writeOwn, writeSettings } from "../settingsFile.ts";
import { whoIs, type WhoFlags, whoText } from "../whose.ts";

interface AwsConfigFlags extends SessionOptions, WhoFlags {
  readonly file: string;
  readonly name?: string;
  readonly region?: string;
  readonly session?: string;
  readonly live?: true;
  readonly adopt?: true;
  readonly packageJson?: true;
  readonly print?: true;
  readonly diff?: true;
  readonly check?: true;
  readonly yes?: true;
  readonly input: boolean;
}

const EXAMPLE = `Example:
  orgsync aws-config --user dax@acme.com
`;

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.logging(parser);
    const option = (flags: string, description: string, ...others: string[]) =>
      parser.addOption(parser.createOption(flags, description).conflicts(others));
    option("--user <name>", "for what this person has by org.yaml", "group", "everyone");
    option(
      "--group <name...>",
      "for what these groups have, where an identity provider knows who is in them",
      "everyone",
    );
    option("--everyone", "for what anybody has");
    parser
      .option("--name <template>", "how profiles are called, such as {account}-{permissionSet}")
      .option("--region <region>", "the region of the profiles (that of IAM Identity Center)")
      .option("--session <name>", "how the sso-session is called (as the management account)")
      .option("--live", "ask AWS, also where org.yaml and earlier runs tell all")
      .option("--adopt", "move sections of these names, which are there already, into orgsync's block")
      .option("--package-json", 'also add the script "sso", which logs in, to package.json');
    option("--print", "print the block, and write nothing", "diff", "check");
    option("--diff", "print the lines that would change, and write nothing", "check");
    option("--check", "write nothing; exit with 2 when there is something to write");
    parser
      .option("-y, --yes", "write without asking")
      .option("--no-input", "never ask")
      .addHelpText("before", EXAMPLE)
      .addHelpText(
        "after",
        "\nIt writes one block into ~/.aws/config, or where AWS_CONFIG_FILE says, and leaves all else there as it is.",
      )
      .action((flags: AwsConfigFlags) => run((io) => writeProfiles(io, flags)));
  },
};

async function writeProfiles(io: Io, flags: AwsConfigFlags): Promise<ExitCode> {
  checkNames(flags);
  const config = await readConfig(io, flags.file);
  if (assignmentsSection.of(config) === undefined)
    throw new OrgsyncError("ORG0605", `${config.file} has no assignments:, so it does not say who has what`, {
      hint: "orgsync import --unmanaged adds what AWS has",
    });
  const settings = await readSettings(io, flags.sandbox !== undefined);
  const ini = parseIni(settings.text ?? "");
  const blocks = blocksIn(ini, { file: settings.name });
  const learned = await remembered(io);
  const blockOf = (known: Known) => blockFor(blocks, { url: startUrlOf(config, known), name: flags.session });
  const who = whoIs(config, flags, blockOf(knownOffline(config, learned))?.who);
  const { known, reaching, remarks } = await whatIsReached(io, flags, config, learned, who);
  const login = loginOf(config, known, flags.session ?? blockOf(known)?.name);

  const profiles = profilesOf(reaching.reached, flags.name);
  const wanted = sectionsFor(profiles, login, flags.region ?? login.region);
  const revision = { name: login.session, who: whoText(who), wanted, adopt: flags.adopt === true };
  for (const remark of remarks) io.stderr.write(noteText(remark, io.stderr));
  if (flags.print === true) {
    io.stdout.write(revise("", revision, { file: settings.name }).text);
    return EXIT.ok;
  }
  const revised = revise(settings.text ?? "", revision, { file: settings.name });
  const scripts = flags.packageJson === true ? await scriptsFor(io, login.session) : undefined;
  const isStale = revised.text !== (settings.text ?? "");
  if (flags.diff === true) {
    if (isStale) io.stdout.write(awsConfigDiff(settings.name, settings.text ?? "", revised.text));
    if (scripts?.text !== undefined)
      io.stdout.write(awsConfigDiff(scripts.file.name, scripts.file.text ?? "", scripts.text));
    return EXIT.ok;
  }

  io.stdout.write(awsConfigText(settings.name, revised, { before: settings.text, style: io.stdout }));
  io.stdout.write(trapsText(settings.name, trapsIn(parseIni(revised.text)), io.stdout));
  if (scripts !== undefined) io.stdout.write(scripts.shown);
  const differs = revised.sections.some(
    ({ outcome, differences }) => outcome === "elsewhere" && differences.length > 0,
  );
  if (!isStale && scripts?.text === undefined) {
    if (!differs) io.stdout.write(`${io.stdout.paint("green", "✓")} nothing to write\n`);
    return flags.check === true && differs ? EXIT.changes : EXIT.ok;
  }
  if (flags.check === true) return EXIT.changes;
  const answer = await agreed(io, flags);
  if (answer !== true) {
    io.stderr.write("Nothing was written.\n");
    return answer === undefined ? EXIT.interrupted : EXIT.ok;
  }
  if (isStale) {
    const backup = await writeSettings(io, settings, revised.text);
    const kept = backup === undefined ? "" : `; what was there is in ${visible(backup)}`;
    io.stdout.write(paragraph(`${io.stdout.paint("green", "✓")} wrote ${visible(settings.name)}${kept}`, io.stdout));
  }
  if (scripts?.text !== undefined) {
    await writeOwn(io, scripts.file, scripts.text);
    io.stdout.write(`${io.stdout.paint("green", "✓")} wrote ${scripts.file.name}\n`);
  }
  if (flags.sandbox !== undefined)
    io.stdout.write(
      paragraph(`Only for AWS_CONFIG_FILE=${visible(settings.name)}: these are the sandbox's accounts.`, io.stdout),
    );
  else if (profiles.length > 0)
    io.stdout.write(awsConfigNext({ session: login.session, ...usageOf(profiles, login.session) }));
  return EXIT.ok;
}

function checkNames({ session, region }: AwsConfigFlags): void {
  if (session !== undefined && !isPlainName(session))
    throw new OrgsyncError("ORG0701", `--session ${session} is no name that every AWS tool reads`, {
      hint: "letters, digits, dots, - and _",
    });
  if (region !== undefined && !/^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$/.test(region))
    throw new OrgsyncError("ORG0701", `--region ${region} is no AWS Region`, { hint: "one looks like eu-central-1" });
}

/** Nobody is asked who cannot answer. Undefined for Ctrl-C. */
async function agreed(io: Io, { yes, input }: AwsConfigFlags): Promise<boolean | undefined> {
  if (yes === true) return true;
  if (io.interactive && input) return io.confirm("Write this?");
  throw new OrgsyncError("ORG0601", "aws-config asks before it writes, and there is nobody to ask", {
    hint: "orgsync aws-config --yes writes it; --print and --diff only show it",
  });
}

const SCRIPT = "sso";
const LOGIN = "aws sso login --sso-session=";

/** The package.json here with the script that logs in; `text` where that is something to write. */
async function scriptsFor(
  io: Io,
  session: string,
): Promise<{ readonly file: OwnFile; readonly text?: string; readonly shown: string }> {
  const file = await readOwn(io, "package.json", resolve(io.cwd, "package.json"));
  const command = `${LOGIN}${session}`;
  const scripted = withScript(file.text ?? "", SCRIPT, command, (script) =>
    /^aws sso login --sso-session[= ]\S+$/.test(script),
  );
  if (scripted.outcome === "unreadable")
    throw new OrgsyncError(
      "ORG0702",
      file.text === undefined ? "there is no package.json here" : "package.json is not one",
      {
        hint: "run it where your package.json is, or leave --package-json out; nothing was written",
      },
    );
  return {
    file,
    shown: scriptText(file.name, SCRIPT, command, scripted, io.stdout),
    ...(scripted.outcome === "added" || scripted.outcome === "changed" ? { text: scripted.text } : {}),
  };
}
