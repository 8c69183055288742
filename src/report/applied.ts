import type { Applied } from "../model/applied.ts";
import { outcomeLines } from "./apply.ts";
import { visible } from "./escape.ts";
import { wrapped } from "./layout.ts";
import { nextStepsText } from "./nextSteps.ts";
import { planText, type TextOptions } from "./text.ts";

/** A plan and what became of it, for a person. */
export function appliedText({ plan, outcome, failures, next }: Applied, options: TextOptions): string {
  const { style } = options;
  const labels = new Map(plan.changes.map(({ address, label }) => [address, label]));
  const lines = failures.flatMap(({ address, message, hint }) => [
    `${style.paint("red", "\u2717")} ${visible(labels.get(address) ?? address)}`,
    ...[message, ...(hint === undefined ? [] : [hint])].flatMap((text) =>
      wrapped(visible(text), style.columns - 4).map((part) => `    ${part}`),
    ),
  ]);
  return `${planText(plan, options)}\n${[...lines, ...outcomeLines(outcome, style)].join("\n")}\n${nextStepsText(next, style)}`;
}
