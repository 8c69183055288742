import { dirname, join, resolve } from "node:path";
import { nearest } from "../../config/nearest.ts";
import { draft, type Drafted, type OrgDraft, printDocument, printDraft, splice } from "../../api/import.ts";
import { sections } from "../../kinds/sections.ts";
import type { Config } from "../../model/config.ts";
import { OrgsyncError } from "../../model/errors.ts";
import type { Change, Plan } from "../../model/plan.ts";
import { errorText } from "../../report/errors.ts";
import { visible } from "../../report/escape.ts";
import { paragraph } from "../../report/layout.ts";
import { shellWord } from "../../report/shell.ts";
import { count, planText } from "../../report/text.ts";
import { type Command, options } from "../command.ts";
import { compareWithProgress, HEADINGS, withProgress } from "../comparison.ts";
import { readConfig } from "../config.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { importText } from "../importText.ts";
import type { Io } from "../io.ts";
import { openSession, type Session, type SessionOptions } from "../session.ts";
import { schemaFrom } from "../schemaPath.ts";
import { VERSION } from "../../api/version.ts";
import { writeChecked } from "../writeChecked.ts";

interface ImportFlags extends SessionOptions {
  readonly out?: string;
  readonly file?: string;
  readonly only?: string;
  readonly replace?: true;
  readonly unmanaged?: true;
}

export const command: Command = {
  define(parser, run) {
    options.sandbox(parser);
    options.logging(parser);
    parser
      .option("--out <file>", "the file to write (org.yaml); policies go into files beside it")
      .option("--only <sections>", "only these sections, separated by commas: users,groups")
      .option("--replace", "write files anew that are there already")
      .option("--unmanaged", "add to an org.yaml what AWS has and it does not list")
      .option("-f, --file <path>", "the org.yaml that --unmanaged adds to (org.yaml)")
      .addHelpText("before", "Example:\n  orgsync import --out org.yaml\n")
      .action((flags: ImportFlags) => run((io) => importOrganization(io, flags)));
  },
};

/** Also for `init`, when there is an organization already. */
export async function importOrganization(io: Io, flags: ImportFlags): Promise<ExitCode> {
  const { out, file } = flags;
  const wanted = sectionsOf(flags.only);
  if (flags.unmanaged === true && out !== undefined)
    throw usage("--out does not go with --unmanaged, which adds to a file", `write --file ${out}`);
  if (flags.unmanaged !== true && file !== undefined)
    throw usage("--file is the org.yaml that --unmanaged adds to", `--out ${file} writes a new one`);
  const target = out ?? file ?? "org.yaml";
  // What cannot be done is told before AWS is asked for long.
  if (flags.unmanaged !== true) await refuseExisting(io, [target], flags);
  const config = flags.unmanaged === true ? await readConfig(io, target) : undefined;
  const session = await openSession(io, flags, { writes: false });
  try {
    const { connection } = session;
    const drafted = await withProgress(io, connection, (onRead) =>
      draft(config, connection, { version: VERSION, sections: wanted, onRead }),
    );
    return config === undefined
      ? await writeNew(io, session, flags, target, drafted)
      : await addTo(io, session, flags, config, drafted);
  } finally {
    await session.close();
  }
}

async function writeNew(
  io: Io,
  session: Session,
  flags: ImportFlags,
  target: string,
  drafted: Drafted,
): Promise<ExitCode> {
  const beside = filesBeside(target, drafted.draft);
  await refuseExisting(io, [...beside.keys()], flags);
  await writeChecked(io, target, new Map([...beside, [target, printDraft(drafted.draft, schemaFrom(io, target))]]));
  io.stdout.write(importText(drafted.draft, { verb: "Wrote", file: target, style: io.stdout }));

  const { plan } = await compareWithProgress(io, session, await readConfig(io, target), { file: target });
  showPlan(io, plan);
  if (plan.changes.length > 0) return differs(io, plan.changes, `with ${target} as it was just written`);
  io.stdout.write(`\nNext:\n  git add ${namesToAdd(target, beside)}\n  orgsync plan${fileFlag(target)}\n`);
  return EXIT.ok;
}

