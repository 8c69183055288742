import { stringify } from "yaml";
import type { SchemaNode } from "../src/config/schema.ts";

/** What the reference page reads of a schema beside what the loader does. */
type Node = SchemaNode & {
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** The reference page of org.yaml: every section and key of the schema, in its order, with an example of each. */
export function reference(schema: Node): string {
  const sections = Object.entries(schema.properties ?? {}).filter(([key]) => key !== "version");
  const lines = [
    "<!-- Made by `npm run generate` from the sections in src/kinds. -->",
    "",
    "# org.yaml",
    "",
    schema.description ?? "",
    "",
    "Every file begins with `version: 1`. Sections that are maps have names of your own as keys, shown as _NAME_ here.",
    "",
    ...sections.map(([key, node]) => `- [\`${key}\`](#${key.toLowerCase()}): ${node.title}`),
    ...sections.flatMap(([key, node]) => sectionLines(key, node)),
  ];
  return `${lines.join("\n")}\n`;
}

function sectionLines(key: string, node: Node): string[] {
  const [example] = node.examples ?? [];
  return [
    "",
    `## ${key}`,
    "",
    node.description ?? "",
    "",
    "```yaml",
    yaml({ [key]: example }),
    "```",
    ...limits(node).map((limit) => `\n${limit}.`),
    ...keysOf(node, ""),
  ];
}

/** The keys below a node, one line each and what stands below it further in. */
function keysOf(node: Node, indent: string): string[] {
  if (node.anyOf !== undefined) return node.anyOf.flatMap((option) => keysOf(option, indent));
  if (node.type === "array") return node.items === undefined ? [] : keysOf(node.items, indent);
  const entries = Object.entries(node.properties ?? {}).map(([key, child]) => ({
    name: `\`${key}\``,
    child,
    key,
    needed: node.required?.includes(key) === true,
  }));
  const named = typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
  return [
    ...(named === undefined ? [] : namedLines(node.propertyNames, named, indent)),
    ...(indent === "" && entries.length > 0 ? [""] : []),
    ...entries.flatMap(({ name, child, key, needed }) => [
      `${indent}- ${name}${needed ? " (needed)" : ""}: ${said(child)}${exampleOf(key, child)}`,
      ...keysOf(child, `${indent}  `),
    ]),
  ];
}

function namedLines(names: Node | undefined, entry: Node, indent: string): string[] {
  const isSimple = entry.type === "string";
  return [
    ...(indent === "" ? [""] : []),
    `${indent}- _NAME_: ${said(names ?? {})}${isSimple ? ` Its value: ${said(entry)}` : ""}`,
    ...keysOf(entry, `${indent}  `),
  ];
}

const said = (node: Node): string =>
  [node.description?.replaceAll(/[*_<>]/g, "\\$&"), ...limits(node).map((limit) => `${limit}.`)].join(" ");

/** What can be counted. */
function limits({ minLength, maxLength, minItems, maxItems, enum: allowed, maxProperties }: Node): string[] {
  const range = (least: number | undefined, most: number, what: string): string =>
    least !== undefined && least > 1 ? `${least} to ${most} ${what}` : `At most ${most} ${what}`;
  return [
    ...(maxLength === undefined ? [] : [range(minLength, maxLength, "characters")]),
    ...(maxItems === undefined ? [] : [range(minItems, maxItems, "items")]),
    ...(maxProperties === undefined || maxProperties === 1 ? [] : [`At most ${maxProperties} entries`]),
    ...(allowed === undefined
      ? []
      : [
          `One of ${allowed.map((value) => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``).join(", ")}`,
        ]),
  ];
}

function exampleOf(key: string, node: Node): string {
  const [example] = node.examples ?? [];
  return example === undefined ? "" : ` Example: \`${line(key, example)}\``;
}

/** A key and its value as one line of org.yaml. */
export function line(key: string, value: unknown): string {
  const text = stringify({ [key]: value }, { lineWidth: 0, collectionStyle: "flow", flowCollectionPadding: true });
  return text
    .trim()
    .replace(/^\{ (.*) \}$/s, "$1")
    .replaceAll("\n", " ");
}

const yaml = (value: unknown): string => stringify(value, { lineWidth: 100 }).trimEnd();
