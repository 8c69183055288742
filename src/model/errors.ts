import type { Problem } from "./problem.ts";
import type { Source } from "./resource.ts";

/**
 * Every message code, with what it is about. Codes are never reused.
 * 01xx the file as text · 02xx the file against the schema · 03xx the file against itself · 04xx the file against AWS ·
 * 05xx AWS · 06xx plan and apply · 07xx the command line and this machine · 08xx GitHub.
 */
export const ERROR_CODES = {
  ORG0101: "not readable as a file",
  ORG0102: "not valid YAML",
  ORG0103: "a YAML feature that org.yaml does not use (anchor, alias, tag, merge key, directive, several documents)",
  ORG0104: "a key that stands twice",
  ORG0105: "too large or too deeply nested",
  ORG0106: "a key that is not plain text, or not safe",
  ORG0107: "characters that do not show",
  ORG0108: "an empty file, or one without a section",
  ORG0201: "unknown key",
  ORG0202: "missing key",
  ORG0203: "wrong type",
  ORG0204: "not one of the allowed values",
  ORG0205: "wrong form",
  ORG0206: "too long or too short",
  ORG0207: "too many or too few",
  ORG0208: "an empty value where only {} or [] say none",
  ORG0209: "keys that exclude each other, or need each other",
  ORG0301: "unknown name",
  ORG0302: "keys that look alike",
  ORG0303: "two accounts, or two users, with one e-mail",
  ORG0304: "not exactly one management account",
  ORG0305: "missing parent of an organizational unit",
  ORG0306: "organizational units nested too deeply",
  ORG0307: "a closed account that is named elsewhere",
  ORG0308: "a limit of AWS",
  ORG0309: "a file that is named in org.yaml cannot be used",
  ORG0310: "the same thing twice",
  ORG0311: "two things with one name in AWS",
  ORG0312: "previously: that cannot be right",
  ORG0313: "listed and ignored",
  ORG0314: "users or groups that an identity provider decides",
  ORG0315: "a section in a file that may not have it",
  ORG0316: "an acknowledgement or a rail that cannot be right",
  ORG0401: "a name that neither org.yaml nor AWS has",
  ORG0402: "an account that is not what the file says",
  ORG0403: "another organization",
  ORG0404: "owned by somebody else",
  ORG0405: "more than AWS allows the organization",
  ORG0501: "AWS refused or failed",
  ORG0502: "access denied",
  ORG0503: "credentials missing or expired",
  ORG0504: "an operation that the endpoint does not have",
  ORG0505: "an answer that cannot be right",
  ORG0506: "the endpoint cannot be reached",
  ORG0507: "an asynchronous request failed",
  ORG0508: "AWS took too long",
  ORG0509: "a partition that orgsync does not support",
  ORG0510: "read-only: a write was refused",
  ORG0511: "an incomplete read: AWS has something that its list left out",
  ORG0601: "nobody said yes",
  ORG0602: "something else holds this name",
  ORG0603: "waits for a step that only a person can do",
  ORG0604: "something changed while applying",
  ORG0605: "not managed from here",
  ORG0606: "a move that AWS has no call for",
  ORG0607: "access that ends soon, or has ended",
  ORG0608: "something that the base of this change does not have, or has no longer",
  ORG0609: "an acknowledgement that has expired, or has nothing left to do",
  ORG0610: "refused by a rail",
  ORG0611: "not the approved plan",
  ORG0612: "a plan file that cannot be used",
  ORG0613: "AWS and what was just imported differ",
  ORG0701: "bad usage",
  ORG0702: "a local file cannot be used",
  ORG0703: "the sandbox cannot be used",
  ORG0704: "something that org.yaml does not say, and that AWS could not be asked for",
  ORG0799: "a defect in orgsync",
  ORG0801: "GitHub refused or failed",
  ORG0802: "not in a GitHub workflow, or not in one that this works in",
  ORG0803: "no approval can be told from what GitHub has",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERROR_CODES, text);

/** The code that a word is meant to be, known or not: `org0301`, or `ORG0301:` as it was copied from a message. */
export function codeIn(word: string): string | undefined {
  const digits = /^\s*\[?org-?(\d+)[\]:.]*\s*$/i.exec(word)?.[1];
  return digits === undefined ? undefined : `ORG${digits}`;
}

/**
 * Anything that can be foreseen: shown as a message without a stack trace.
 * `message` says what and where, `details` what it is about one by one, `hint` what to do next; `source` is the line of a
 * file that it is about, if it is about one.
 */
export class OrgsyncError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: readonly string[];
  readonly source: Source | undefined;
  /** Whether every other change of the same kind and verb would fail in the same way: a quota that is used up. */
  readonly holdsForAll: boolean;
  override readonly name: string = "OrgsyncError";

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      hint?: string | undefined;
      details?: readonly string[];
      source?: Source;
      holdsForAll?: boolean;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.details = options.details ?? [];
    this.source = options.source;
    this.holdsForAll = options.holdsForAll ?? false;
  }
}

/** org.yaml is not valid; carries every problem found, and the texts of the files that they point into. */
export class InvalidConfig extends OrgsyncError {
  override readonly name = "InvalidConfig";
  readonly problems: readonly Problem[];
  /** By file, as in the problems' sources; without a byte order mark. */
  readonly texts: ReadonlyMap<string, string>;

  constructor(problems: readonly Problem[], texts: ReadonlyMap<string, string> = new Map()) {
    super(
      problems[0]?.code ?? "ORG0102",
      `${problems.length} ${problems.length === 1 ? "problem" : "problems"} in org.yaml`,
    );
    this.problems = problems;
    this.texts = texts;
  }
}
