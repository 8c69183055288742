import type { Applied } from "../model/applied.ts";
import type { Drift } from "../model/drift.ts";
import { isRefused, type Notice, type Plan } from "../model/plan.ts";
import { undoneOf } from "./applied.ts";
import { outcomeText } from "./apply.ts";
import { becauseText, DRIFTED } from "./changes.ts";
import { fenced, visible, visibleLines } from "./escape.ts";
import { findingsIn, findingsInDrift } from "./findings.ts";
import { accessTable } from "./markdown/access.ts";
import { alert, alerts } from "./markdown/alerts.ts";
import { folded, type Links, listIn, placeIn, planName, textIn, type View } from "./markdown/blocks.ts";
import { changeBlocks, PLANNED } from "./markdown/changes.ts";
import { fitted, type Target } from "./markdown/ladder.ts";
import { type KindWords, wordFor } from "./kinds.ts";
import { nextStepBlocks } from "./markdown/nextSteps.ts";
import { treeBlock } from "./markdown/tree.ts";
import { acknowledgementYaml, IF_MEANT } from "./refusals.ts";
import { count, countsText, estimate } from "./text.ts";

export interface MarkdownOptions extends Links {
  /** Heading of a kind, by the kind's name: `Permission sets`. */
  readonly headings: KindWords;
  /** Each has a limit of its own. */
  readonly target: Target;
}

/** A plan for a reviewer: the verdict and what nobody may miss first, then who reaches what, then everything else, folded. */
export function planMarkdown(plan: Plan, options: MarkdownOptions): string {
  const alarms = alerts(findingsIn(plan, options.headings), options);
  return documentOf(options, (view) => [
    `## ${planVerdict(plan)}`,
    ...alarms,
    ...acknowledgementBlocks(plan, view),
    ...accessBlocks(plan, "### Who reaches what", view),
    ...bodyBlocks(plan, view),
    ...notManagedBlocks(plan, view),
    mergeText(plan),
    footer(plan, view),
  ]);
}

/** What became of a plan: what failed, with what AWS said and what to do, then the plan itself, folded. */
export const appliedMarkdown = (applied: Applied, options: MarkdownOptions): string =>
  documentOf(options, (view) => {
    const { plan, outcome, failures } = applied;
    const { verdict, isDone, next } = outcomeText(outcome);
    const mark = isDone ? "\u2705" : failures.length > 0 || outcome.interrupted ? "\u274c" : "\u26a0\ufe0f";
    return [
      `## ${mark} orgsync apply: ${plan.changes.length === 0 ? "nothing to do" : verdict}`,
      ...failureBlocks(applied, view),
      ...(next === "" ? [] : [next]),
      ...undoneBlocks(applied, view),
      ...nextStepBlocks(applied.next, view),
      ...(plan.changes.length === 0 || !view.detail.tables
        ? []
        : [
            folded(`<b>The plan</b> \u00b7 ${countsText(plan.changes)}`, [
              ...accessBlocks(plan, "**Who reaches what**", view),
              ...bodyBlocks(plan, view),
            ]),
          ]),
      footer(plan, view),
    ];
  });

/** Where AWS and org.yaml differ, and the two ready answers to it. */
export function driftMarkdown(drift: Drift, options: MarkdownOptions): string {
  const { plan, adopt } = drift;
  const alarms = alerts(findingsInDrift(drift), options);
  return documentOf(options, (view) => {
    const number = plan.changes.length;
    if (number === 0)
      return [
        `## \u2705 orgsync drift: none`,
        `AWS is what ${textIn(plan.source.file, view)} says.`,
        footer(plan, view),
      ];
    const revert = [
      `Apply ${planName(plan)}: run the apply workflow by hand, or \`orgsync apply\`.`,
      ...accessBlocks(plan, "What that changes about who reaches what:", view),
    ];
    return [
      `## \u26a0\ufe0f orgsync drift: ${count(number, "difference")} between AWS and org.yaml`,
      ...alarms,
      "### The difference",
      ...(view.detail.tables
        ? changeBlocks(plan, { ...DRIFTED, close: "not closed in AWS" }, view)
        : [countsText(plan.changes)]),
      "### One answer: org.yaml takes over what AWS has",
      ...adoptBlocks(adopt, view),
      "### The other: AWS becomes what org.yaml says again",
      ...revert,
      ...notManagedBlocks(plan, view),
      footer(plan, view),
    ];
  });
}

