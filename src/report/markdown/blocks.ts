import { hasHidden } from "../../model/characters.ts";
import type { Plan } from "../../model/plan.ts";
import type { Source } from "../../model/resource.ts";
import { markdown, markdownWithin } from "../escape.ts";
import { placeText } from "../layout.ts";
import { listText } from "../changes.ts";
import type { KindWords } from "../kinds.ts";
import type { Attempt } from "./ladder.ts";

export interface Links {
  /** What the names of files are added to, to make links of places: `https://github.com/acme/org/blob/720835f/`. */
  readonly linkBase?: string | undefined;
}

/** How a document is written. */
export interface View extends Links, Attempt {
  /** Heading of a kind, by the kind's name: `Permission sets`. */
  readonly headings: KindWords;
}

/** A text from outside, as long as there is room for. In bold it needs the element: asterisks beside a blank are none. */
export const textIn = (text: string, { detail }: Pick<View, "detail">): string => markdownWithin(text, detail.text);

/** In a place that has no room for more. */
const LONGEST_PLACE = 120;
const LONGEST_LINK = 300;

/** `org.yaml:61`, as a link where it is known to what. */
export function placeIn(source: Source | undefined, { linkBase }: Links): string {
  if (source === undefined) return "";
  const text = markdownWithin(placeText(source), LONGEST_PLACE);
  const path = linkBase === undefined ? undefined : pathOf(source.file);
  if (path === undefined) return text;
  const link = `${linkBase}${path}#L${source.line}`;
  return link.length > LONGEST_LINK ? text : `[${text}](${link})`;
}

/** As a part of an address, if it stays below what it is added to and nothing in it is hidden. */
function pathOf(file: string): string | undefined {
  const steps = file.split("/");
  if (hasHidden(file) || steps.some((step) => /^\.{0,2}$/.test(step))) return undefined;
  return steps
    .map((step) => encodeURIComponent(step).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`))
    .join("/");
}

/** As many of the items as there is room for, and how many more there are. */
export const listIn = <T>(items: readonly T[], write: (item: T) => string, { detail }: View): string =>
  listText(items, detail.names, write);

/** Cells are written already; as many rows as there is room for, and how many more. */
export function table(
  heads: readonly string[],
  rows: readonly (() => readonly string[])[],
  { detail, spend }: View,
): string {
  const line = (cells: readonly string[]): string => spend(`| ${cells.join(" | ")} |`);
  const shown = rows.slice(0, detail.rows).map((row) => line(row()));
  const rest = rows.length - shown.length;
  if (rest > 0) shown.push(line(["", `\u2026 ${rest.toLocaleString("en-US")} more`, ...heads.slice(2).map(() => "")]));
  return [line(heads), line(heads.map(() => "---")), ...shown].join("\n");
}

/** Longer ones are closed at first. */
const SHORT = 600;
const LONG = 6_000;

/** What one opens to read: a heading in orgsync's words, and blocks. Short ones are open, and those that one should see. */
export function folded(heading: string, blocks: readonly string[], mind = false): string {
  const content = blocks.join("\n\n");
  const open = content.length <= (mind ? LONG : SHORT) ? " open" : "";
  return `<details${open}><summary>${heading}</summary>\n\n${content}\n\n</details>`;
}

/** How a plan is called. */
export function planName({ digest }: Plan): string {
  const short = digest.slice(0, 8);
  return /^\w+$/.test(short) ? `plan \`${short}\`` : `plan ${markdown(short)}`;
}
