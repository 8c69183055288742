import { organizationalUnitsSection } from "../../kinds/organizationalUnit.ts";
import type { RuleContext } from "../../model/section.ts";
import { listed, quote } from "../problems.ts";
import { reportNameTwice } from "./names.ts";

const MAX_DEPTH = 5;
const KEY = organizationalUnitsSection.key;

const depthOf = (path: string): number => path.split("/").length;
const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0));
const isPath = (path: string): boolean => path.split("/").every((part) => part !== "");

/** The paths of the section that are paths at all; the schema has told of the others. */
const paths = (context: RuleContext): string[] => [...(context.names(organizationalUnitsSection) ?? [])].filter(isPath);

/** `root` is the word for the organization's root, which is there without being listed. */
export function rootIsNotAUnit(context: RuleContext): void {
  for (const path of paths(context)) {
    if (path.split("/")[0] !== "root") continue;
    context.report({
      code: "ORG0205",
      message: "`root` is the word for the organization's root, and cannot be the name of a unit",
      at: [KEY, path],
      onKey: true,
      hint: path === "root" ? "take it out: the root is always there" : `write ${quote(path.slice("root/".length))}`,
    });
  }
}

/** Every parent is listed too, so that no unit is made by the way. */
export function parentsAreListed(context: RuleContext): void {
  const known = new Set(context.names(organizationalUnitsSection));
  for (const path of paths(context)) {
    if (path.split("/")[0] === "root") continue;
    const missing: string[] = [];
    for (let parent = parentOf(path); parent !== "" && !known.has(parent); parent = parentOf(parent)) {
      missing.unshift(parent);
      known.add(parent);
    }
    if (missing.length === 0) continue;
    context.report({
      code: "ORG0305",
      message: `${quote(path)} lies in ${listed(missing)}, which ${missing.length === 1 ? "is" : "are"} not listed`,
      at: [KEY, path],
      onKey: true,
      hint: `add ${missing.map((parent) => `\`${parent}: {}\``).join(" and ")}`,
    });
  }
}

/** AWS allows five levels below the root. */
export function unitsAreNotTooDeep(context: RuleContext): void {
  const known = context.names(organizationalUnitsSection);
  for (const path of paths(context)) {
    const depth = depthOf(path);
    // What lies below a unit that is too deep is too deep because of it.
    if (depth <= MAX_DEPTH || (depth - 1 > MAX_DEPTH && known?.has(parentOf(path)))) continue;
    context.report({
      code: "ORG0306",
      message: `${quote(path)} is ${depth} levels deep`,
      at: [KEY, path],
      onKey: true,
      hint: `AWS allows ${MAX_DEPTH} levels of organizational units`,
    });
  }
}

/** Two units side by side need two names. */
export function siblingsHaveTwoNames(context: RuleContext): void {
  const { config } = context;
  const first = new Map<string, string>();
  for (const [key, entry] of Object.entries(organizationalUnitsSection.of(config) ?? {})) {
    const name = entry.name ?? key.slice(key.lastIndexOf("/") + 1);
    const place = JSON.stringify([parentOf(key), name]);
    const other = first.get(place);
    if (other === undefined) first.set(place, key);
    else reportNameTwice(context, organizationalUnitsSection, { name, key, other });
  }
}