const documentOf = (
  { target, headings, linkBase }: MarkdownOptions,
  blocks: (view: View) => readonly string[],
): string =>
  fitted(target, (attempt, shortened) => {
    const all = blocks({ ...attempt, headings, linkBase });
    return `${[...all.slice(0, -1), ...(shortened === "" ? [] : [shortened]), ...all.slice(-1)].join("\n\n")}\n`;
  });

function planVerdict(plan: Plan): string {
  if (plan.changes.length === 0) return "\u2705 orgsync plan: no changes";
  const counts = countsText(plan.changes);
  return isRefused(plan) ? `\u274c orgsync plan refused: ${counts}` : `orgsync plan: ${counts}`;
}

function accessBlocks({ access }: Plan, heading: string, view: View): string[] {
  return access.length === 0 || !view.detail.tables ? [] : [heading, accessTable(access, view)];
}

/** All that changes, and what is worth knowing about it. */
function bodyBlocks(plan: Plan, view: View): string[] {
  if (!view.detail.tables) return [];
  const tree = view.detail.lines ? treeBlock(plan) : undefined;
  return [
    ...changeBlocks(plan, PLANNED, view),
    ...(tree === undefined ? [] : [folded("<b>The tree</b> \u00b7 units and accounts that come, go or move", [tree])]),
    ...driftedBlocks(plan, view),
    ...noticeBlocks(plan, view),
  ];
}

/** What this change of the file is not behind. */
function driftedBlocks({ changes }: Plan, view: View): string[] {
  const drifted = changes.filter(({ origin }) => origin === "aws" || origin === "both");
  if (drifted.length === 0) return [];
  return [
    folded(`<b>Drift</b> \u00b7 ${count(drifted.length, "edit")} in AWS that this puts back`, [
      listIn(drifted, (change) => textIn(`${change.label} (${becauseText(change)})`, view), view),
    ]),
  ];
}

/** Those that the alert about them may have no room for, and those that no alert is about. */
function noticeBlocks({ notices }: Plan, view: View): string[] {
  const warnings = notices.filter(({ severity }) => severity === "warning");
  const shown = [
    ...(warnings.length > MOST_IN_ALERT ? warnings : []),
    ...notices.filter(({ severity }) => severity === "info"),
  ];
  if (shown.length === 0) return [];
  const line = ({ message, hint, source }: Notice): string =>
    `- ${[...[message, ...(hint === undefined ? [] : [hint])].map((text) => textIn(text, view)), placeIn(source, view)].filter((part) => part !== "").join(" \u00b7 ")}`;
  const rest = shown.length - view.detail.rows;
  return [
    folded(`<b>Notices</b> \u00b7 ${shown.length}`, [
      [
        ...shown.slice(0, view.detail.rows).map((one) => view.spend(line(one))),
        ...(rest > 0 ? [`- \u2026 ${rest} more`] : []),
      ].join("\n"),
    ]),
  ];
}

const MOST_IN_ALERT = 4;

