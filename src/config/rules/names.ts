import { groupsSection } from "../../kinds/group.ts";
import { isOfOthers } from "../../kinds/ignore.ts";
import { permissionSetsSection } from "../../kinds/permissionSet.ts";
import { policiesSection } from "../../kinds/policy.ts";
import { sections } from "../../kinds/sections.ts";
import { usersSection } from "../../kinds/user.ts";
import type { Path } from "../../model/config.ts";
import type { RuleContext, Section } from "../../model/section.ts";
import { isObject } from "../../model/json.ts";
import { nearest } from "../nearest.ts";
import { quote } from "../problems.ts";

/** What the rules call an entry of a section: `user`, `permission set`. */
export function nounOf(section: Section): string {
  const entry = (section.schema as { additionalProperties?: { title?: string } }).additionalProperties;
  return (entry?.title ?? section.key).toLowerCase();
}

/** Sections whose keys people choose. */
export const namedSections: readonly Section[] = sections.filter((section) =>
  isObject((section.schema as { additionalProperties?: unknown }).additionalProperties),
);

/** So many guesses at what was meant are worth their time. */
const MAX_GUESSES = 20;

/**
 * Reports every name that its section, when the file has it, does not list. Call the result for each place where a
 * name is used.
 */
export function lookUpIn(section: Section, { config, names, report }: RuleContext, also: readonly string[] = []) {
  const known = names(section);
  let guesses = 0;
  return (name: string, at: Path): void => {
    if (known === undefined || known.has(name) || also.includes(name)) return;
    // Whether there is such a thing of somebody else's, only AWS can say.
    if (isOfOthers(config, section.key, name)) return;
    const meant = guesses++ < MAX_GUESSES ? nearest(name, [...known, ...also]) : undefined;
    const noun = nounOf(section);
    const parts = name.split(/[\s,;]+/);
    if (parts.length > 1 && parts.every((part) => known.has(part))) {
      report({
        code: "ORG0301",
        message: `unknown ${noun} ${quote(name)}`,
        at,
        hint: `write a comma between names, or one name on a line: ${parts.join(", ")}`,
      });
      return;
    }
    const defined = meant !== undefined && known.has(meant) ? config.at([section.key, meant]) : undefined;
    report({
      code: "ORG0301",
      message: `unknown ${noun} ${quote(name)}${name.includes("*") ? ": names have no patterns here" : ""}`,
      at,
      hint:
        insteadOf(section, name) ??
        (known.size === 0 ? `\`${section.key}\` lists none` : `\`${section.key}\` lists every ${noun} there is`),
      ...(meant === undefined ? {} : { didYouMean: meant }),
      ...(defined === undefined
        ? {}
        : { related: { message: `${quote(meant ?? "")} is defined here`, source: defined } }),
    });
  };
}

/** What to write instead of an id, an ARN or what cannot be a name: the file goes by names. */
export function insteadOf({ key }: Section, name: string): string | undefined {
  if (name.startsWith("arn:")) return "write the name, not the ARN";
  if (key === "users" && /\s/.test(name)) return "a user name has no spaces: often it is the person's email";
  if (key === "permissionSets" && !/^[A-Za-z0-9_+=,.@-]+$/.test(name))
    return "the name of a permission set has letters, digits and _ + = , . @ - only";
  if (key !== "organizationalUnits") return undefined;
  if (/^r-[0-9a-z]{4,32}$/.test(name) || name === "/") return "write root for the organization's root";
  if (/^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/.test(name))
    return "write the path of the unit, such as Workloads/Dev, not its id";
  return undefined;
}

/** Two keys that people, or a mail system, would take for the same. */
export function noConfusableKeys({ config, names, report }: RuleContext): void {
  for (const section of namedSections) {
    const first = new Map<string, string>();
    for (const key of names(section) ?? []) {
      const folded = fold(key);
      const other = first.get(folded);
      if (other === undefined) first.set(folded, key);
      else {
        report({
          code: "ORG0302",
          message: `the keys ${quote(other)} and ${quote(key)} differ only in case, spaces or in how letters are composed`,
          at: [section.key, key],
          onKey: true,
          hint: "remove one, or give it another name",
          related: { message: "the other one", source: config.at([section.key, other]) },
        });
      }
    }
  }
}

/** Two keys are alike when this is the same. */
export function fold(key: string): string {
  return key
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toUpperCase()
    .toLowerCase();
}

/** Two entries with one name in AWS, by way of `name:`. Accounts may share a name. */
export function noNameTwice({ config, report }: RuleContext): void {
  for (const section of [usersSection, groupsSection, permissionSetsSection, policiesSection]) {
    const first = new Map<string, string>();
    for (const [key, entry] of Object.entries(section.of(config) ?? {})) {
      const name = entry.name ?? key;
      // Identity Center tells user and group names apart without regard to letter case.
      const folded = section === usersSection || section === groupsSection ? name.toLowerCase() : name;
      const other = first.get(folded);
      if (other === undefined) first.set(folded, key);
      else if (entry.name === undefined && fold(other) === fold(key)) continue;
      else reportNameTwice({ config, report }, section, { name, key, other });
    }
  }
}

export function reportNameTwice(
  { config, report }: Pick<RuleContext, "config" | "report">,
  section: Section,
  { name, key, other }: { name: string; key: string; other: string },
): void {
  const at = (entry: string) => config.at([section.key, entry, "name"]);
  report({
    code: "ORG0311",
    message: `${quote(other)} and ${quote(key)} would be one ${nounOf(section)} in AWS: both are named ${quote(name)}`,
    at: [section.key, key, "name"],
    hint: "take one out, or change its name",
    related: { message: "the other one", source: at(other) },
  });
}
