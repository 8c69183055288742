import type { Command as Parser, CommanderError } from "commander";
import { OrgsyncError } from "../model/errors.ts";
import { COMMANDS } from "./commands/index.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Io, Output } from "./io.ts";
import { isColourFlag } from "./looks.ts";
import { VERSION } from "../api/version.ts";

/** Finds the command, runs it, and turns whatever it throws into a message and an exit code. */
export async function main(io: Io): Promise<ExitCode> {
  const [first, ...others] = io.argv;
  if (isColourFlag(first)) return main({ ...io, argv: others });
  const [name, ...rest] = io.argv;
  if (name === "--version" || name === "-V") {
    io.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const entry = COMMANDS.find((candidate) => candidate.name === rest[0]);
    if (name === "help" && entry !== undefined) return main({ ...io, argv: [entry.name, "--help"] });
    io.stdout.write(helpText());
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  try {
    const entry = COMMANDS.find((candidate) => candidate.name === name);
    if (entry === undefined) throw await unknownCommand(name);
    const [{ Command, CommanderError }, { wrapped }, { command }] = await Promise.all([
      import("commander"),
      import("../report/layout.ts"),
      entry.load(),
    ]);
    // commander wraps what it knows; what stands further in is to be copied.
    const fitted = (text: string, { columns }: Output): string =>
      text.replace(/^\S.*$/gm, (line) => wrapped(line, columns).join("\n"));
    let work: ((io: Io) => Promise<ExitCode>) | undefined;
    const parser = new Command(`orgsync ${name}`)
      .description(entry.summary)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => io.stdout.write(fitted(text, io.stdout)),
        writeErr: (text) => io.stderr.write(fitted(text, io.stderr)),
        // Its errors are thrown too, and told like all others.
        outputError: () => undefined,
        getOutHelpWidth: () => io.stdout.columns,
        getErrHelpWidth: () => io.stderr.columns,
      })
      .configureHelp({ optionTerm: ({ flags }) => flags.replace("--sandbox <FILE>", "--sandbox[=FILE]") });
    command.define(parser, (chosen) => (work = chosen));
    for (const one of [parser, ...parser.commands]) withColours(one);
    try {
      parser.parse(withSandboxFile(rest), { from: "user" });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // It has shown a help.
      if (error.code.startsWith("commander.help")) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      throw badUsage(error, name);
    }
    return work === undefined ? EXIT.ok : await work(io);
  } catch (error) {
    const { reportError } = await import("./errors.ts");
    return reportError(io, error);
  }
}

/** What these two say is seen to before the command runs: they decide about its error messages, too. */
const withColours = (parser: Parser): Parser =>
  parser.option("--color", "show colours, wherever it is written").option("--no-color", "show no colours");

async function unknownCommand(name: string): Promise<OrgsyncError> {
  const { nearest } = await import("../config/nearest.ts");
  const near = nearest(
    name,
    COMMANDS.map((candidate) => candidate.name),
  );
  const list = "orgsync --help lists the commands";
  return new OrgsyncError("ORG0701", `unknown command ${name}`, {
    hint: near === undefined ? list : `did you mean ${near}? ${list}`,
  });
}

/** commander's words, `error: unknown option '--fil'` and in a line below `(Did you mean --file?)`, as an error of ours. */
function badUsage({ message }: CommanderError, name: string): OrgsyncError {
  const [, what = message, near] = /^(?:error: )?([^]*?)(?:\n\(Did you mean (.*)\?\))?$/.exec(message) ?? [];
  const help = `orgsync ${name} --help shows what it takes`;
  return new OrgsyncError("ORG0701", what.replace(/\.$/, ""), {
    hint: near === undefined ? help : `did you mean ${near}? ${help}`,
  });
}

/** A file is given to `--sandbox` only with `=`, so that `--sandbox plan.json` never takes the plan for the sandbox. */
function withSandboxFile(argv: readonly string[]): string[] {
  return argv.map((word) => (word === "--sandbox" ? "--sandbox=.orgsync/sandbox.json" : word));
}

function helpText(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return `orgsync: AWS Organizations and IAM Identity Center from one reviewed file

Try it without an AWS account:
  orgsync plan --sandbox -f node_modules/orgsync/examples/guide/org.yaml

For real, with AWS credentials of the management account:
  orgsync init      (or orgsync import, where there is an organization)
  orgsync plan
  orgsync apply

Commands (orgsync COMMAND --help shows more):
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

Every command takes --color and --no-color; NO_COLOR and FORCE_COLOR count, too.

Exit codes: 0 done · 1 failed · 2 changes (plan --detailed-exitcode) ·
  3 org.yaml is not valid · 4 refused by a rail · 5 the plan is stale ·
  6 applied in part, a rerun continues · 64 bad usage · 130, 143 interrupted
`;
}
