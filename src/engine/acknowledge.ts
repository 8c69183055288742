import { acknowledgeSection } from "../kinds/views.ts";
import type { Config } from "../model/config.ts";
import { type Change, changeName, type Notice, RAILS, type Refusal } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";

const DAY = 86_400_000;
/** How far ahead an acknowledgement may reach. */
const MOST_DAYS = 30;

export interface Acknowledged {
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
}

/**
 * Marks the refusals of which org.yaml acknowledges every change, and says which acknowledgements are over, have
 * nothing left to do, or reach too far ahead. `now` is milliseconds since the epoch. Pure.
 */
export function acknowledge(
  refusals: readonly Refusal[],
  changes: readonly Change[],
  config: Config,
  now: number,
): Acknowledged {
  const planned = new Set<string>(changes.map(changeName));
  const notices: Notice[] = [];
  const problems: Problem[] = [];
  const entries = (acknowledgeSection.of(config) ?? []).map((entry, index) => ({
    ...entry,
    source: config.at(["acknowledge", index]),
    end: Date.parse(`${entry.until}T00:00:00Z`) + DAY,
  }));
  for (const [index, { until, end, source, changes: named }] of entries.entries()) {
    if (end <= now) {
      notices.push({
        code: "ORG0609",
        severity: "warning",
        message: `this acknowledgement ended on ${until} at 24:00 UTC and covers nothing`,
        hint: "take it out of acknowledge:",
        source,
      });
    } else if (end > now + (MOST_DAYS + 1) * DAY) {
      problems.push({
        code: "ORG0316",
        message: `an acknowledgement lasts at most ${MOST_DAYS} days, and ${until} is further ahead`,
        hint: `write ${dayOf(now + MOST_DAYS * DAY)} or an earlier day`,
        source: config.at(["acknowledge", index, "until"]),
      });
    } else if (!named.some((name) => planned.has(name))) {
      notices.push({
        code: "ORG0609",
        severity: "info",
        message: "this acknowledgement has nothing left to do",
        hint: "take it out of acknowledge:",
        source,
      });
    }
  }
  const valid = entries.filter(({ end }) => end > now);
  return {
    notices,
    problems,
    refusals: refusals.map((refusal) => {
      if (!RAILS[refusal.rail].acknowledgeable) return refusal;
      const mine = valid.filter(({ rail }) => rail === refusal.rail);
      const covering = mine.filter(({ changes: named }) => refusal.changes.some((name) => named.includes(name)));
      const isCovered = refusal.changes.every((name) => covering.some(({ changes: named }) => named.includes(name)));
      const [first] = covering;
      if (first === undefined || !isCovered) return refusal;
      return {
        ...refusal,
        acknowledged: {
          reason: [...new Set(covering.map(({ reason }) => reason))].join("; "),
          until: covering.map(({ until }) => until).toSorted()[0] ?? first.until,
          source: first.source,
        },
      };
    }),
  };
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
