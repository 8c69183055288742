import { resolve } from "node:path";
import { whyNoPlan } from "../engine/planFile.ts";
import type { Applied } from "../model/applied.ts";
import type { Drift } from "../model/drift.ts";
import { OrgsyncError } from "../model/errors.ts";
import { isObject } from "../model/json.ts";
import type { Plan } from "../model/plan.ts";
import { appliedText } from "../report/applied.ts";
import { driftText } from "../report/drift.ts";
import { appliedGithub, driftGithub, planGithub } from "../report/github.ts";
import { documentJson } from "../report/json.ts";
import { appliedMarkdown, driftMarkdown, planMarkdown } from "../report/markdown.ts";
import { planText } from "../report/text.ts";
import { HEADINGS } from "./comparison.ts";
import { fileError } from "./fileError.ts";
import type { Io } from "./io.ts";

/** What commands write with --out, and show reads. */
export type Document = Plan | Applied | Drift;

export const DOCUMENT_FORMATS = ["text", "json", "markdown", "github"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A document in one of the formats; `summary` is the long form of markdown, for a job summary. */
export function documentText(document: Document, format: DocumentFormat, io: Io, summary = false): string {
  const options = { style: io.stdout, headings: HEADINGS };
  const markdown = { headings: HEADINGS, target: summary ? "summary" : "comment", linkBase: linksOf(io) } as const;
  if (format === "json") return documentJson(document);
  if (!("document" in document))
    return {
      text: () => planText(document, options),
      markdown: () => planMarkdown(document, markdown),
      github: () => planGithub(document, options),
    }[format]();
  if (document.document === "drift")
    return {
      text: () => driftText(document, options),
      markdown: () => driftMarkdown(document, markdown),
      github: () => driftGithub(document, options),
    }[format]();
  return {
    text: () => appliedText(document, options),
    markdown: () => appliedMarkdown(document, markdown),
    github: () => appliedGithub(document),
  }[format]();
}

/** Where GitHub shows the files of the commit that is worked on. */
function linksOf({ env }: Io): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (server === undefined || repository === undefined || commit === undefined) return undefined;
  return `${server}/${repository}/blob/${commit}/`;
}

/**
 * Reads what a command wrote with --out; an older plan is as good as a new one, because it is only shown. Throws an
 * `OrgsyncError` (ORG0702) when it is none, or of another format.
 */
export async function readDocument(io: Io, path: string): Promise<Document> {
  const hint = "name a file that orgsync plan, apply or drift wrote with --out";
  const unusable = (why: string, cause?: unknown): OrgsyncError =>
    new OrgsyncError("ORG0702", `${path} cannot be shown: ${why}`, { hint, cause });
  let text: string;
  try {
    text = await io.files.read(resolve(io.cwd, path));
  } catch (error) {
    throw fileError(`${path} cannot be shown`, error, hint);
  }
  if (text.trim() === "") throw unusable("it is empty");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unusable("it is not JSON", error);
  }
  const plan = isObject(value) && Object.hasOwn(value, "document") ? value["plan"] : value;
  const wrong = whyNoPlan(plan) ?? whyNotWhole(value as object);
  if (wrong !== undefined) throw unusable(`it is no plan, and no result of apply or drift: ${wrong}`);
  return value as Document;
}

/** What of a document about a plan is not there. */
function whyNotWhole(document: object): string | undefined {
  if (!Object.hasOwn(document, "document")) return undefined;
  const { document: name, formatVersion, outcome, failures, next, adopt } = document as Record<string, unknown>;
  if (formatVersion !== 1) return "formatVersion is not 1";
  if (name === "apply")
    return isOutcome(outcome) &&
      isFailures(failures) &&
      isObject(next) &&
      [next["users"], next["accounts"]].every(Array.isArray)
      ? undefined
      : "outcome, failures or next is missing";
  if (name === "drift") return isAdopt(adopt) ? undefined : "adopt is missing";
  return "document is neither apply nor drift";
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");

const isOutcome = (value: unknown): boolean =>
  isObject(value) &&
  ["done", "failed", "skipped", "waiting", "left"].every((list) => isTexts(value[list])) &&
  typeof value["seconds"] === "number";

const isFailures = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (item) => isObject(item) && isTexts([item["address"], item["code"], item["message"], item["hint"] ?? ""]),
  );

const isAdopt = (value: unknown): boolean =>
  isObject(value) &&
  typeof value["yaml"] === "string" &&
  isObject(value["files"]) &&
  isTexts(Object.values(value["files"])) &&
  Array.isArray(value["remove"]) &&
  value["remove"].every((item) => isObject(item) && isTexts([item["label"]]));
