import { structuredPatch } from "diff";
import stringWidth from "string-width";
import type {
  AwsConfigRevision,
  KeyDifference,
  ScriptChange,
  SectionChange,
  SectionOutcome,
  Trap,
} from "../model/awsConfig.ts";
import { visible } from "./escape.ts";
import { wrapped } from "./layout.ts";
import type { Format, Style } from "./style.ts";
import { count } from "./text.ts";

const SIGNS: Readonly<Record<SectionOutcome, readonly [sign: string, format: Format | undefined]>> = {
  same: ["=", undefined],
  added: ["+", "green"],
  changed: ["~", "yellow"],
  removed: ["-", "red"],
  adopted: ["<", "yellow"],
  elsewhere: ["=", undefined],
};

/** How far what is said about a section stands in. */
const INDENT = "      ";

/** What becomes of a file of AWS settings, section by section; what goes without saying is left out. */
export function awsConfigText(
  name: string,
  { sections, otherLines, text }: AwsConfigRevision,
  { before, style }: { readonly before: string | undefined; readonly style: Style },
): string {
  const width = Math.max(0, ...sections.map(({ header }) => stringWidth(visible(header))));
  const lines = [style.paint("bold", visible(name)), ...sections.flatMap((one) => sectionLines(one, width, style))];
  const isSame = sections.every(({ outcome }) => outcome === "same" || outcome === "elsewhere");
  if (isSame && before !== text) lines.push(`  ${style.paint("yellow", "~")} orgsync's block is written anew`);
  if (before !== undefined && otherLines > 0)
    lines.push(
      style.paint(
        "dim",
        `  ${count(otherLines, "other line")} ${otherLines === 1 ? "stays as it is" : "stay as they are"}`,
      ),
    );
  return `${lines.join("\n")}\n`;
}

function sectionLines(change: SectionChange, width: number, style: Style): string[] {
  const { header, outcome, differences } = change;
  const clashes = outcome === "elsewhere" && differences.length > 0;
  const [sign, format] = clashes ? (["!", "red"] as const) : SIGNS[outcome];
  const shown = visible(header);
  const left = `  ${format === undefined ? sign : style.paint(format, sign)} ${shown}`;
  const remark = remarkOn(change);
  const gap = " ".repeat(width - stringWidth(shown) + 2);
  const fits = 4 + width + 2 + stringWidth(remark) <= style.columns;
  const lines = remark === "" ? [left] : fits ? [`${left}${gap}${remark}`] : [left, ...indented(remark, style)];
  const keyWidth = Math.max(0, ...differences.map(({ key }) => key.length));
  for (const difference of differences) lines.push(...indented(differenceText(difference, keyWidth, outcome), style));
  if (clashes)
    lines.push(
      ...indented(
        "not written twice: the AWS CLI would refuse the whole file. --adopt moves it into orgsync's block",
        style,
      ),
    );
  return lines;
}

function remarkOn({ outcome, lines, differences, remark = "" }: SectionChange): string {
  const where = `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
  if (outcome === "removed") return "org.yaml no longer gives it";
  if (outcome === "adopted") return `from ${where} into orgsync's block`;
  if (outcome === "elsewhere")
    return `${where}, outside of orgsync's block${differences.length > 0 ? ", and not as in org.yaml" : ""}`;
  return outcome === "added" ? visible(remark) : "";
}

function differenceText({ key, before, after }: KeyDifference, width: number, outcome: SectionOutcome): string {
  const [old, wanted] = [before, after].map((value) => (value === undefined ? "none" : visible(value)));
  const sides = outcome === "elsewhere" ? `${old} (yours), ${wanted} (org.yaml)` : `${old} \u2192 ${wanted}`;
  return `${visible(key).padEnd(width)}  ${sides}`;
}

const indented = (text: string, style: Style): string[] =>
  stringWidth(text) + INDENT.length <= style.columns
    ? [INDENT + text]
    : wrapped(text, style.columns - INDENT.length).map((line) => INDENT + line);

/** What becomes of a script in package.json. */
export function scriptText(name: string, script: string, command: string, change: ScriptChange, style: Style): string {
  const lines = [style.paint("bold", name)];
  const [sign, format] = change.outcome === "taken" ? (["!", "red"] as const) : SIGNS[change.outcome];
  lines.push(`  ${format === undefined ? sign : style.paint(format, sign)} "${script}": "${command}"`);
  if (change.outcome === "taken")
    lines.push(...indented(`not written: "${script}" is ${visible(change.script)} there`, style));
  return `${lines.join("\n")}\n`;
}

/** The lines that change, as `diff -u` shows them. */
export function awsConfigDiff(name: string, before: string, after: string): string {
  const [old, wanted] = [before, after].map((text) => text.replaceAll("\r\n", "\n"));
  const { hunks } = structuredPatch(name, name, old ?? "", wanted ?? "");
  const lines = hunks.flatMap((hunk) => [
    `@@ -${rangeText(hunk.oldStart, hunk.oldLines)} +${rangeText(hunk.newStart, hunk.newLines)} @@`,
    ...hunk.lines,
  ]);
  return `${[`--- ${name}`, `+++ ${name}`, ...lines].map(visible).join("\n")}\n`;
}

/** No lines stand behind the line before. */
const rangeText = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`;

/** What some reader of the file stumbles over, whoever wrote it. */
export const trapsText = (name: string, traps: readonly Trap[], style: Style): string =>
  traps
    .flatMap(({ line, message }) => {
      const [first = "", ...rest] = wrapped(visible(`${name}:${line} ${message}`), style.columns - 4);
      return [`  ${style.paint("yellow", "!")} ${first}`, ...rest.map((one) => `    ${one}`)];
    })
    .map((line) => `${line}\n`)
    .join("");

/** What to do with the profiles, once they are there. */
export function awsConfigNext({
  session,
  usual,
  stages,
}: {
  readonly session: string;
  readonly usual: string;
  readonly stages: ReadonlyMap<string, string>;
}): string {
  const lines = [
    "",
    `Log in:  aws sso login --sso-session=${session}`,
    `Check:   aws sts get-caller-identity --profile=${usual}`,
  ];
  const cases = [...stages].map(([stage, name]) => `input.stage === "${stage}" ? "${name}" :`);
  const [only] = cases;
  if (only !== undefined)
    lines.push("SST:     in sst.config.ts, in what app(input) returns", "  providers: {", "    aws: {");
  if (cases.length === 1) lines.push(`      profile: ${only} "${usual}",`);
  if (cases.length > 1) lines.push("      profile:", ...cases.map((one) => `        ${one}`), `        "${usual}",`);
  if (only !== undefined) lines.push("    },", "  },");
  return `${lines.join("\n")}\n`;
}
