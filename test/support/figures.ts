import { appendFileSync } from "node:fs";
import process from "node:process";

/** Whether to search longer. */
export const DEEP = process.env["ORGSYNC_DEEP"] === "1";

/** Keeps a number that a test has counted, a line of JSON each, in the file that ORGSYNC_FIGURES names. */
export function figure(name: string, number: number, unit = ""): void {
  const file = process.env["ORGSYNC_FIGURES"];
  if (file !== undefined && file !== "") appendFileSync(file, `${JSON.stringify({ name, number, unit })}\n`);
}
