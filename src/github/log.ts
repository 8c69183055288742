import { fenced, visible } from "../report/escape.ts";

/** In characters: the end of a log is what tells why it ended. */
const MOST = 20_000;

/** What a run printed that has no result, in Markdown. */
export function logMarkdown(log: string): string {
  const text = log.trim();
  if (text === "") return "It printed nothing.\n";
  const shown = text.length <= MOST ? text : `…${text.slice(-MOST)}`;
  return `${fenced(shown.split("\n").map(visible), "text")}\n`;
}
