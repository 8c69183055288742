import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Figure } from "../test/deep/figures.ts";

const SOURCE = join(import.meta.dirname, "../docs/reliability.json");

/** What the last deep run found, as it is committed; only a deep run writes it. */
export interface Reliability {
  /** The day of the run, and how long it took on how many processors. */
  readonly run: { readonly date: string; readonly minutes: number; readonly cpus: number; readonly node: string };
  readonly figures: readonly Figure[];
}

/** Adds up what the tests of one run have written: shares of one figure become one. */
export function collected(lines: string): Figure[] {
  const figures = new Map<string, Figure>();
  for (const line of lines.split("\n").filter((one) => one !== "")) {
    const figure = JSON.parse(line) as Figure;
    const before = figures.get(figure.name);
    figures.set(figure.name, { ...figure, number: figure.number + (before?.number ?? 0) });
  }
  return [...figures.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

export async function keep(reliability: Reliability): Promise<void> {
  await writeFile(SOURCE, `${JSON.stringify(reliability, null, 2)}\n`);
}

/** The README's table of what the last deep run found. */
export async function reliabilityTable(): Promise<string> {
  const { run, figures } = JSON.parse(await readFile(SOURCE, "utf8")) as Reliability;
  const rows = figures.map(({ name, number, unit, result }) => [
    name,
    `${number.toLocaleString("en-US")}${unit === "" ? "" : ` ${unit}`}`,
    result,
  ]);
  return `${table([["what", "number", "result"], ...rows])}\n\n${run.minutes} minutes on ${run.cpus} CPUs with Node ${run.node}, on ${run.date}.\n`;
}

/** A table as oxfmt writes it: cells padded to the widest of their column. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
