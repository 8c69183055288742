import type { ListTree, MapTree, Tree } from "../config/tree.ts";
import { readYaml } from "../config/yaml.ts";
import type { Config, Path } from "../model/config.ts";
import { isObject } from "../model/json.ts";
import type { DraftMap, DraftValue, OrgDraft } from "./document.ts";
import { entryLines, flowEntry, flowText, isMap, itemLines, sectionsOf, WIDTH } from "./print.ts";

/** A change of the text: `remove` characters from `offset` on give way to `insert`. */
interface Edit {
  readonly offset: number;
  readonly remove: number;
  readonly insert: string;
}

export interface Spliced {
  readonly text: string;
  /** Entries of included files, to which something would have to be added there. */
  readonly elsewhere: readonly Path[];
}

/**
 * Adds a draft to the text of an org.yaml: new sections at its end, new entries at the end of their section, new items
 * at the end of their list, each in the style of what it is added to. All other bytes stay as they are, but for an empty
 * `{}` or `[]`, which may give way to lines. What the text says already stays.
 */
export function splice(text: string, draft: OrgDraft, { sections }: Pick<Config, "sections">): Spliced {
  const mark = text.startsWith("\ufeff") ? text.slice(0, 1) : "";
  const body = text.slice(mark.length);
  const { tree } = readYaml(body);
  if (tree?.type !== "map") throw new Error("only a valid org.yaml can be added to");
  const elsewhere: Path[] = [];
  const values = new Map<string, DraftValue>();
  for (const section of sectionsOf(draft)) {
    const value = draft.values.get(section);
    if (value === undefined) continue;
    const isElsewhere = (key: string): boolean => {
      const [listed, here] = [sections[section], tree.entries.get(section)?.value];
      return isObject(listed) && Object.hasOwn(listed, key) && !(here?.type === "map" && here.entries.has(key));
    };
    if (!isMap(value)) values.set(section, value);
    else {
      const mine = [...value].filter(([key]) => !isElsewhere(key));
      elsewhere.push(...[...value.keys()].filter(isElsewhere).map((key) => [section, key]));
      if (mine.length > 0 || value.size === 0) values.set(section, new Map(mine));
    }
  }
  // From the end on, so that offsets stay right; of several at one place, the first stands first.
  const edits = editsFor(body, tree, values, draft).toSorted((left, right) => left.offset - right.offset);
  const result = edits.reduceRight(
    (now, { offset, remove, insert }) => now.slice(0, offset) + insert + now.slice(offset + remove),
    body,
  );
  return { text: mark + result, elsewhere };
}

/** Where a map or list stands: in which column the key that it belongs to, and whether within `{}` or `[]`. */
interface Place {
  readonly indent: number;
  readonly inFlow: boolean;
}

