import { COMMANDS } from "./commands/index.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { visible, visibleLines } from "../report/escape.ts";
import { VERSION } from "../api/version.ts";

/** Finds the command, runs it, and turns whatever it throws into a message and an exit code. */
export async function main(io: Io): Promise<ExitCode> {
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
    if (entry === undefined) {
      const { nearest } = await import("../config/nearest.ts");
      const near = nearest(
        name,
        COMMANDS.map((candidate) => candidate.name),
      );
      io.stderr.write(
        `orgsync: unknown command ${visible(name)}\n${near === undefined ? "" : `  did you mean ${near}?\n`}  orgsync --help lists the commands\n`,
      );
      return EXIT.usage;
    }
    const [{ Command }, { command }] = await Promise.all([import("commander"), entry.load()]);
    let work: ((io: Io) => Promise<ExitCode>) | undefined;
    const parser = new Command(`orgsync ${name}`)
      .description(entry.summary)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => io.stdout.write(text),
        writeErr: (text) => io.stderr.write(visibleLines(onOneLine(text, rest))),
      })
      .configureHelp({ optionTerm: ({ flags }) => flags.replace("--sandbox <FILE>", "--sandbox[=FILE]") })
      .showHelpAfterError(`(orgsync ${name} --help shows what it takes)`);
    command.define(parser, (chosen) => (work = chosen));
    parser.parse(withSandboxFile(rest), { from: "user" });
    return work === undefined ? EXIT.ok : await work(io);
  } catch (error) {
    const { reportError } = await import("./errors.ts");
    return reportError(io, error);
  }
}

/** commander's words on those that it did not understand: a word that has lines has none here. */
function onOneLine(text: string, argv: readonly string[]): string {
  const words = argv.flatMap((word) => [word, word.slice(word.indexOf("=") + 1)]).filter((word) => word.includes("\n"));
  return words.reduce((shown, word) => shown.replaceAll(word, () => visible(word)), text);
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

Exit codes: 0 done · 1 failed · 2 changes (plan --detailed-exitcode) · 3 org.yaml is not valid · 4 refused by a rail ·
  5 the plan is stale · 6 applied in part, a rerun continues · 64 bad usage · 130, 143 interrupted
`;
}
