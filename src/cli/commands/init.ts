import { resolve } from "node:path";
import { printDraft } from "../../draft/print.ts";
import { accountsOf, type Start, startDraft } from "../../draft/start.ts";
import { callers } from "../../github/callers.ts";
import { identityCenterConsole } from "../../kinds/identityCenter.ts";
import { OrgsyncError } from "../../model/errors.ts";
import { visible } from "../../report/escape.ts";
import { initText, workflowsText, writtenText } from "../../report/init.ts";
import { wrapped } from "../../report/layout.ts";
import { count } from "../../report/text.ts";
import { organizationThere } from "../alreadyThere.ts";
import { answersTo, checkFlags, type Given } from "../answers.ts";
import { type Command, options } from "../command.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { ignoringOwn } from "../gitignore.ts";
import type { Io } from "../io.ts";
import type { SessionOptions } from "../session.ts";
import { schemaFrom } from "../schemaPath.ts";
import { REF, VERSION } from "../../api/version.ts";
import { writeChecked } from "../writeChecked.ts";
import { importOrganization } from "./import.ts";

interface InitFlags extends SessionOptions, Given {
  readonly file: string;
  readonly github?: true;
  readonly input: boolean;
}

const EXAMPLE = `Example:
  orgsync init
  orgsync init --company Acme --email aws@acme.com --user dax@acme.com --name "Dax Raad"
`;

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.logging(parser);
    parser
      .option("--company <name>", "the company; accounts are called by it")
      .option("--email <address>", "of the management account's root user; the other accounts get aliases of it")
      .option("--stages <list>", "an account for each, separated by commas (dev,production)")
      .option("--name <name>", "your given and family name")
      .option("--user <email>", "your work e-mail, which you will sign in with")
      .option("--region <region>", "where IAM Identity Center is to live (that of your AWS settings, or us-east-1)")
      .option("--start-url <url>", "where people will sign in (https://COMPANY.awsapps.com/start)")
      .option("--github", "also write the GitHub workflows that plan, apply and measure drift; alone, only these")
      .option("--no-input", "never ask")
      .addHelpText("before", EXAMPLE)
      .addHelpText("after", "\nOn a terminal it asks for what is not given. It never writes over what is there.")
      .action((flags: InitFlags) => run((io) => init(io, flags)));
  },
};

async function init(io: Io, flags: InitFlags): Promise<ExitCode> {
  const { file, github, input, company, email, stages, name, user, region, startUrl, ...session } = flags;
  const given: Given = { company, email, stages, name, user, region, startUrl };
  const asks = io.interactive && input;
  const isThere = await io.files.exists(resolve(io.cwd, file));
  const saysNothing = Object.values(given).every((value) => value === undefined);
  // What cannot be done is told before anybody is asked.
  const workflows = github === true ? await workflowsFor(io, file) : undefined;
  if (workflows !== undefined && saysNothing && (isThere || !asks)) return writeWorkflows(io, workflows);
  if (isThere) throw thereAlready(file);
  checkFlags(given, { asks });

  const organization = await organizationThere(io, session);
  if (organization !== undefined) {
    if (!asks) throw new OrgsyncError("ORG0702", `${found(organization)}; nothing was written`, { hint: IMPORT });
    const text = visible(`${found(organization)}. ${IMPORT}.`);
    io.stderr.write(`${wrapped(text, Math.min(80, io.stderr.columns)).join("\n")}\n`);
    const wanted = await io.confirm("Import it instead?");
    if (wanted === undefined) return cancelled(io);
    if (wanted) {
      const code = await importOrganization(io, { ...session, out: file });
      return code === EXIT.ok && workflows !== undefined ? writeWorkflows(io, workflows) : code;
    }
  }
  const start = await answersTo(given, asks ? io : undefined);
  if (start === undefined) return cancelled(io);
  if (asks) io.stderr.write("\n");
  await writeStart(io, flags, start, workflows ?? new Map());
  return EXIT.ok;
}

const thereAlready = (file: string): OrgsyncError =>
  new OrgsyncError("ORG0702", `${file} is there already; nothing was written`, {
    hint: "orgsync plan shows what it changes; orgsync init --github writes only the GitHub workflows",
  });

const found = (organization: string): string => `there is an organization already: ${organization}`;
const IMPORT =
  "orgsync import writes org.yaml from what it has; one of init lists only what it asks for, and plan would take away users, permission sets and assignments that are not listed";

function cancelled(io: Io): ExitCode {
  io.stderr.write("Nothing was written.\n");
  return EXIT.interrupted;
}

/** All files at once, so that the same command can be tried again whatever fails. */
async function writeStart(
  io: Io,
  { file, sandbox }: InitFlags,
  start: Start,
  workflows: ReadonlyMap<string, string>,
): Promise<void> {
  // Somebody may have taken a while to answer.
  if (await io.files.exists(resolve(io.cwd, file))) throw thereAlready(file);
  const ignored = await ignoringOwn(io);
  const text = printDraft(startDraft(start), schemaFrom(io, file));
  const texts = new Map([
    ...workflows,
    ...(ignored === undefined ? [] : [[".gitignore", ignored] as const]),
    [file, text],
  ]);
  await writeChecked(io, file, texts);

  const [account = "", ...others] = accountsOf(start).keys();
  const written = new Map([
    [file, `${count(others.length + 1, "account")}, and you`],
    ...(ignored === undefined ? [] : [[".gitignore", "keeps .orgsync/ out of git"] as const]),
    ...[...workflows.keys()].map((path) => [path, ""] as const),
  ]);
  const { email, region, startUrl, user } = start;
  const profile = others[0] ?? account;
  const consoleUrl = identityCenterConsole(region);
  io.stdout.write(
    initText({ written, file, account, email, region, consoleUrl, startUrl, user, profile, sandbox }, io.stdout),
  );
  if (workflows.size > 0) io.stdout.write(`\n${workflowsText(VERSION)}`);
}

/** The workflows by their paths. Throws an `OrgsyncError` (ORG0702) where they cannot be written. */
async function workflowsFor(io: Io, file: string): Promise<ReadonlyMap<string, string>> {
  if (!(await io.files.exists(resolve(io.cwd, ".git"))))
    throw new OrgsyncError("ORG0702", "this folder is not the top of a git repository", {
      hint: "GitHub reads workflows only there: change to that folder, and name org.yaml with --file",
    });
  const texts = callers({ ref: REF, version: VERSION, file });
  const there: string[] = [];
  for (const path of texts.keys()) if (await io.files.exists(resolve(io.cwd, path))) there.push(path);
  if (there.length > 0)
    throw new OrgsyncError("ORG0702", `${there.join(", ")} ${there.length === 1 ? "is" : "are"} there already`, {
      hint: "nothing was written; move them away to have them written anew",
    });
  return texts;
}

async function writeWorkflows(io: Io, texts: ReadonlyMap<string, string>): Promise<ExitCode> {
  await io.files.writeAll(new Map([...texts].map(([path, text]) => [resolve(io.cwd, path), text])));
  io.stdout.write(`${writtenText(new Map([...texts.keys()].map((path) => [path, ""])))}\n${workflowsText(VERSION)}`);
  return EXIT.ok;
}
