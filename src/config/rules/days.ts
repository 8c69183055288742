import { quote } from "../problems.ts";

/** Whether a text of the form 2026-12-31 is a day of the calendar. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export const notADay = (text: string) =>
  ({
    code: "ORG0205",
    message: `${quote(text)} is not a day of the calendar`,
    hint: "a day looks like 2026-12-31",
  }) as const;
