import type { Path } from "../../model/config.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";
import { namedSections } from "./names.ts";

/** An old key is not a key any more, and was the key of one entry. */
export function previouslyMakesSense({ config, names, report }: RuleContext): void {
  for (const section of namedSections) {
    const keys = names(section);
    const claimed = new Map<string, Path>();
    for (const [key, entry] of Object.entries((section.of(config) ?? {}) as Record<string, { previously?: unknown }>)) {
      for (const { old, at } of oldKeys(entry.previously, [section.key, key, "previously"])) {
        const first = claimed.get(old);
        claimed.set(old, first ?? at);
        if (old === key) {
          report({
            code: "ORG0312",
            message: `\`previously\` names the entry's own key ${quote(key)}`,
            at,
            hint: "it names a key that the entry had before",
          });
        } else if (keys?.has(old)) {
          report({
            code: "ORG0312",
            message: `\`previously\` names ${quote(old)}, which is still in the file`,
            at,
            hint: "take the old entry out, or `previously`",
            related: { message: "still here", source: config.at([section.key, old]) },
          });
        } else if (first) {
          report({
            code: "ORG0312",
            message: `two entries claim to have been ${quote(old)}`,
            at,
            hint: "an old key belongs to one entry",
            related: { message: "first here", source: config.at(first) },
          });
        }
      }
    }
  }
}

function oldKeys(previously: unknown, path: Path): { old: string; at: Path }[] {
  if (typeof previously === "string") return [{ old: previously, at: path }];
  if (!Array.isArray(previously)) return [];
  return previously.map((old, index) => ({ old: String(old), at: [...path, index] }));
}
