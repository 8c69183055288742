import { nearest } from "../../config/nearest.ts";
import type { Aws } from "../../aws/clients.ts";
import type { Check } from "../../doctor/check.ts";
import { CHECKS } from "../../doctor/checks/index.ts";
import { makeContext, type Ports } from "../../doctor/context.ts";
import { hiddenNames, openNames } from "../../doctor/names.ts";
import { runChecks } from "../../doctor/run.ts";
import { OrgsyncError } from "../../model/errors.ts";
import type { CheckReport } from "../../model/doctor.ts";
import { systemCode } from "../../model/systemError.ts";
import { checkListJson, checkListText, checkText, doctorJson, doctorSummary } from "../../report/doctor.ts";
import { paragraph } from "../../report/layout.ts";
import { type Command, options } from "../command.ts";
import { readConfig } from "../config.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { fileError } from "../fileError.ts";
import type { Io } from "../io.ts";
import { openLog } from "../log.ts";
import { schemaFrom } from "../schemaPath.ts";
import { openSession, type Session, type SessionOptions } from "../session.ts";
import { ownPath, settingsName } from "../settingsFile.ts";
import { VERSION } from "../../api/version.ts";

interface DoctorFlags extends SessionOptions {
  readonly file: string;
  readonly list?: true;
  readonly json?: true;
  readonly profile?: string;
  readonly redact?: true;
}

const EXAMPLE = `Example:
  orgsync doctor
  orgsync doctor --profile acme-dev
  orgsync doctor --redact > report.txt
`;

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.logging(parser);
    parser
      .argument("[check]", "one of those that --list names; all of them without")
      .option("--list", "list the checks, and make none")
      .option("--json", "one JSON document")
      .option(
        "--profile <name>",
        "whether AWS answers to this profile of the AWS settings; alone, it makes no other check",
      )
      .option("--redact", "hide account ids, e-mail addresses and all names, for a report that others read")
      .addHelpText("before", EXAMPLE)
      .addHelpText(
        "after",
        "\nIt changes nothing. Exits with 1 when a check failed, and with 0 when some could only not be made.",
      )
      .action((check: string | undefined, flags: DoctorFlags) => run((io) => examine(io, check, flags)));
  },
};

async function examine(io: Io, name: string | undefined, flags: DoctorFlags): Promise<ExitCode> {
  const checks = chosen(name, flags);
  const { stdout } = io;
  if (flags.list === true) {
    stdout.write(flags.json === true ? checkListJson(checks) : checkListText(checks, stdout));
    return EXIT.ok;
  }
  // Bad usage is told before anything is looked at.
  await openLog(io, flags);
  let session: Session | undefined;
  let isAbandoned = false;
  const ports = portsOf(io, flags, {
    async connect() {
      session = await openSession(io, flags, { writes: false, impatient: true });
      return session.connection as Aws;
    },
    abandoned: () => (isAbandoned = true),
  });
  let code: ExitCode;
  try {
    const reports = await shown(io, checks, runChecks(checks, makeContext(ports)), flags);
    code = reports.some(({ outcome }) => outcome === "failed") ? EXIT.failed : EXIT.ok;
  } finally {
    await session?.close();
  }
  // What asks for credentials cannot be stopped, and would keep the process.
  return isAbandoned ? io.leave(code) : code;
}

function chosen(name: string | undefined, { profile }: DoctorFlags): readonly Check[] {
  const wanted = name ?? (profile === undefined ? undefined : "profile");
  if (wanted === undefined) return CHECKS;
  const found = CHECKS.filter((check) => check.name === wanted);
  if (found.length > 0) return found;
  const near = nearest(
    wanted,
    CHECKS.map((check) => check.name),
  );
  throw new OrgsyncError("ORG0701", `there is no check ${wanted}`, {
    hint: near === undefined ? "orgsync doctor --list names them" : `did you mean ${near}?`,
  });
}

/** A person in front of a terminal is told what takes so long. In milliseconds. */
const PATIENCE = 10_000;

/** Shows each report once those before it are shown. */
async function shown(
  io: Io,
  checks: readonly Check[],
  made: readonly Promise<CheckReport>[],
  { json, redact }: DoctorFlags,
): Promise<readonly CheckReport[]> {
  const { stdout, stderr } = io;
  const open = new Set(checks.map(({ name }) => name));
  made.forEach((report) => void report.then(({ name }) => open.delete(name)).catch(() => undefined));
  const stop = stderr.isTTY
    ? io.every(PATIENCE, () => stderr.write(paragraph(`still waiting for ${[...open].join(", ")}`, stderr)))
    : () => undefined;
  const width = Math.max(...checks.map(({ name }) => name.length));
  try {
    if (json === true) {
      const reports = await Promise.all(made);
      stdout.write(doctorJson(reports, { version: VERSION, redacted: redact === true }));
      return reports;
    }
    const reports: CheckReport[] = [];
    for (const report of made) {
      reports.push(await report);
      stdout.write(checkText(await report, { width, style: stdout }));
    }
    stdout.write(doctorSummary(reports, stdout));
    return reports;
  } finally {
    stop();
  }
}

function portsOf(
  io: Io,
  { file, sandbox, profile, redact }: DoctorFlags,
  aws: Pick<Ports, "connect" | "abandoned">,
): Ports {
  const isSandbox = sandbox !== undefined;
  return {
    node: io.node,
    clock: io.clock,
    env: io.env,
    file,
    schema: schemaFrom(io, file),
    settingsFile: settingsName(io, isSandbox),
    isSandbox,
    profile,
    names: redact === true ? hiddenNames() : openNames,
    read: (path) => ifThere(path, () => io.files.read(ownPath(io, path))),
    list: async (folder) => (await ifThere(folder, () => io.files.list(ownPath(io, folder)))) ?? [],
    command: (name, args, ms) => io.command(name, args, ms),
    loadConfig: () => readConfig(io, file),
    ...aws,
  };
}

/** Undefined for what is not there; what is there and cannot be read is another thing. */
async function ifThere<T>(path: string, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return undefined;
    throw fileError(`cannot read ${path}`, error, "make it something that you may read");
  }
}
