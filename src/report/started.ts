import type { Style } from "./style.ts";

/** The words that follow `orgsync` in a command; so that no sentence about orgsync is taken for one. */
export const COMMAND_WORDS = [
  "init",
  "import",
  "validate",
  "plan",
  "apply",
  "drift",
  "show",
  "explain",
  "doctor",
  "aws-config",
  "github",
  "iam",
  "sandbox",
  "schema",
  "help",
  "version",
  "COMMAND",
  "--help",
];

const COMMAND = new RegExp(`(?<![\\w./:@-]|npx )orgsync(?= (?:${COMMAND_WORDS.join("|")})(?![\\w-]))`, "g");

/** Commands as orgsync was started, so that they can be pasted: `npx orgsync plan` where npm has started it. */
export const asStarted = (text: string, { startedAs = "orgsync" }: Style): string => text.replace(COMMAND, startedAs);
