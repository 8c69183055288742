import type { Applied } from "../model/applied.ts";
import type { Drift } from "../model/drift.ts";
import type { Plan } from "../model/plan.ts";
import { outcomeText } from "./apply.ts";
import { becauseText, DRIFTED, labelText, placeOf, rowsOf } from "./changes.ts";
import { type Annotation, annotation, MOST_ANNOTATIONS } from "./command.ts";
import { type Finding, findingsIn, findingsInDrift } from "./findings.ts";
import { byKind, type KindWords } from "./kinds.ts";
import { accessText, dangerOf, isLess, isMore, NOW } from "./reach.ts";
import { count } from "./text.ts";

/** As annotations have room for. */
const BREVITY = { people: 10, accounts: 10 };

export interface GithubOptions {
  /** Heading of a kind, by the kind's name: `Permission sets`. */
  readonly headings: KindWords;
}

/** Workflow commands that make GitHub show a plan beside the lines of org.yaml that it comes from. */
export const planGithub = (plan: Plan, { headings }: GithubOptions): string =>
  written([
    ...annotationsOf(findingsIn(plan, headings)),
    ...plan.access
      .filter((row) => !(isMore(row) && dangerOf(row) !== undefined))
      .map((row) => notice("Who reaches what", accessText(row, BREVITY), row.source)),
    ...changesOf(plan, headings),
    ...plan.notices
      .filter(({ severity }) => severity === "info")
      .map(({ message, hint, source }) =>
        notice("To know", hint === undefined ? message : `${message}: ${hint}`, source),
      ),
  ]);

/** The same for what AWS has and org.yaml does not say, or the other way round. */
export const driftGithub = (drift: Drift, { headings }: GithubOptions): string =>
  written([
    ...annotationsOf(findingsInDrift(drift)),
    ...drift.plan.access
      .filter((row) => !(isLess(row) && dangerOf(row) !== undefined))
      .map((row) => notice("Who reaches what", accessText(row, BREVITY, NOW), row.source)),
    ...rowsIn(drift.plan, headings).map(({ heading, row: { change, labels } }): Annotation => ({
      level: "warning",
      title: heading,
      lines: [`${DRIFTED[change.action]}: ${labelText(labels, MOST_ANNOTATIONS)}`],
      source: placeOf(change),
    })),
  ]);

/** What became of a plan: an error for each failure, beside the line that says what could not be made. */
export function appliedGithub({ plan, failures, outcome }: Applied): string {
  const changes = new Map(plan.changes.map((change) => [change.address, change]));
  const { verdict, isDone } = outcomeText(outcome);
  return written([
    ...failures.map(({ address, code, message, hint }): Annotation => {
      const change = changes.get(address);
      return {
        level: "error",
        title: `${code} ${change?.label ?? address}`,
        lines: hint === undefined ? [message] : [message, hint],
        source: change?.source,
      };
    }),
    {
      level: isDone ? "notice" : failures.length > 0 || outcome.interrupted ? "error" : "warning",
      title: "orgsync apply",
      lines: [verdict],
    },
  ]);
}

const notice = (title: string, line: string, source: Annotation["source"]): Annotation => ({
  level: "notice",
  title,
  lines: [line],
  source,
});

/** Each thing beside its own line. */
const annotationsOf = (findings: readonly Finding[]): Annotation[] =>
  findings.flatMap(({ level, title, items }) =>
    items.map((item): Annotation => ({
      level: level === "error" ? "error" : "warning",
      title,
      lines: [item.text(BREVITY)],
      source: item.source,
    })),
  );

/** What changes, a line of org.yaml each: what no line says anything of is in the plan's other forms. */
const changesOf = (plan: Plan, headings: KindWords): Annotation[] =>
  rowsIn(plan, headings).flatMap(({ heading, row: { change, labels } }) => {
    const source = placeOf(change);
    if (source === undefined) return [];
    const because = becauseText(change);
    const line = `${change.action} ${labelText(labels, MOST_ANNOTATIONS)}${because === "" ? "" : ` (${because})`}`;
    return [notice(heading, line, source)];
  });

const rowsIn = ({ changes }: Plan, headings: KindWords) =>
  byKind(changes, headings).flatMap(({ heading, items }) => rowsOf(items).map((row) => ({ heading, row })));

/** As many of each level as GitHub shows, and how many it is not given. */
function written(annotations: readonly Annotation[]): string {
  const shown = LEVELS.flatMap((level) => {
    const mine = annotations.filter((one) => one.level === level);
    return mine.slice(0, MOST_ANNOTATIONS - (level === "notice" ? 1 : 0));
  });
  const rest = annotations.length - shown.length;
  const more: Annotation = { level: "notice", title: "orgsync", lines: [`and ${count(rest, "more annotation")}`] };
  return [...shown, ...(rest === 0 ? [] : [more])].map(annotation).join("");
}

const LEVELS = ["error", "warning", "notice"] as const;
