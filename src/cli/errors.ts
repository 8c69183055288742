import { type ErrorCode, InvalidConfig, OrgsyncError } from "../model/errors.ts";
import { visible, visibleLines } from "../report/escape.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { writeProblems } from "./problems.ts";

/** What the process ends with for errors that are more than a failure. */
const EXITS: Partial<Record<ErrorCode, ExitCode>> = {
  ORG0601: EXIT.usage,
  ORG0701: EXIT.usage,
  ORG0802: EXIT.usage,
  ORG0403: EXIT.refused,
  ORG0610: EXIT.refused,
  ORG0611: EXIT.stale,
  ORG0612: EXIT.stale,
  ORG0803: EXIT.stale,
};

/** Says on stderr what went wrong and what to do, without a stack trace for anything that can be foreseen. */
export async function reportError(io: Io, error: unknown): Promise<ExitCode> {
  if (error instanceof InvalidConfig) {
    await writeProblems(io, io.stderr, error);
    return EXIT.invalid;
  }
  if (error instanceof OrgsyncError) {
    io.stderr.write(`${io.stderr.paint("red", "error")} ${error.code}: ${visible(error.message)}\n`);
    for (const detail of error.details) io.stderr.write(`  ${visible(detail)}\n`);
    if (error.hint !== undefined) io.stderr.write(`  ${visibleLines(error.hint)}\n`);
    return EXITS[error.code] ?? EXIT.failed;
  }
  if (isUsageError(error)) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const detail = await import("./stack.ts").then(({ withSources }) => withSources(stack, io.files));
  io.stderr.write(
    `${io.stderr.paint("red", "error")} ORG0799: a defect in orgsync. Please report it with these lines:\n${visibleLines(detail)}\n`,
  );
  return EXIT.failed;
}

/** commander has said what is wrong by now; help and version come this way too, with exit code 0. */
function isUsageError(error: unknown): error is { readonly exitCode: number } {
  return (
    error instanceof Error && "code" in error && String(error.code).startsWith("commander.") && "exitCode" in error
  );
}