function notManagedBlocks({ notManaged }: Plan, view: View): string[] {
  if (notManaged.length === 0 || !view.detail.notManaged) return [];
  const groups = new Map<string, string[]>();
  for (const { kind, label, reason } of notManaged) {
    const key = `<b>${textIn(wordFor(kind, view.headings), view)}</b> (${textIn(reason, view)})`;
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  return [
    folded(
      `<b>Left alone</b> \u00b7 ${notManaged.length.toLocaleString("en-US")} that org.yaml does not decide about`,
      [
        [...groups]
          .map(([key, labels]) => `- ${key}: ${view.spend(listIn(labels, (label) => textIn(label, view), view))}`)
          .join("\n"),
      ],
    ),
  ];
}

function acknowledgementBlocks(plan: Plan, view: View): string[] {
  const yaml = acknowledgementYaml(plan);
  if (yaml.length === 0) return [];
  return view.detail.lines ? [folded(`<b>${IF_MEANT}</b>`, [fenced(yaml, "yaml")])] : [WITHOUT_YAML];
}

const WITHOUT_YAML = "`orgsync plan` prints the YAML that acknowledges it.";

function mergeText(plan: Plan): string {
  const name = planName(plan);
  if (plan.changes.length === 0) return "Merging changes nothing in AWS.";
  if (isRefused(plan)) return `Merging does not apply **${name}**: apply refuses it for the same reasons.`;
  const ready = plan.changes.filter(({ waits }) => waits === undefined);
  const about = ready.length === 0 ? "" : ` ${estimate(ready)}`;
  return `Merging approves **${name}**: apply makes these changes and no others, and stops if AWS is no longer as it is described here.${about}`;
}

function footer({ source, organization, read, tool }: Plan, view: View): string {
  const parts = [
    source.commit === undefined ? source.file : `${source.file} @ ${source.commit}`,
    organization === null ? "no organization yet" : `organization ${organization.id}`,
    `${count(read.resources, "object")} read in ${read.seconds.toFixed(1)} s`,
    `orgsync ${tool.version}`,
  ];
  return `<sub>${parts.map((part) => textIn(part, view)).join(" \u00b7 ")}</sub>`;
}

/** As many as one reads; the others fail for the same reasons, or the run's log has them. */
const MOST_FAILURES = 20;

function failureBlocks({ plan, failures }: Applied, view: View): string[] {
  if (failures.length === 0) return [];
  const changes = changesByAddress(plan);
  const room: View = { ...view, detail: { ...view.detail, text: Math.min(1_000, Math.max(200, view.detail.text)) } };
  const lines = failures.slice(0, MOST_FAILURES).map(({ address, code: failed, message, hint }) => {
    const change = changes.get(address);
    const place = placeIn(change?.source, view);
    return [
      `<b>${textIn(nameOf(address, changes), room)}</b>${place === "" ? "" : ` \u00b7 ${place}`}`,
      `${failed}: ${textIn(message, room)}`,
      ...(hint === undefined ? [] : [textIn(hint, room)]),
    ].join("<br>");
  });
  const more = failures.length - lines.length;
  return [
    alert("CAUTION", `${count(failures.length, "change")} failed`, more > 0 ? [...lines, `and ${more} more`] : lines),
  ];
}

function undoneBlocks({ plan, outcome }: Applied, view: View): string[] {
  if (!view.detail.tables) return [];
  const changes = changesByAddress(plan);
  return undoneOf(outcome).map(([heading, addresses]) =>
    folded(`<b>${heading}</b> \u00b7 ${addresses.length.toLocaleString("en-US")}`, [
      listIn(addresses, (address) => textIn(nameOf(address, changes), view), view),
    ]),
  );
}

type ByAddress = ReadonlyMap<string, Plan["changes"][number]>;

const changesByAddress = ({ changes }: Plan): ByAddress => new Map(changes.map((change) => [change.address, change]));

function nameOf(address: string, changes: ByAddress): string {
  const change = changes.get(address);
  return change === undefined ? address : `${change.action} ${change.label}`;
}

function adoptBlocks({ yaml, files, remove }: Drift["adopt"], view: View): string[] {
  return [
    ...(yaml === "" ? [] : entryBlocks(yaml, Object.entries(files), view)),
    ...(remove.length === 0
      ? []
      : [
          `Take out what AWS no longer has: ${listIn(
            remove,
            ({ label, source }) => [textIn(label, view), placeIn(source, view)].filter((part) => part !== "").join(" "),
            view,
          )}.`,
        ]),
    ...(yaml === "" && remove.length === 0 ? ["No entry of org.yaml can say this."] : []),
  ];
}

/** What to write, and the policies that it names. */
function entryBlocks(yaml: string, files: readonly (readonly [path: string, content: string])[], view: View): string[] {
  if (!view.detail.lines) {
    const policies =
      files.length === 0
        ? ""
        : ` and ${files.length === 1 ? "a policy" : `${files.length.toLocaleString("en-US")} policies`}`;
    return [`${count(linesOf(yaml).length, "line")} of YAML${policies}, which \`orgsync drift\` prints.`];
  }
  const isExact = [yaml, ...files.flat()].every((text) => visibleLines(text) === text);
  return [
    "Write these entries in place of those of the same names:",
    view.spend(fenced(linesOf(yaml), "yaml")),
    ...files.flatMap(([path, content]) => [
      `And into <b>${textIn(path, view)}</b>:`,
      view.spend(fenced(linesOf(content), "json")),
    ]),
    ...(isExact
      ? []
      : ["Some characters are shown as escapes here: take them from the file that `orgsync drift --out` writes."]),
  ];
}

const linesOf = (text: string): string[] => text.replace(/\n$/, "").split("\n").map(visible);
