import { ignoreSection, looserRails } from "../kinds/views.ts";
import type { Config } from "../model/config.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Notice } from "../model/plan.ts";

/**
 * What a change of org.yaml does to how much the file decides about: new sections, other `ignore:` patterns, and rails
 * that are looser than what holds. Without a base only the last. Pure.
 */
export function scopeNotices(kinds: readonly AnyKind<never>[], config: Config, base: Config | undefined): Notice[] {
  const looser = looserRails(config, base).map((key): Notice => ({
    code: "ORG0608",
    severity: "warning",
    message: `rails: ${key} is looser than ${base === undefined ? "the default" : "in the base"}, which holds for this plan`,
    hint:
      base === undefined
        ? "with --base and the file as it was before, what both have holds"
        : "it holds for plans whose base has it, too: one merge later",
    source: config.at(["rails", key]),
  }));
  return base === undefined
    ? looser
    : [...looser, ...sectionNotices(kinds, config, base), ...ignoreNotices(config, base)];
}

function sectionNotices(kinds: readonly AnyKind<never>[], config: Config, base: Config): Notice[] {
  const notices: Notice[] = [];
  const keys = new Set(kinds.map(({ section }) => section.key));
  for (const key of keys) {
    const [has, had] = [config, base].map(({ sections }) => sections[key] !== undefined);
    if (has === had) continue;
    notices.push({
      code: "ORG0608",
      severity: "warning",
      message: has
        ? `${key}: is new here: from now on what it does not list is removed`
        : `${key}: is no longer here: from now on nobody decides about it`,
      source: config.at(has ? [key] : []),
    });
  }
  return notices;
}

function ignoreNotices(config: Config, base: Config): Notice[] {
  const notices: Notice[] = [];
  const now = ignoreSection.of(config) ?? {};
  const then = ignoreSection.of(base) ?? {};
  for (const key of new Set([...Object.keys(now), ...Object.keys(then)]) as Set<keyof typeof now>) {
    for (const [index, pattern] of (now[key] ?? []).entries())
      if (then[key]?.includes(pattern) !== true)
        notices.push({
          code: "ORG0608",
          severity: "warning",
          message: `ignore: has the new pattern ${pattern} for ${key}: nobody looks after what it matches`,
          source: config.at(["ignore", key, index]),
        });
    for (const pattern of then[key] ?? [])
      if (now[key]?.includes(pattern) !== true)
        notices.push({
          code: "ORG0608",
          severity: "warning",
          message: `ignore: has no longer the pattern ${pattern} for ${key}: what it matched is removed unless the file lists it`,
          source: config.at(["ignore"]),
        });
  }
  return notices;
}
