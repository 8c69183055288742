import { listText } from "../changes.ts";
import { markdownWithin, visible } from "../escape.ts";
import type { Finding, Item } from "../findings.ts";
import type { Brevity } from "../reach.ts";
import { placeIn, type Links } from "./blocks.ts";

/** Characters, whatever the length of the rest: the first alert ends within a comment's first 4,000. */
const ROOM = { first: 3_000, other: 2_000, item: 500, names: 400 };

const BREVITIES: readonly Brevity[] = [
  { people: 10, accounts: 6 },
  { people: 5, accounts: 4 },
  { people: 3, accounts: 2 },
  { people: 1, accounts: 1 },
];

/** A block for each sort of finding: how many there are, and as many of them as it has room for. */
export const alerts = (findings: readonly Finding[], links: Links): string[] =>
  findings.map(({ level, title, items }, index) =>
    alert(
      level === "warning" ? "WARNING" : "CAUTION",
      title,
      itemLines(items, index === 0 ? ROOM.first : ROOM.other, links),
    ),
  );

/** The title is in orgsync's words; lines are written already. */
export const alert = (sort: "CAUTION" | "WARNING", title: string, lines: readonly string[]): string =>
  [`[!${sort}]`, `**${title}**`, ...lines.map((line) => `- ${line}`)].map((line) => `> ${line}`).join("\n");

function itemLines(items: readonly Item[], room: number, links: Links): string[] {
  const lines: string[] = [];
  let left = room - ROOM.names;
  for (const item of items) {
    const place = placeIn(item.source, links);
    const line = `${itemText(item)}${place === "" ? "" : ` \u00b7 ${place}`}`;
    left -= line.length;
    if (left < 0) break;
    lines.push(line);
  }
  const rest = items.slice(lines.length);
  if (rest.length === 0) return lines;
  const names = [...new Set(rest.flatMap((item) => item.names))];
  const named = names.length === 0 ? "" : `: ${markdownWithin(listText(names, 20, visible), ROOM.names - 50)}`;
  return [...lines, `and ${rest.length.toLocaleString("en-US")} more${named}`];
}

/** As much of it as fits. */
function itemText(item: Item): string {
  for (const brevity of BREVITIES) {
    const text = item.text(brevity);
    const written = markdownWithin(text, ROOM.item + 1);
    if (text.length <= ROOM.item && written.length <= ROOM.item) return written;
  }
  return markdownWithin(item.text({ people: 1, accounts: 1 }), ROOM.item);
}