function editsFor(text: string, root: MapTree, values: DraftMap, draft: OrgDraft): Edit[] {
  const edits: Edit[] = [];
  const eol = /\r?\n/.exec(text)?.[0] ?? "\n";
  const columnOf = (offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);
  const lineEnd = (offset: number): number => {
    const end = text.indexOf("\n", offset);
    return end === -1 ? text.length : end + 1;
  };
  const isFlow = ({ start }: Tree): boolean => text[start] === "{" || text[start] === "[";

  function growMap(tree: MapTree, path: Path, added: DraftMap, place: Place): void {
    const fresh: [string, DraftValue][] = [];
    for (const [key, value] of added) {
      const there = tree.entries.get(key);
      if (there === undefined) fresh.push([key, value]);
      else {
        const below = { indent: columnOf(there.key.start), inFlow: place.inFlow || isFlow(tree) };
        if (there.value.type === "map" && isMap(value)) growMap(there.value, [...path, key], value, below);
        else if (there.value.type === "list" && Array.isArray(value))
          growList(there.value, [...path, key], value as readonly DraftValue[], below);
      }
    }
    if (fresh.length === 0) return;
    const lines = (indent: number): string[] =>
      fresh.flatMap(([key, value]) => {
        const entry = entryLines(draft, [...path, key], value, indent);
        return path.length === 0 ? ["", ...entry] : entry;
      });
    const [first] = tree.entries.values();
    if (!isFlow(tree) && first !== undefined) addLines(tree, lines(columnOf(first.key.start)), place);
    else addWithin(tree, fresh.map(flowEntry), lines, { ...place, spacious: path.length === 1 });
  }

  function growList(tree: ListTree, path: Path, added: readonly DraftValue[], place: Place): void {
    if (added.length === 0) return;
    const lines = (indent: number): string[] =>
      added.flatMap((item, index) => itemLines(draft, [...path, index], item, indent));
    if (!isFlow(tree)) addLines(tree, lines(columnOf(tree.start)), place);
    else addWithin(tree, added.map(flowText), lines, { ...place, spacious: added.some(isMap) });
  }

  /** Below the last line of a block, and below the remarks that go with it. */
  function addLines(tree: Tree, lines: readonly string[], { indent }: Place): void {
    const last = lastOf(tree, isFlow);
    // A text in lines of its own ends where the next line begins.
    const ownLines = text[last.start] === "|" || text[last.start] === ">";
    let offset = ownLines ? last.end : lineEnd(last.end);
    for (;;) {
      const remark = /^([ \t]*)#/.exec(text.slice(offset, lineEnd(offset)));
      if (remark === null || (remark[1]?.length ?? 0) <= indent) break;
      offset = lineEnd(offset);
    }
    addAt(offset, lines);
  }

  function addAt(offset: number, lines: readonly string[]): void {
    const whole = offset === 0 || text[offset - 1] === "\n";
    const insert = whole ? lines.map((line) => line + eol).join("") : lines.map((line) => eol + line).join("");
    edits.push({ offset, remove: 0, insert });
  }

  /** Within `{}` or `[]`; instead of empty ones, lines where that reads better. */
  function addWithin(
    tree: MapTree | ListTree,
    parts: readonly string[],
    lines: (indent: number) => string[],
    { indent, inFlow, spacious }: Place & { readonly spacious: boolean },
  ): void {
    const padding = tree.type === "map" ? " " : "";
    const members = tree.type === "map" ? [...tree.entries.values()] : tree.items;
    const end = lineEnd(tree.start);
    const room = WIDTH - text.slice(tree.start - columnOf(tree.start), end).trimEnd().length;
    if (members.length === 0) {
      const joined = padding + parts.join(", ") + padding;
      const empty = /^[{[][ \t]*[}\]]$/.test(text.slice(tree.start, tree.end));
      if (empty && !inFlow && indent >= 0 && (spacious || joined.length > room)) {
        const from = text[tree.start - 1] === " " ? tree.start - 1 : tree.start;
        edits.push({ offset: from, remove: tree.end - from, insert: "" });
        addAt(lineEnd(tree.end), lines(indent + 2));
      } else if (empty) edits.push({ offset: tree.start + 1, remove: tree.end - tree.start - 2, insert: joined });
      else edits.push({ offset: tree.start + 1, remove: 0, insert: `${padding}${parts.join(", ")}` });
      return;
    }
    const last = members.at(-1) as { readonly key?: Tree; readonly value?: Tree } & Tree;
    const key: Tree = last.key ?? last;
    const after = Math.max(key.end, last.value?.end ?? 0);
    const isLong = text.slice(tree.start, tree.end).includes("\n");
    const fits = parts.join(", ").length + 2 <= room;
    const column = isLong ? Math.max(columnOf(key.start), indent + 1) : indent + 4;
    const between = !isLong && fits ? ", " : `,${eol}${" ".repeat(column)}`;
    edits.push({ offset: after, remove: 0, insert: parts.map((part) => between + part).join("") });
  }

  growMap(root, [], values, { indent: -1, inFlow: false });
  return edits;
}

/** The last text, `{}` or `[]` of a block. */
function lastOf(tree: Tree, isFlow: (tree: Tree) => boolean): Tree {
  if (tree.type === "text" || isFlow(tree)) return tree;
  if (tree.type === "list") return lastOf(tree.items.at(-1) ?? { ...tree, items: [], type: "list" }, isFlow);
  const last = [...tree.entries.values()].at(-1);
  if (last === undefined) return tree;
  return last.value.end > last.key.end ? lastOf(last.value, isFlow) : last.key;
}
