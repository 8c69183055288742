import type { Command as Parser } from "commander";
import type { Io } from "./io.ts";
import type { ExitCode } from "./exit.ts";

/** One command: what it accepts, and what it does with it. */
export interface Command {
  /** Adds options, arguments and help, and calls `run` with what was parsed. */
  define(parser: Parser, run: (work: (io: Io) => Promise<ExitCode>) => void): void;
}

/** Options that several commands share; each adds those that it understands. */
export const options = {
  file: (parser: Parser): Parser => parser.option("-f, --file <path>", "the organization's file", "org.yaml"),
  sandbox: (parser: Parser): Parser =>
    parser.option("--sandbox <FILE>", "use the simulated AWS kept in FILE (.orgsync/sandbox.json) instead of AWS"),
  base: (parser: Parser): Parser =>
    parser.option(
      "--base <ref or file>",
      "what the file was before: a git commit or branch, or a file; rails are loosened only by what it has, too",
    ),
  format: (parser: Parser, formats: readonly string[]): Parser =>
    parser.addOption(
      parser.createOption("--format <format>", "how the result is written").choices(formats).default(formats[0]),
    ),
  logging: (parser: Parser): Parser =>
    parser
      .option("--log-level <level>", "log to stderr: trace, debug, info, warn, error", "silent")
      .option("--log-format <format>", "text or json", "text")
      .option("--mask-emails", "show e-mail addresses in the log as d…@acme.com (on where CI is set)")
      .option("--no-mask-emails", "show them whole"),
};
