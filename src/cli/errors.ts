import { type ErrorCode, InvalidConfig, OrgsyncError } from "../model/errors.ts";
import { reasonOf, systemCode } from "../model/systemError.ts";
import { errorText } from "../report/errors.ts";
import { visibleLines } from "../report/escape.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import type { Io } from "./io.ts";
import { writeProblems } from "./problems.ts";
import { explained } from "./setup.ts";

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
export async function reportError(io: Io, thrown: unknown): Promise<ExitCode> {
  const { stderr } = io;
  const error = await explained(io, thrown);
  if (error instanceof InvalidConfig) {
    await writeProblems(io, stderr, error);
    return EXIT.invalid;
  }
  if (error instanceof OrgsyncError) {
    stderr.write(errorText(error, stderr));
    return EXITS[error.code] ?? EXIT.failed;
  }
  if (isSystemError(error)) {
    const where = error.path ?? error.syscall;
    stderr.write(errorText({ code: "ORG0702", message: `${where}: ${reasonOf(error)}` }, stderr));
    return EXIT.failed;
  }
  const message = "a defect in orgsync. Please report it with these lines:";
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const detail = await import("./stack.ts").then(({ withSources }) => withSources(stack, io.files));
  stderr.write(`${errorText({ code: "ORG0799", message }, stderr)}${visibleLines(detail)}\n`);
  return EXIT.failed;
}

/** What the operating system says of a file or of a port: nobody has to look at our code for it. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  systemCode(error) !== undefined && error instanceof Error && "syscall" in error;
