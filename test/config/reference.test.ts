import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { line } from "../../scripts/reference.ts";
import { rootSchema, type SchemaNode } from "../../src/config/schema.ts";
import { validate } from "../../src/config/validator.generated.js";
import { valuesOf } from "../../src/config/values.ts";
import { readYaml } from "../../src/config/yaml.ts";
import { sections } from "../../src/kinds/sections.ts";

const schema = rootSchema(sections);

/** What the loader reads a text as. */
function read(text: string, node: SchemaNode): unknown {
  const { tree, mistakes } = readYaml(text);
  expect(mistakes).toEqual([]);
  return valuesOf(tree as NonNullable<typeof tree>, node).value;
}

/** Every key that the file can have, with its node. */
function* keysOf(node: SchemaNode, path: string): Generator<[string, string, SchemaNode]> {
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    yield [`${path}${key}`, key, child];
    yield* keysOf(child, `${path}${key}.`);
  }
  for (const child of [node.items, node.additionalProperties, ...(node.anyOf ?? [])])
    if (typeof child === "object") yield* keysOf(child, path);
}

test("every example of a section on the page is a file that the loader takes", async () => {
  const page = await readFile(join(import.meta.dirname, "../../docs/org-yaml.md"), "utf8");
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  expect(blocks).toHaveLength(sections.length);
  for (const block of blocks) {
    const value = read(`version: 1\n${block}`, schema);
    expect([block, validate(value), validate.errors]).toEqual([block, true, null]);
  }
});

test.each([...keysOf(schema, "")])("%s has examples, which read back as they are", (_path, key, node) => {
  expect(node.examples?.length).toBeGreaterThan(0);
  for (const example of node.examples ?? []) {
    const value = read(line(key, example), { type: "object", properties: { [key]: node } });
    expect(value).toEqual({ [key]: example });
  }
});
