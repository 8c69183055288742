import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { ANNOTATIONS, rootSchema, type SchemaNode } from "../src/config/schema.ts";
import { sections } from "../src/kinds/sections.ts";
import { pictures } from "./pictures.ts";
import { githubRoles } from "./githubRoles.ts";
import { readme } from "./readme.ts";
import { reference } from "./reference.ts";
import { testParts } from "./testParts.ts";

/** A file that is made from the code, and committed so that it can be read and compared. */
export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly content: string;
}

/** Every generated file as it should be. */
export async function generated(): Promise<GeneratedFile[]> {
  const [plan, comment] = await pictures();
  return [
    { path: "schema/org.schema.json", content: `${JSON.stringify(rootSchema(sections), null, 2)}\n` },
    { path: "src/config/validator.generated.js", content: await validator() },
    { path: "src/config/validator.generated.d.ts", content: VALIDATOR_TYPES },
    { path: "docs/org-yaml.md", content: reference(rootSchema(sections)) },
    { path: "examples/github/iam.yaml", content: await githubRoles("examples/github/iam.yaml") },
    { path: "README.md", content: await readme(comment.content) },
    { path: "test/README.md", content: await testParts() },
    plan,
    comment,
  ];
}

/** Ajv's check of the schema as plain code: compiling it at run time would cost several times node's own start. */
async function validator(): Promise<string> {
  const ajv = new Ajv.default({
    strict: true,
    allErrors: true,
    allowUnionTypes: false,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode.default(ajv, ajv.compile(withoutWords(rootSchema(sections))));
  // Bundled, because ajv's code requires its own runtime.
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    charset: "utf8",
    minifySyntax: true,
  });
  return `// Made by \`npm run generate\` from the sections in src/kinds.\n${outputFiles[0]?.text ?? ""}`;
}

/** A schema without what only people and editors read: ajv carries a part of it into the code. */
function withoutWords(node: SchemaNode): SchemaNode {
  const words = ["title", "description", "default", "examples", ...ANNOTATIONS];
  const child = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(child);
    return typeof value === "object" && value !== null ? withoutWords(value) : value;
  };
  const entries = Object.entries(node).flatMap(([keyword, value]): [string, unknown][] => {
    if (words.includes(keyword)) return [];
    if (keyword !== "properties") return [[keyword, child(value)]];
    return [[keyword, Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, child(one)]))]];
  });
  return Object.fromEntries(entries);
}

const VALIDATOR_TYPES = `// Made by \`npm run generate\`.
import type { SchemaError } from "./validate.ts";

/** Whether a value is an org.yaml by the schema; \`errors\` says why the last one was not. */
export declare const validate: ((value: unknown) => boolean) & { errors?: readonly SchemaError[] | null };
`;
