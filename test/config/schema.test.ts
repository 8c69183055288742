import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { generated } from "../../scripts/generated.ts";
import { ANNOTATIONS, rootSchema, type SchemaNode } from "../../src/config/schema.ts";
import { sections } from "../../src/kinds/sections.ts";

type Node = SchemaNode & {
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly defaultSnippets?: readonly { label: string; description: string; body: unknown }[];
};

const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addVocabulary([...ANNOTATIONS]);
const schema = rootSchema(sections);

/** Every node below one, with its place. */
function* nodesOf(node: Node, path: string): Generator<[string, Node]> {
  yield [path, node];
  for (const [key, child] of Object.entries(node.properties ?? {})) yield* nodesOf(child, `${path}.${key}`);
  for (const key of ["items", "propertyNames", "additionalProperties"] as const) {
    const child = node[key];
    if (typeof child === "object") yield* nodesOf(child, `${path}.${key === "items" ? "[]" : key}`);
  }
  for (const [index, child] of (node.anyOf ?? []).entries()) yield* nodesOf(child, `${path}.anyOf${index}`);
}

const nodes = [...nodesOf(schema, "org.yaml")];

/** A snippet as it stands in the file when nobody changes what the editor offers. */
function filledIn(body: unknown): unknown {
  if (typeof body === "string")
    return body.replace(/\$\{\d+:([^}]*)\}/g, "$1").replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1");
  if (Array.isArray(body)) return body.map(filledIn);
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [filledIn(key), filledIn(value)]));
}

describe("the schema", () => {
  test("compiles in ajv's strict mode and says which draft it is", () => {
    expect(ajv.compile(schema)).toBeInstanceOf(Function);
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
  });

  test("has the sections in reading order, and nothing else at the top", () => {
    expect(Object.keys(schema.properties ?? {})).toEqual(["version", ...sections.map(({ key }) => key)]);
    expect(schema.additionalProperties).toBe(false);
  });

  test.each(nodes)("%s teaches", (_path, node) => {
    expect(node.title).toMatch(/\S/);
    expect(node.description).toMatch(/^[A-Z0-9].*\.$/s);
  });

  test.each(nodes.filter(([, { properties }]) => properties !== undefined))(
    "%s refuses unknown keys",
    (_path, node) => {
      expect(node.additionalProperties).toBe(false);
    },
  );

  test.each(nodes.filter(([, { pattern }]) => pattern !== undefined))("%s explains its form", (_path, node) => {
    expect(node.patternErrorMessage).toMatch(/\S/);
  });

  test.each(nodes.filter(([, { examples, defaultSnippets }]) => examples ?? defaultSnippets))(
    "%s: examples and snippets are valid",
    (_path, node) => {
      const validate: ValidateFunction = ajv.compile(node);
      const bodies = (node.defaultSnippets ?? []).map(({ body }) => filledIn(body));
      for (const value of [...(node.examples ?? []), ...bodies])
        expect([value, validate(value), validate.errors]).toEqual([value, true, null]);
    },
  );

  test.each(nodes.filter(([, { pattern }]) => pattern !== undefined))(
    "%s: the pattern takes linear time",
    (_path, { pattern }) => {
      const regexp = new RegExp(pattern ?? "", "u");
      for (const part of ["a", "a.", "a-", "/a", "/", ".", "@a", "a@a.", "0", " ", "é", "-.", "PT1H", "_="]) {
        for (const text of [part.repeat(50_000), `a@${part.repeat(50_000)}\u0001`, `https://${part.repeat(50_000)} `]) {
          const start = performance.now();
          regexp.test(text);
          expect(performance.now() - start).toBeLessThan(1000);
        }
      }
    },
  );
});

test.each(await generated())("$path is as the code would write it", async ({ path, content }) => {
  expect(await readFile(join(import.meta.dirname, "../..", path), "utf8")).toBe(content);
});
