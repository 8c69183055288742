import { type RunnerCommand, runnerCommands } from "./runner.ts";
import { type Sequences, unshown, without } from "./terminal.ts";

export interface Allowed extends Sequences {
  /** How many workflow commands orgsync itself has written; each must be an annotation. */
  readonly annotations?: number;
  /** Whether they are more than the problems of a file: of any level, with any title, and some without a place. */
  readonly isReport?: boolean;
}

/** How a text from outside gets out of an output: not at all, or each way in words. */
export function leaksIn(output: string, texts: readonly string[], allowed: Allowed = {}): string[] {
  const shown = without(output, allowed);
  const commands = runnerCommands(output);
  const own = commands.filter(allowed.isReport === true ? isOfReport : isProblem);
  return [
    ...unshown(output, allowed).map((point) => `a terminal gets ${point}`),
    ...commands.filter((one) => !own.includes(one)).map((one) => `a runner obeys ${JSON.stringify(one)}`),
    ...(own.length === (allowed.annotations ?? 0) ? [] : [`a runner finds ${own.length} annotations`]),
    ...texts.filter((text) => unshown(text).length > 0 && shown.includes(text)).map((text) => `raw: ${text}`),
    ...texts.filter((text) => /\n./.test(text) && shown.includes(text)).map((text) => `lines of its own: ${text}`),
    ...(STACK.test(output) && !texts.some((text) => STACK.test(`\n ${text}`)) ? ["a stack trace"] : []),
  ];
}

/** Some of the texts look like one, and can stand so where they are wrapped: they are looked for with their lines. */
const STACK = /\n\s+at .*:\d+:\d+/;

function isProblem({ name, properties }: RunnerCommand): boolean {
  const { line = "", col = "", title = "", ...rest } = properties;
  return name === "error" && isPlace(rest) && isNumber(line) && isNumber(col) && /^ORG\d{4}$/.test(title);
}

function isOfReport({ name, properties }: RunnerCommand): boolean {
  const { line = "1", col = "1", title, ...rest } = properties;
  const level = name === "error" || name === "warning" || name === "notice";
  return level && isPlace(rest) && isNumber(line) && isNumber(col) && title !== undefined;
}

const isPlace = (properties: object): boolean =>
  Object.keys(properties).every((key) => key === "file" || key === "endColumn");
const isNumber = (text: string): boolean => /^\d+$/.test(text);
