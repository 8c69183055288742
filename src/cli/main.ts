import type { Command as Parser, CommanderError } from "commander";
import { OrgsyncError } from "../model/errors.ts";
import { asStarted } from "../report/started.ts";
import { COMMANDS } from "./commands/index.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Io, Output } from "./io.ts";
import { isColourFlag } from "./looks.ts";
import { shellWord } from "../report/shell.ts";
import { VERSION } from "../api/version.ts";

/** Finds the command, runs it, and turns whatever it throws into a message and an exit code. */
export async function main(io: Io): Promise<ExitCode> {
  const [first, ...others] = io.argv;
  if (isColourFlag(first)) return main({ ...io, argv: others });
  if (first !== undefined && VERSION_WORDS.includes(first)) {
    io.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  const asksForHelp = first !== undefined && HELP_WORDS.includes(first);
  const [name, ...rest] = asksForHelp ? others.filter((word) => !isColourFlag(word)) : io.argv;
  if (name === undefined || (asksForHelp && (isFlag(name) || [...HELP_WORDS, ...VERSION_WORDS].includes(name)))) {
    io.stdout.write(asStarted(helpText(), io.stdout));
    return asksForHelp ? EXIT.ok : EXIT.usage;
  }
  try {
    const entry = COMMANDS.find((candidate) => candidate.name === name);
    if (entry === undefined) throw await unknownCommand(name, rest);
    const [{ Command, CommanderError }, { wrapped }, { command }] = await Promise.all([
      import("commander"),
      import("../report/layout.ts"),
      entry.load(),
    ]);
    // commander wraps what it knows; what stands further in is to be copied.
    const fitted = (text: string, output: Output): string =>
      asStarted(text, output).replace(/^\S.*$/gm, (line) => wrapped(line, output.columns).join("\n"));
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
    if (asksForHelp || (rest[0] === "help" && parser.commands.length > 0)) {
      (await partNamed(parser, name, asksForHelp ? rest : rest.slice(1))).outputHelp();
      return EXIT.ok;
    }
    // commander answers an unknown one with the help, and calls that success.
    if (parser.commands.length > 0) await partNamed(parser, name, rest.slice(0, 1));
    parser.hook("preAction", (_, chosen) => refuseEmpty(chosen));
    try {
      parser.parse(withSandboxFile(rest), { from: "user" });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // It has shown a help.
      if (error.code.startsWith("commander.help")) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
      const part = parser.commands.find((one) => one.name() === rest[0]);
      throw badUsage(error, part === undefined ? name : `${name} ${part.name()}`);
    }
    return work === undefined ? EXIT.ok : await work(io);
  } catch (error) {
    const { reportError } = await import("./errors.ts");
    const code = await reportError(io, error);
    if (code === EXIT.usage && hasLooseSandboxFile(rest))
      io.stderr.write("  the file of a sandbox is given with =, as --sandbox=FILE\n");
    return code;
  }
}

const VERSION_WORDS = ["--version", "-V", "-v", "version"];
const HELP_WORDS = ["--help", "-h", "help"];

const isFlag = (word: string): boolean => word.startsWith("-");

/** What these two say is seen to before the command runs: they decide about its error messages, too. */
const withColours = (parser: Parser): Parser =>
  parser.option("--color", "show colours, wherever it is written").option("--no-color", "show no colours");

async function unknownCommand(name: string, rest: readonly string[]): Promise<OrgsyncError> {
  const names = COMMANDS.map((candidate) => candidate.name);
  const meant = rest.find((word) => names.includes(word));
  if (isFlag(name) && meant !== undefined) {
    const words = [meant, name, ...rest.filter((word) => word !== meant)];
    return usage(`the command comes first, and ${name} after it`, `orgsync ${words.map(shellWord).join(" ")}`);
  }
  const near = await didYouMean(name, [...names, "version", "help"]);
  return usage(`unknown ${isFlag(name) ? "option" : "command"} ${name}`, `${near}orgsync --help lists the commands`);
}

/** The command itself, or the part of it that the words name: `serve` of `sandbox`. */
async function partNamed(parser: Parser, name: string, words: readonly string[]): Promise<Parser> {
  const word = words.find((one) => !isFlag(one));
  if (word === undefined) return parser;
  const found = parser.commands.find((part) => part.name() === word);
  if (found !== undefined) return found;
  const names = parser.commands.map((part) => part.name());
  const near = await didYouMean(word, names, `${name} `);
  throw usage(`unknown command ${name} ${word}`, `${near}orgsync ${name} --help shows what it takes`);
}

/** A sentence for a hint, or nothing. */
async function didYouMean(word: string, names: readonly string[], before = ""): Promise<string> {
  const { nearest } = await import("../config/nearest.ts");
  const near = nearest(word, names);
  return near === undefined ? "" : `did you mean ${before}${near}? `;
}

/** A shell variable that is not set makes an empty text, and that would name the folder in which the command runs. */
function refuseEmpty(chosen: Parser): void {
  const hint = "give it a value; a shell variable that is not set is an empty text";
  for (const option of chosen.options)
    if (chosen.getOptionValue(option.attributeName()) === "") throw usage(`${option.long} is empty`, hint);
  chosen.registeredArguments.forEach((argument, index) => {
    if (chosen.processedArgs[index] === "") throw usage(`<${argument.name()}> is empty`, hint);
  });
}

const usage = (message: string, hint: string): OrgsyncError => new OrgsyncError("ORG0701", message, { hint });

/** `--sandbox plan.json`: the word is not the sandbox's file. */
const hasLooseSandboxFile = (argv: readonly string[]): boolean =>
  argv.some((word, index) => word === "--sandbox" && !isFlag(argv[index + 1] ?? "-"));

/** commander's words, `error: unknown option '--fil'` and in a line below `(Did you mean --file?)`, as an error of ours. */
function badUsage({ message }: CommanderError, name: string): OrgsyncError {
  const [, what = message, near] = /^(?:error: )?([^]*?)(?:\n\(Did you mean (.*)\?\))?$/.exec(message) ?? [];
  const help = `orgsync ${name} --help shows what it takes`;
  return usage(what.replace(/\.$/, ""), near === undefined ? help : `did you mean ${near}? ${help}`);
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

Commands (orgsync help COMMAND shows more; orgsync version prints the version):
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

Every command takes --color and --no-color; NO_COLOR and FORCE_COLOR count, too.

Exit codes: 0 done · 1 failed · 2 changes (plan --detailed-exitcode) ·
  3 org.yaml is not valid · 4 refused by a rail · 5 the plan is stale ·
  6 applied in part, a rerun continues · 64 bad usage · 130, 143 interrupted
`;
}
