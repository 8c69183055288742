import { ERROR_CODES, type ErrorCode } from "../model/errors.ts";
import { wrapped } from "./layout.ts";
import type { Style } from "./style.ts";

/** What the first two digits say: where it was found, and what that means for AWS. */
const AREAS: Readonly<Record<string, string>> = {
  "01": "Found in the text of org.yaml, without AWS. The message names the place; exit code 3.",
  "02": "Found when org.yaml was compared with its schema, without AWS. The message names the place; exit code 3.",
  "03": "Found when the parts of org.yaml were compared with each other, without AWS. The message names the place; exit code 3.",
  "04": "Found when org.yaml was compared with what AWS has, before anything was changed.",
  "05": "AWS refused a request, answered what cannot be, or did not answer. The message names the operation and the request.",
  "06": "Found while planning or applying. What was done by then is in the output, and a rerun finds it.",
  "07": "Found on the command line or on this machine, before AWS was asked.",
  "08": "Found in a step of a GitHub workflow, with what GitHub answered. Exit code 1; AWS was not asked for anything.",
};

/** A message code for people: what it is about, and where it comes from. */
export const errorCodeText = (code: ErrorCode, { columns }: Pick<Style, "columns">): string =>
  [`${code}: ${ERROR_CODES[code]}`, "", areaOf(code)]
    .flatMap((line) => wrapped(line, columns))
    .map((line) => `${line}\n`)
    .join("");

/** The same as JSON. */
export const errorCodeJson = (code: ErrorCode): string =>
  `${JSON.stringify({ code, about: ERROR_CODES[code], found: areaOf(code) }, null, 2)}\n`;

const areaOf = (code: ErrorCode): string => (code === "ORG0799" ? DEFECT : (AREAS[code.slice(3, 5)] ?? ""));

const DEFECT = "Please report it, with what the message says.";
