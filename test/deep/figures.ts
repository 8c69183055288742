import { appendFileSync } from "node:fs";

/** One line of what a deep run found; lines of one name are added up. */
export interface Figure {
  readonly name: string;
  readonly number: number;
  readonly unit: string;
  readonly result: string;
}

/**
 * Puts a number into the table of the README's reliability section: `figure("kill points", 1683, "all converge")`.
 * Only `npm run test:deep` says where to write it; a test that fails before it gets here has no figure.
 */
export function figure(name: string, number: number, result: string, unit = ""): void {
  const file = process.env["ORGSYNC_FIGURES"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, number, unit, result } satisfies Figure)}\n`);
}

/** Says something while a long test is still at work. */
export const tell = (text: string): void => void process.stdout.write(`${text}\n`);