async function addTo(
  io: Io,
  session: Session,
  flags: ImportFlags,
  config: Config,
  { draft: additions, resources, before }: Drafted & { readonly before: Plan | undefined },
): Promise<ExitCode> {
  const { file } = config;
  const old = await io.files.read(resolve(io.cwd, file));
  const { text, elsewhere } = splice(old, additions, config);
  for (const [section, key] of elsewhere) {
    const { file: other, line } = config.at([section ?? "", key ?? ""]);
    const what = `what is missing in ${section}: ${key}, which stands in ${other}:${line}`;
    io.stdout.write(paragraph(visible(`Not added: ${what}`), io.stdout));
  }
  if (text === old) {
    const nothing = `Nothing to add: ${visible(file)} lists all that AWS has and nobody else owns.`;
    io.stdout.write(paragraph(nothing, io.stdout));
    return EXIT.ok;
  }
  const beside = filesBeside(file, additions);
  await refuseExisting(io, [...beside.keys()], flags);
  await writeChecked(io, file, new Map([...beside, [file, text]]));
  io.stdout.write(importText(additions, { verb: "Added to", file, style: io.stdout }));

  const { plan } = await compareWithProgress(io, session, await readConfig(io, file), { file });
  showPlan(io, plan);
  const known = new Set(before?.changes.map(identity));
  const added = new Set(elsewhere.length > 0 ? [] : resources.map(({ address }) => address));
  const news = plan.changes.filter((change) => !known.has(identity(change)) || added.has(change.address));
  if (news.length > 0) return differs(io, news, "because of what was just added");
  if (plan.changes.length > 0)
    io.stdout.write(
      `\n${paragraph("These changes were there before: import adds what is missing, and changes nothing else.", io.stdout)}`,
    );
  io.stdout.write(`\nNext:\n  git diff\n  git add ${namesToAdd(file, beside)}\n  orgsync plan${fileFlag(file)}\n`);
  return EXIT.ok;
}

const identity = ({ action, address }: Change): string => `${action} ${address}`;

function showPlan(io: Io, plan: Plan): void {
  io.stdout.write(`\n${planText(plan, { style: io.stdout, headings: HEADINGS })}`);
}

/** The file is there, but it is not what was promised. */
function differs(io: Io, changes: readonly Change[], why: string): ExitCode {
  const message = `${count(changes.length, "difference")} between AWS and the file ${why}`;
  io.stderr.write(errorText({ code: "ORG0613", message, hint: "see the plan above" }, io.stderr));
  return EXIT.failed;
}

/** Policies by their paths. */
function filesBeside(target: string, { files }: OrgDraft): Map<string, string> {
  return new Map([...files].map(([path, document]) => [join(dirname(target), path), printDocument(document)]));
}

async function refuseExisting(io: Io, paths: readonly string[], { replace }: ImportFlags): Promise<void> {
  if (replace === true) return;
  const there: string[] = [];
  for (const path of paths) if (await io.files.exists(resolve(io.cwd, path))) there.push(path);
  if (there.length === 0) return;
  const names = there.length <= 3 ? there.join(", ") : `${there.slice(0, 3).join(", ")} and ${there.length - 3} more`;
  throw new OrgsyncError(
    "ORG0702",
    `${names} ${there.length === 1 ? "is" : "are"} there already; nothing was written`,
    {
      hint: "--replace writes anew what is there; orgsync import --unmanaged adds to an org.yaml what it does not list",
    },
  );
}

function sectionsOf(only: string | undefined): string[] | undefined {
  if (only === undefined) return undefined;
  // What is said about the file itself is not in AWS.
  const known = sections.map(({ key }) => key).filter((key) => key !== "include" && key !== "ignore");
  return only.split(",").map((word) => {
    const name = word.trim();
    if (known.includes(name)) return name;
    const near = nearest(name, known);
    throw usage(
      `--only names sections of org.yaml, and ${name === "" ? "an empty name" : name} is none`,
      near === undefined ? `one or more of ${known.join(", ")}` : `did you mean ${near}?`,
    );
  });
}

const usage = (message: string, hint: string): OrgsyncError => new OrgsyncError("ORG0701", message, { hint });

const fileFlag = (file: string): string => (file === "org.yaml" ? "" : ` --file ${shellWord(file)}`);

/** The file, and the folders beside it. */
function namesToAdd(target: string, beside: ReadonlyMap<string, string>): string {
  const folders = new Set([...beside.keys()].map((path) => dirname(path)));
  return [target, ...folders].map(shellWord).join(" ");
}
