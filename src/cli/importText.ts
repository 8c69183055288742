import { formOf } from "../config/part.ts";
import type { OrgDraft } from "../api/import.ts";
import { sections } from "../kinds/sections.ts";
import { visible } from "../report/escape.ts";
import { hanging } from "../report/layout.ts";
import type { Style } from "../report/style.ts";
import { count } from "../report/text.ts";

/** What an import has written, and what it has left out. */
export function importText(
  { values, comments, files, leftOut }: OrgDraft,
  { verb, file, style }: { readonly verb: string; readonly file: string; readonly style: Style },
): string {
  const beside = files.size === 0 ? "" : `, and ${count(files.size, "file")} beside it`;
  const lines = [style.paint("bold", `${verb} ${visible(file)}${beside}`)];
  const width = Math.max(...[...values.keys()].map((key) => key.length));
  for (const section of sections) {
    const value = values.get(section.key);
    if (value === undefined || section.key === "ignore") continue;
    const size = value instanceof Map ? value.size : Array.isArray(value) ? value.length : 1;
    const number = formOf(section) === "settings" ? "" : size.toLocaleString("en-US");
    lines.push(`  ${`${section.key.padEnd(width)}  ${number.padStart(6)}`.trimEnd()}`);
  }
  const reasons = new Map<string, number>();
  for (const { section, reason } of leftOut) {
    const key = `${section}: left out: ${reason}`;
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  const remarks = sections.flatMap(({ key }) =>
    (comments.get(JSON.stringify([key])) ?? []).map((remark) => `${key}: ${remark}`),
  );
  if (reasons.size + remarks.length > 0) lines.push("", style.paint("bold", "Left out, as the file says too"));
  for (const [reason, number] of reasons)
    lines.push(...hanging("  ", visible(number === 1 ? reason : `${reason} (${number})`), style));
  for (const remark of remarks) lines.push(...hanging("  ", visible(remark), style));
  return `${lines.join("\n")}\n`;
}
