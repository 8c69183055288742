import { visibleLines } from "../report/escape.ts";

/** In characters: the end of a log is what tells why it ended. */
const MOST = 20_000;

/** What a run printed that has no result, in Markdown. */
export function logMarkdown(log: string | undefined): string {
  const text = log?.trim() ?? "";
  if (text === "") return "It printed nothing.\n";
  const shown = text.length <= MOST ? text : `…${text.slice(-MOST)}`;
  const lines = visibleLines(shown);
  // A fence ends at the first line that has as many backticks.
  const longest = Math.max(2, ...[...lines.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${lines}\n${fence}\n`;
}
