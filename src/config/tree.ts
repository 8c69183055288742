import type { Path } from "../model/config.ts";

/** Offsets in the file's text; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The file as data with positions: only maps, lists and text. */
export type Tree = MapTree | ListTree | TextTree;

export interface MapTree extends Span {
  readonly type: "map";
  readonly entries: ReadonlyMap<string, { readonly key: TextTree; readonly value: Tree }>;
}

export interface ListTree extends Span {
  readonly type: "list";
  readonly items: readonly Tree[];
}

export interface TextTree extends Span {
  readonly type: "text";
  readonly text: string;
  /** Written without quotes: only such text can mean a number, `true`, or nothing. */
  readonly plain: boolean;
  /** Nothing is written, but for a comment on the line. */
  readonly comment?: true;
}

/** What stands at a path, if anything does. */
export function treeAt(root: Tree, path: Path): Tree | undefined {
  let tree: Tree | undefined = root;
  for (const step of path) tree = tree && childOf(tree, step);
  return tree;
}

/**
 * Where a path stands, for people: text where it is written, an entry of a map at its key, an item of a list where it
 * begins. The nearest enclosing thing when the path leads nowhere.
 */
export function spanAt(root: Tree, path: Path, onKey = false): Span {
  let tree = root;
  let span: Span = { start: 0, end: 0 };
  for (const [depth, step] of path.entries()) {
    const child = childOf(tree, step);
    if (child === undefined) return span;
    const key = tree.type === "map" ? tree.entries.get(String(step))?.key : undefined;
    const wantsKey = onKey && depth === path.length - 1;
    span = key && (child.type !== "text" || wantsKey || child.end === child.start) ? key : beginning(child);
    tree = child;
  }
  return span;
}

/** A block map or list may go on for pages: show its first key or item instead. */
function beginning(tree: Tree): Span {
  if (tree.type === "text") return tree;
  const first = tree.type === "map" ? tree.entries.values().next().value?.key : tree.items[0];
  return first === undefined || first.start !== tree.start ? tree : beginning(first);
}

function childOf(tree: Tree, step: string | number): Tree | undefined {
  if (tree.type === "map") return tree.entries.get(String(step))?.value;
  if (tree.type === "list") return tree.items[Number(step)];
  return undefined;
}
