import type { Applied } from "../model/applied.ts";
import type { Outcome } from "../model/event.ts";
import { outcomeLines } from "./apply.ts";
import { visible } from "./escape.ts";
import { wrapped } from "./layout.ts";
import { nextStepsText } from "./nextSteps.ts";
import { planText, type TextOptions } from "./text.ts";

/** What was not made, and why, by addresses. */
export const undoneOf = ({ skipped, waiting, left }: Outcome) =>
  (
    [
      ["Not tried, since something that they need failed", skipped],
      ["Waiting for a person", waiting],
      ["Not finished or not started", left],
    ] as const
  ).filter(([, addresses]) => addresses.length > 0);

/** A plan and what became of it, for a person. */
export function appliedText({ plan, outcome, failures, next }: Applied, options: TextOptions): string {
  const { style } = options;
  const labels = new Map<string, string>(plan.changes.map(({ address, label }) => [address, label]));
  const nameOf = (address: string): string => visible(labels.get(address) ?? address);
  const block = (text: string): string[] => wrapped(text, style.columns - 4).map((part) => `    ${part}`);
  const lines = [
    ...failures.flatMap(({ address, message, hint }) => [
      `${style.paint("red", "\u2717")} ${wrapped(nameOf(address), style.columns - 2).join("\n  ")}`,
      ...[message, ...(hint === undefined ? [] : [hint])].flatMap((text) => block(visible(text))),
    ]),
    ...undoneOf(outcome).flatMap(([heading, addresses]) => [
      `${style.paint("yellow", "-")} ${heading}:`,
      ...block(addresses.map(nameOf).join(", ")),
    ]),
  ];
  return `${planText(plan, options)}\n${[...lines, ...outcomeLines(outcome, style)].join("\n")}\n${nextStepsText(next, style)}`;
}
