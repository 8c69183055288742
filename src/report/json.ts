import { replaceHidden } from "../model/characters.ts";
import type { ApplyEvent } from "../model/event.ts";
import type { Plan } from "../model/plan.ts";

/** One document. */
export const planJson = (plan: Plan): string => `${safe(JSON.stringify(plan, null, 2))}\n`;

/** One event a line. */
export const eventJson = (event: ApplyEvent): string => `${safe(JSON.stringify(event))}\n`;

/** A text in quotes, on one line. */
export const jsonText = (text: string): string => safe(JSON.stringify(text));

/** The same JSON with nothing in it that acts on a terminal or a GitHub runner: escapes say what they stand for. */
function safe(json: string): string {
  return replaceHidden(json, inUnits).replaceAll("##[", "\\u0023#[");
}

const inUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");
