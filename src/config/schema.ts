import type { Section } from "../model/section.ts";
import { isObject, type Json } from "../model/json.ts";

/** The part of JSON Schema (draft 07) that sections are written in, as the loader reads it. */
export interface SchemaNode {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: SchemaNode;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly default?: Json;
  readonly examples?: readonly unknown[];
  readonly title?: string;
  readonly description?: string;
  /** What a text must look like, in words; the editor shows it too. */
  readonly patternErrorMessage?: string;
  /** Values that AWS is known to take; there may be others. */
  readonly knownValues?: readonly string[];
  /** How to find out what was meant by a text of another form. */
  readonly meant?: "duration";
  /** The text names a file, which the loader reads as JSON. */
  readonly readsFile?: "json";
}

/** Keywords for the editor and for the loader, which a JSON Schema validator has to ignore. */
export const ANNOTATIONS: readonly string[] = [
  "defaultSnippets",
  "knownValues",
  "meant",
  "patternErrorMessage",
  "readsFile",
];

/** The JSON Schema of org.yaml: the version and the given sections. */
export function rootSchema(sections: readonly Section[]): SchemaNode & { readonly [keyword: string]: unknown } {
  const properties: Record<string, SchemaNode> = {
    version: {
      type: "integer",
      const: 1,
      title: "Version",
      description: "The version of this file format: always 1.",
      default: 1,
      examples: [1],
    },
  };
  for (const section of sections) properties[section.key] = section.schema;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "org.yaml",
    description:
      "A whole AWS organization in one file: accounts, people, and who may do what where. A section that is here is the whole truth for its kind; a section that is left out is not managed.",
    type: "object",
    required: ["version"],
    properties,
    additionalProperties: false,
  };
}

/** What the schema says about a key of a map. */
export function propertySchema(node: SchemaNode | undefined, key: string): SchemaNode | undefined {
  if (node?.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
  return isObject(node?.additionalProperties) ? node.additionalProperties : undefined;
}

/** The alternative of a node that a map, list or text belongs to; the node itself when it has no alternatives. */
export function alternative(node: SchemaNode | undefined, type: "map" | "list" | "text"): SchemaNode | undefined {
  const wanted = { map: ["object"], list: ["array"], text: ["string", "boolean", "integer"] }[type];
  return node?.anyOf ? node.anyOf.find((option) => wanted.includes(option.type ?? "")) : node;
}
