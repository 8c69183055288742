import type { Path } from "../model/config.ts";
import { alternative, propertySchema, type SchemaNode } from "./schema.ts";
import type { MapTree, TextTree, Tree } from "./tree.ts";

/** Something met on the way from text to values. */
export interface Findings {
  /** Places where nothing is written, though only `{}` and `[]` say none. */
  readonly empty: { readonly path: Path; readonly wanted: SchemaNode | undefined }[];
  /** Texts that name a file to read. */
  readonly files: { readonly path: Path; readonly file: string }[];
}

const INTEGER = /^(?:0|-?[1-9][0-9]{0,14})$/;

/**
 * The values that the file's text stands for. Text stays text; only where the schema wants a boolean or an integer
 * does `true` or `1`, written without quotes, become one. Empty places are left out of the result.
 */
export function valuesOf(root: Tree, schema: SchemaNode): { readonly value: unknown } & Findings {
  const findings: Findings = { empty: [], files: [] };
  const path: (string | number)[] = [];

  function convert(tree: Tree, within: SchemaNode | undefined): unknown {
    const node = alternative(within, tree.type);
    if (tree.type === "text") return text(tree, node, within);
    if (tree.type === "map") return map(tree, node);
    const items: unknown[] = [];
    for (const [index, item] of tree.items.entries()) {
      path.push(index);
      items.push(convert(item, node?.items));
      path.pop();
    }
    return items;
  }

  function map(tree: MapTree, node: SchemaNode | undefined): Record<string, unknown> {
    // Keys that people choose must not meet what every object inherits: `users.toString` is nobody.
    const record: Record<string, unknown> = node?.properties ? {} : (Object.create(null) as Record<string, unknown>);
    for (const [key, entry] of tree.entries) {
      path.push(key);
      const value = convert(entry.value, propertySchema(node, key));
      if (value !== undefined) record[key] = value;
      path.pop();
    }
    return record;
  }

  function text(tree: TextTree, node: SchemaNode | undefined, wanted: SchemaNode | undefined): unknown {
    const written = tree.text;
    if (tree.plain && saysNothing(written, node)) {
      findings.empty.push({ path: [...path], wanted });
      return undefined;
    }
    if (node?.readsFile) findings.files.push({ path: [...path], file: written });
    if (!tree.plain) return written;
    if (node?.type === "boolean" && (written === "true" || written === "false")) return written === "true";
    if (node?.type === "integer" && INTEGER.test(written)) return Number(written);
    return written;
  }

  return { value: convert(root, schema), ...findings };
}

/** `Null` may be somebody's name; where text is wanted only what nobody is called means nothing. */
function saysNothing(written: string, node: SchemaNode | undefined): boolean {
  if (written === "" || written === "~" || written === "null") return true;
  return node?.type !== "string" && (written === "Null" || written === "NULL");
}
