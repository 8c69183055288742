import Type, { type Static } from "typebox";
import { type JsonObject, isObject, sameJson } from "../model/json.ts";
import type { Config, Path } from "../model/config.ts";

/**
 * An IAM policy document, in a file of its own or in place: exactly one of the two. In `content` every scalar is the
 * text as it is written; IAM reads `"true"` and `"5"` as it reads `true` and `5`.
 */
export const policyDocument = Type.Object(
  {
    file: Type.Optional(
      Type.String({
        title: "Policy file",
        description:
          "A JSON file with the policy, relative to the file that names it and inside the folder of org.yaml.",
        minLength: 1,
        maxLength: 512,
        readsFile: "json",
        examples: ["policies/deny-billing.json"],
      }),
    ),
    content: Type.Optional(
      Type.Unsafe<JsonObject>({
        type: "object",
        title: "Policy in place",
        description: "The policy document itself, written as YAML.",
        minProperties: 1,
        additionalProperties: true,
        examples: [{ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: ["aws-portal:*"], Resource: "*" }] }],
        defaultSnippets: [
          {
            label: "policy",
            description: "One statement",
            body: {
              Version: "2012-10-17",
              Statement: [{ Effect: "${1|Allow,Deny|}", Action: ["${2:s3:GetObject}"], Resource: "${3:*}" }],
            },
          },
        ],
      }),
    ),
  },
  {
    title: "Policy document",
    description: "An IAM policy: either file, the name of a JSON file, or content, the policy in place.",
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    examples: [{ file: "policies/deny-billing.json" }],
    defaultSnippets: [
      { label: "file", description: "The policy is in a JSON file", body: { file: "${1:policies/policy.json}" } },
    ],
  },
);

export type PolicyDocument = Static<typeof policyDocument>;

/** The document itself, wherever it is written; `path` is where org.yaml says so. */
export function documentOf(written: PolicyDocument, config: Config, path: Path): JsonObject {
  return (written.file === undefined ? written.content : config.document([...path, "file"])) as JsonObject;
}

/**
 * Whether two policies mean the same: the order of keys, of statements' lists, a single value or a list of one, and
 * `true` or `"true"` make no difference. The order of statements makes none to IAM either.
 */
export function samePolicy(left: unknown, right: unknown): boolean {
  return sameJson(canonical(left), canonical(right));
}

/** The only members of IAM's grammar that are never a list; any other value may stand alone or in a list of one. */
const SINGLE = new Set(["Version", "Id", "Sid", "Effect"]);

function canonical(value: unknown): unknown {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(canonical).toSorted(byText);
  if (!isObject(value)) return value;
  // Keys in one order too: lists are put in order by their text.
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((name) => {
        const member = value[name];
        return [name, canonical(SINGLE.has(name) || Array.isArray(member) ? member : [member])];
      }),
  );
}

function byText(left: unknown, right: unknown): number {
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)] as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}
