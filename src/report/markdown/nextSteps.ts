import type { NextSteps } from "../../model/nextSteps.ts";
import { fenced, visible } from "../escape.ts";
import { limited, stepsOf } from "../nextSteps.ts";
import { listIn, textIn, type View } from "./blocks.ts";

/** What is left to people after an apply. */
export function nextStepBlocks(next: NextSteps, view: View): string[] {
  const steps = view.detail.tables ? stepsOf(next) : [];
  if (steps.length === 0) return [];
  return [
    "### Next steps",
    ...steps.flatMap(({ says, copy, items }, index) => [
      `**${index + 1}.** ${textIn(says, view)}${copy.length + items.length === 0 ? "." : ":"}`,
      ...(copy.length === 0 ? [] : [view.spend(fenced(limited(copy).map(visible), "text"))]),
      ...(items.length === 0
        ? []
        : [
            `${listIn(
              items,
              ({ name, remark }) => `${textIn(name, view)}${remark === undefined ? "" : ` (${textIn(remark, view)})`}`,
              view,
            )}.`,
          ]),
    ]),
  ];
}
