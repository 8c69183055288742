import type { Plan } from "../../model/plan.ts";
import { isClosing } from "../changes.ts";
import { fenced, visible } from "../escape.ts";

/** More than these, and a picture shows nothing. */
const MOST = 60;
const LONGEST = 60;
const ROOT = "root";

type Mark = "new" | "removed" | "moved here" | "moved away" | "closed";

interface Node {
  readonly name: string;
  readonly parent: string | undefined;
  readonly account: boolean;
  mark?: Mark;
}

/** The part of the tree of units that changes, as Mermaid; nothing where no unit or account comes, goes or moves. */
export function treeBlock({ changes }: Plan): string | undefined {
  const nodes = new Map<string, Node>();
  const unit = (path: string): Node => {
    const found = nodes.get(path);
    if (found !== undefined) return found;
    const slash = path.lastIndexOf("/");
    const parent = path === ROOT ? undefined : slash < 0 ? ROOT : path.slice(0, slash);
    if (parent !== undefined && nodes.size <= MOST) unit(parent);
    const node: Node = { name: path.slice(slash + 1), parent, account: false };
    nodes.set(path, node);
    return node;
  };
  const account = (key: string, ou: unknown, mark: Mark): void => {
    const parent = typeof ou === "string" ? ou : ROOT;
    unit(parent);
    nodes.set(`${parent}\n${key}`, { name: key, parent, account: true, mark });
  };
  for (const change of changes) {
    if (nodes.size > MOST) return undefined;
    const { kind, key, action, before, after } = change;
    if (kind === "organizationalUnit" && action !== "update") unit(key).mark = action === "create" ? "new" : "removed";
    if (kind !== "account") continue;
    if (action === "create") account(key, after?.["ou"], "new");
    else if (isClosing(change)) account(key, before?.["ou"], "closed");
    else if (change.fields.some(({ field }) => field === "ou")) {
      account(key, before?.["ou"], "moved away");
      account(key, after?.["ou"], "moved here");
    }
  }
  return nodes.size === 0 || nodes.size > MOST ? undefined : fenced(lines(nodes), "mermaid");
}

function lines(nodes: ReadonlyMap<string, Node>): string[] {
  const ids = new Map([...nodes.keys()].map((key, index) => [key, `n${index}`]));
  return [
    "flowchart LR",
    ...[...nodes].map(([key, { name, account, mark }]) => {
      const label = `"${labelOf(name)}${mark === undefined ? "" : ` (${mark})`}"`;
      const style = mark === undefined ? "" : `:::${STYLES[mark]}`;
      return `  ${ids.get(key)}${account ? `([${label}])` : `[${label}]`}${style}`;
    }),
    ...[...nodes].flatMap(([key, { parent }]) =>
      parent === undefined ? [] : [`  ${ids.get(parent)} --> ${ids.get(key)}`],
    ),
    "  classDef comes stroke:#1a7f37,stroke-width:3px",
    "  classDef goes stroke:#cf222e,stroke-width:3px,stroke-dasharray:5",
  ];
}

const STYLES: Record<Mark, "comes" | "goes"> = {
  new: "comes",
  "moved here": "comes",
  "moved away": "goes",
  removed: "goes",
  closed: "goes",
};

/** Letters and digits as they are, everything else by its number, which Mermaid shows as the character and nothing else. */
function labelOf(name: string): string {
  const all = Array.from(visible(name));
  const cut = all.length > LONGEST ? [...all.slice(0, LONGEST), "\u2026"] : all;
  return cut.map((one) => (/[A-Za-z0-9 ]/.test(one) ? one : `#${one.codePointAt(0)};`)).join("");
}
