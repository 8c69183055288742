import stringWidth from "string-width";
import type { Reach, ReachWay } from "../model/reach.ts";
import { visible, visibleJson } from "./escape.ts";
import { columns, hanging, placeText } from "./layout.ts";
import type { Style } from "./style.ts";

/** Accounts, what may be done there, and by which ways; who it is is said once when it is one person. */
export function reachText(
  reach: readonly Reach[],
  { one, style }: { readonly one: boolean; readonly style: Style },
): string {
  const lines: string[] = [];
  let account: string | undefined;
  let set: string | undefined;
  const width = Math.max(0, ...reach.map(({ who, isGroup }) => stringWidth(whoText(who, isGroup))));
  for (const entry of reach) {
    if (entry.account !== account) {
      if (account !== undefined) lines.push("");
      lines.push(accountLine(entry, style));
      [account, set] = [entry.account, undefined];
    }
    if (entry.permissionSet !== set) lines.push(...setLines(entry, style));
    set = entry.permissionSet;
    const name = one ? "" : whoText(entry.who, entry.isGroup);
    // Long names have a line of their own.
    const isWide = width > style.columns / 2;
    const who = one || isWide ? "" : `${padded(name, width)}  `;
    const indent = one || !isWide ? "    " : "      ";
    if (indent.length > 4) lines.push(`    ${name}`);
    entry.ways.forEach((way, index) => {
      const start = indent + (index === 0 ? who : " ".repeat(stringWidth(who)));
      const places = placesText(way);
      const left = hanging(start, `${wayText(way)}${whenText(way, style)}`, style);
      const last = left.at(-1) ?? "";
      const fits = stringWidth(last) + 2 + stringWidth(places) <= style.columns;
      lines.push(
        ...left.slice(0, -1),
        ...(fits
          ? [columns(last, style.paint("dim", places), style)]
          : [last, ...hanging(" ".repeat(stringWidth(start)), places, style).map((line) => style.paint("dim", line))]),
      );
    });
  }
  return `${lines.join("\n")}\n`;
}

/** One document. */
export const reachJson = (reach: readonly Reach[]): string =>
  `${visibleJson(JSON.stringify({ formatVersion: 1, reach }, null, 2))}\n`;

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - stringWidth(text)));

const whoText = (who: string, isGroup: boolean): string => (isGroup ? `group ${visible(who)}` : visible(who));

function accountLine({ account, management }: Reach, style: Style): string {
  const name = style.paint("bold", visible(account));
  return management ? `${name} ${style.paint("red", "(management account)")}` : name;
}

function setLines({ permissionSet, administrator, sessionDuration }: Reach, style: Style): string[] {
  const name = visible(permissionSet);
  const text = [
    administrator ? style.paint("red", name) : name,
    ...(administrator ? ["may do everything"] : []),
    ...(sessionDuration === undefined ? [] : [`sessions of ${visible(sessionDuration)}`]),
  ].join(" \u00b7 ");
  return hanging("  ", text, style);
}

function wayText({ group, ou }: ReachWay): string {
  const how = group === undefined ? "directly" : `via group ${visible(group)}`;
  return ou === undefined ? how : `${how}, in ${visible(ou)}`;
}

const WHEN: Readonly<Record<ReachWay["when"], string>> = {
  now: "",
  next: "  + from the next apply on",
  "until-next": "  - until the next apply",
};

const whenText = ({ when }: ReachWay, style: Style): string =>
  style.paint(when === "next" ? "green" : "red", WHEN[when]);

/** `org.yaml:61, member org.yaml:40`. */
function placesText({ source, memberSource }: ReachWay): string {
  const member = memberSource === undefined ? "" : `member ${placeText(memberSource)}`;
  return [placeText(source), member].filter((text) => text !== "").join(", ");
}
