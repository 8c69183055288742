import type { Drift } from "../model/drift.ts";
import { visible, visibleLines } from "./escape.ts";
import { hanging, placeText, wrapped } from "./layout.ts";
import { planText, type TextOptions } from "./text.ts";

/** What differs, and the two ways to make AWS and org.yaml one again. */
export function driftText({ plan, adopt }: Drift, options: TextOptions): string {
  const { style } = options;
  const text = planText(plan, { ...options, command: "drift" });
  if (plan.changes.length === 0) return text;
  const file = visible(plan.source.file);
  const policies = Object.entries(adopt.files).flatMap(([path, content]) => [
    "",
    style.paint("dim", `${visible(path)}:`),
    ...visibleLines(content.trimEnd()).split("\n"),
  ]);
  const heading = (title: string): string[] => wrapped(title, style.columns).map((part) => style.paint("bold", part));
  const lines = [
    "",
    ...heading(`To put AWS back to what ${file} says:`),
    "  orgsync apply",
    ...(adopt.yaml === ""
      ? []
      : [
          "",
          ...heading(`To keep what AWS has, write into ${file}, in place of entries of the same names:`),
          ...visibleLines(adopt.yaml.trimEnd()).split("\n"),
          ...policies,
        ]),
    ...(adopt.remove.length === 0
      ? []
      : [
          "",
          ...heading(`To leave out what AWS no longer has, take out of ${file}:`),
          ...adopt.remove.flatMap(({ label, source }) =>
            hanging("  ", `${visible(label)}  ${placeText(source)}`, style),
          ),
        ]),
  ];
  return `${text}${lines.join("\n")}\n`;
}
