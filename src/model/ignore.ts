import type { Config } from "./config.ts";
import { matchesGlob } from "./glob.ts";

/** The pattern of `ignore:` that a key of a section matches, if one does. In patterns `*` stands for any text. */
export function ignoredBy(config: Config, section: string, key: string): string | undefined {
  const patterns = (config.sections["ignore"] as Readonly<Record<string, readonly string[]>> | undefined)?.[section];
  return patterns?.find((pattern) => matchesGlob(pattern, key));
}
