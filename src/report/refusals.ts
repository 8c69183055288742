import { changeName, isRefused, type Plan, type RailName, RAILS, REASON_TO_GIVE, type Refusal } from "../model/plan.ts";
import { visible, visibleJson } from "./escape.ts";
import { hanging, placeText, wrapped } from "./layout.ts";
import type { Style } from "./style.ts";

/** In milliseconds: how long the acknowledgement that is printed lasts. */
const LASTS = 14 * 86_400_000;
/** Changes of one refusal that are shown; the acknowledgement names them all. */
const MOST_SHOWN = 10;

/** Why a plan is refused, what is acknowledged, and the block to paste. */
export function refusalLines(plan: Plan, style: Style): string[] {
  const refused = plan.refusals.filter(({ acknowledged }) => acknowledged === undefined);
  const covered = plan.refusals.filter(({ acknowledged }) => acknowledged !== undefined);
  const labels = new Map<string, string>(plan.changes.map((change) => [changeName(change), change.label]));
  return [
    ...covered.flatMap((refusal) => acknowledgedLines(refusal, style)),
    ...(covered.length > 0 && refused.length > 0 ? [""] : []),
    ...refused.flatMap((refusal) => refusedLines(refusal, labels, style)),
    ...acknowledgementLines(plan, style),
  ];
}

/** The same as a text of its own; empty when nothing is refused. */
export const refusalsText = (plan: Plan, style: Style): string =>
  isRefused(plan) ? `${refusalLines(plan, style).join("\n")}\n` : "";

function acknowledgedLines({ rail, message, acknowledged }: Refusal, style: Style): string[] {
  if (acknowledged === undefined) return [];
  const { reason, until, source } = acknowledged;
  return [
    ...wrapped(visible(`${rail}: ${message}`), style.columns - 2).map(
      (part, index) => `${index === 0 ? style.paint("yellow", "! ") : "  "}${part}`,
    ),
    ...wrapped(`${visible(`acknowledged until ${until}: ${reason}`)}  ${placeText(source)}`, style.columns - 4).map(
      (part) => style.paint("dim", `    ${part}`),
    ),
  ];
}

function refusedLines(
  { rail, message, changes, hint }: Refusal,
  labels: ReadonlyMap<string, string>,
  style: Style,
): string[] {
  const shown = changes
    .slice(0, MOST_SHOWN)
    .map((name) => visible(`${name.slice(0, name.indexOf(" "))} ${labels.get(name) ?? name}`));
  const rest = changes.length - shown.length;
  return [
    ...wrapped(visible(`refused by ${rail}: ${message}`), style.columns - 2).map(
      (part, index) => `${index === 0 ? style.paint("red", "✗ ") : "  "}${style.paint("red", part)}`,
    ),
    ...shown.flatMap((line) => hanging("    ", line, style)),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
    ...wrapped(visible(hint), style.columns - 4).map((part) => style.paint("dim", `    ${part}`)),
  ];
}

function acknowledgementLines(plan: Plan, style: Style): string[] {
  const lines = acknowledgementYaml(plan);
  return lines.length === 0 ? [] : ["", style.paint("bold", IF_MEANT), ...lines];
}

export const IF_MEANT = "If this is meant, write into org.yaml, with a reason of your own:";

/** Of a rail that a newer version has nobody knows. */
const isAcknowledgeable = (rail: RailName): boolean => Object.hasOwn(RAILS, rail) && RAILS[rail].acknowledgeable;

/** The block to paste into org.yaml; no lines where nothing is refused that may be acknowledged. */
export function acknowledgementYaml(plan: Plan): string[] {
  const rails = new Map<RailName, Refusal[]>();
  for (const refusal of plan.refusals) {
    const { rail, acknowledged } = refusal;
    if (acknowledged !== undefined || !isAcknowledgeable(rail)) continue;
    rails.set(rail, [...(rails.get(rail) ?? []), refusal]);
  }
  if (rails.size === 0) return [];
  const until = new Date(Date.parse(plan.createdAt) + LASTS).toISOString().slice(0, 10);
  return [
    "acknowledge:",
    ...[...rails].flatMap(([rail, all]) => [
      `  - rail: ${rail}`,
      "    changes:",
      ...[...new Set(all.flatMap(({ changes }) => changes))].map((name) => `      - ${yamlText(name)}`),
      `    reason: ${REASON_TO_GIVE}`,
      `    until: ${until}`,
    ]),
  ];
}

/** As a plain scalar where nothing in it means anything to YAML or to a terminal, else in quotes. */
const yamlText = (text: string): string =>
  /^[A-Za-z][\w@.+/=, -]*(?::[\w@.+/=,-]+)*$/.test(text) ? text : visibleJson(JSON.stringify(text));
