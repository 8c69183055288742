import { ignoredBy } from "../../model/ignore.ts";
import type { RuleContext } from "../../model/section.ts";
import { quote } from "../problems.ts";
import { namedSections } from "./names.ts";

/** What the file lists is decided here; what it ignores is not. */
export function nothingListedIsIgnored({ config, names, report }: RuleContext): void {
  for (const section of namedSections) {
    const patterns = (config.sections["ignore"] as Readonly<Record<string, readonly string[]>> | undefined)?.[
      section.key
    ];
    if (patterns === undefined) continue;
    for (const key of names(section) ?? []) {
      const pattern = ignoredBy(config, section.key, key);
      if (pattern === undefined) continue;
      report({
        code: "ORG0313",
        message: `${quote(key)} is listed, and ignored by ${quote(pattern)}`,
        at: [section.key, key],
        onKey: true,
        hint: "take the entry out, or make the pattern narrower",
        related: {
          message: "ignored here",
          source: config.at(["ignore", section.key, patterns.indexOf(pattern)]),
        },
      });
    }
  }
}
