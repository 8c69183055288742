import { type AccessChange, type Change, type Plan, type Refusal } from "../model/plan.ts";
import type { Source } from "../model/resource.ts";
import { isClosing, listText } from "./changes.ts";
import { visible } from "./escape.ts";
import { byKind, type KindWords } from "./kinds.ts";
import { accessText, type Brevity, type Danger, dangerOf, DANGERS, isLess, isMore, NOW } from "./reach.ts";
import { closingText } from "./rows.ts";
import { count } from "./text.ts";

/** What nobody may miss: things of one sort, with how many they are. */
export interface Finding {
  /** `error` is what stops the plan; `caution` what gives away the organization, or an account for good. */
  readonly level: "error" | "caution" | "warning";
  /** In orgsync's own words, and numbers. */
  readonly title: string;
  /** At least one. */
  readonly items: readonly Item[];
}

export interface Item {
  /** Visible text, as short as it is asked for. */
  text(brevity: Brevity): string;
  /** For what leaves only numbers of the items at the end. */
  readonly names: readonly string[];
  readonly source?: Source | undefined;
}

/** The findings of a plan, the worst first. */
export const findingsIn = (plan: Plan, headings: KindWords): Finding[] => [
  ...accessFindings(plan.access.filter(isMore), accessText, (who, many) => `${who} ${many ? "get" : "gets"}`),
  ...changeFindings(plan, headings),
];

/** The same of a difference: whoever loses something if org.yaml is put back has what org.yaml does not give. */
export const findingsInDrift = ({ plan }: { readonly plan: Plan }): Finding[] =>
  accessFindings(
    plan.access.filter(isLess),
    (row, brevity) => accessText(row, brevity, NOW),
    (who, many) => `Not in org.yaml: ${who} ${many ? "have" : "has"}`,
  );

const WHAT: Record<Danger, string> = {
  "administrator of everything": "administrator access to the management account",
  administrator: "administrator access",
  "management account": "access to the management account",
};

function accessFindings(
  access: readonly AccessChange[],
  text: (row: AccessChange, brevity: Brevity) => string,
  sentence: (who: string, many: boolean) => string,
): Finding[] {
  return DANGERS.flatMap((danger) => {
    const rows = access.filter((row) => dangerOf(row) === danger);
    if (rows.length === 0) return [];
    const of = (group: boolean): number =>
      new Set(rows.flatMap(({ who }) => who.filter((one) => one.group === group).map(({ name }) => name))).size;
    const [people, groups] = [of(false), of(true)];
    const who = [
      ...(people === 0 ? [] : [people === 1 ? "1 person" : `${people.toLocaleString("en-US")} people`]),
      ...(groups === 0 ? [] : [count(groups, "group")]),
    ].join(" and ");
    return [
      {
        level: "caution",
        title: `${sentence(who, people + groups > 1)} ${WHAT[danger]}`,
        items: rows.map((row) => ({
          text: (brevity) => text(row, brevity),
          names: row.who.map(({ name }) => name),
          source: row.source,
        })),
      },
    ];
  });
}

function changeFindings(plan: Plan, headings: KindWords): Finding[] {
  const { changes, refusals, notices } = plan;
  const refused = refusals.filter(({ acknowledged }) => acknowledged === undefined);
  const covered = refusals.filter(({ acknowledged }) => acknowledged !== undefined);
  const closing = changes.filter(isClosing);
  const making = changes.filter(({ action, kind }) => action === "create" && kind === "account");
  const going = changes.filter((change) => change.action === "delete" && !isClosing(change) && !SAID.has(change.kind));
  const warnings = notices.filter(({ severity }) => severity === "warning");
  return [
    finding(
      "error",
      `Refused by ${count(refused.length, "check")}`,
      refused.map((one) => refusalItem(one, plan)),
    ),
    finding(
      "caution",
      `Closes ${count(closing.length, "account")}: ${closingText(closing.length)}`,
      closing.map(changeItem),
    ),
    finding("warning", `Creates ${count(making.length, "account")}, which cannot be undone`, making.map(changeItem)),
    finding("warning", `Deletes ${count(going.length, "thing")}`, goingItems(going, headings)),
    finding(
      "warning",
      `Acknowledged: ${count(covered.length, "refusal")}`,
      covered.map((one) => refusalItem(one, plan)),
    ),
    finding(
      "warning",
      `To mind: ${count(warnings.length, "notice")}`,
      warnings.map(({ message, hint, source }) => ({
        text: () => visible(hint === undefined ? message : `${message}: ${hint}`),
        names: [],
        source,
      })),
    ),
  ].filter(({ items }) => items.length > 0);
}

/** What comes of these stands with who reaches what. */
const SAID: ReadonlySet<string> = new Set(["assignment", "membership"]);

const finding = (level: Finding["level"], title: string, items: readonly Item[]): Finding => ({ level, title, items });

const changeItem = ({ label, source }: Change): Item => ({ text: () => visible(label), names: [label], source });

/** A kind each, since that something goes matters more than which of many. */
function goingItems(going: readonly Change[], headings: KindWords): Item[] {
  return byKind(going, headings).map(({ heading, items }) => ({
    text: ({ people }) => `${visible(heading)}: ${listText(items, people, ({ label }) => visible(label))}`,
    names: items.map(({ label }) => label),
  }));
}

function refusalItem({ rail, message, changes, hint, acknowledged }: Refusal, plan: Plan): Item {
  const names = new Set<string>(changes);
  const place = plan.changes.find(
    (change) => change.source !== undefined && names.has(`${change.action} ${change.address}`),
  );
  return {
    text: () =>
      acknowledged === undefined
        ? visible(`${rail}: ${message}; ${hint}`)
        : visible(`${rail}: ${message}; acknowledged until ${acknowledged.until}: ${acknowledged.reason}`),
    names: [rail],
    source: acknowledged?.source ?? place?.source,
  };
}
