import type { ApplyEvent, Outcome } from "../model/event.ts";
import type { Change } from "../model/plan.ts";
import { isClosing } from "./changes.ts";
import { visible } from "./escape.ts";
import { type KindWords, wordFor } from "./kinds.ts";
import { messageLines } from "./layout.ts";
import type { Style } from "./style.ts";
import { count, duration } from "./text.ts";

export interface ApplyTextOptions {
  readonly style: Style;
  /** `permission set` for `permissionSet`. */
  readonly titles: KindWords;
}

/** How far what is said about a change stands in. */
const INDENT = "        ";

const DONE: Record<Change["action"], string> = { create: "created", update: "updated", delete: "deleted" };
const DOING: Record<Change["action"], string> = { create: "creating", update: "updating", delete: "deleting" };

const doneWord = (change: Change): string => (isClosing(change) ? "closed" : DONE[change.action]);
const doingWord = (change: Change): string => (isClosing(change) ? "closing" : DOING[change.action]);

/** The lines of an apply: one for each event that a reader of a log wants, and the summary. */
export interface ApplyText {
  /** Lines without a newline at the end; none for events that only a live view shows. */
  linesFor(event: ApplyEvent): string[];
  /** What is at work, for the live rows of a terminal and the heartbeat of a log. */
  running(now: number): string[];
  /** `9/14`. */
  progress(): string;
}

/** Keeps count of an apply's events and words them. */
export function applyText({ style, titles }: ApplyTextOptions): ApplyText {
  let total = 0;
  let settled = 0;
  const running = new Map<string, { change: Change; since: number; detail: string }>();
  const name = ({ kind, label }: Change): string => {
    const title = wordFor(kind, titles);
    return visible(label.startsWith(title) ? label : `${title} ${label}`);
  };
  const ordinal = (): string => {
    const width = String(total).length;
    return style.paint("dim", `[${String(settled).padStart(width)}/${total}]`);
  };
  const eventLines = (mark: string, text: string): string[] =>
    messageLines(`${ordinal()} ${mark} `, text, style, { indent: INDENT });
  return {
    linesFor(event) {
      switch (event.type) {
        case "begin":
          total = event.changes;
          return [style.paint("bold", `Applying ${event.digest.slice(0, 8)}: ${count(total, "change")}`)];
        case "start":
          running.set(event.change.address, { change: event.change, since: event.at, detail: "" });
          return [];
        case "progress": {
          const entry = running.get(event.change.address);
          if (entry !== undefined) entry.detail = visible(event.detail);
          return [];
        }
        case "done":
          running.delete(event.change.address);
          settled++;
          return eventLines(
            style.paint("green", "✓"),
            `${name(event.change)} ${doneWord(event.change)} ${style.paint("dim", `(${took(event.seconds)})`)}`,
          );
        case "failed":
          running.delete(event.change.address);
          settled++;
          return [
            ...eventLines(
              style.paint("red", "✗"),
              `${name(event.change)} not ${doneWord(event.change)} ${style.paint("dim", `(${event.failure.code})`)}`,
            ),
            ...[event.failure.message, event.failure.hint ?? ""].flatMap((text) =>
              text === "" ? [] : messageLines(INDENT, visible(text), style, { indent: INDENT }),
            ),
          ];
        case "skipped":
          // The plan has shown what waits for a person, and the summary counts it.
          if (event.change.waits !== undefined) return [];
          settled++;
          return eventLines(style.paint("yellow", "-"), `${name(event.change)} not tried: ${visible(event.because)}`);
        case "end":
          return ["", ...outcomeLines(event.outcome, style)];
      }
    },
    running: (now) =>
      [...running.values()].map(({ change, since, detail }) => {
        const state = detail === "" ? "" : ` (${detail})`;
        return `${name(change)} ${doingWord(change)}${state}, ${duration((now - since) / 1000)}`;
      }),
    progress: () => `${settled}/${total}`,
  };
}

const took = (seconds: number): string => (seconds < 10 ? `${seconds.toFixed(1)}s` : duration(seconds));

/** What became of all of it, and what to do about the rest. */
export function outcomeLines(outcome: Outcome, style: Style): string[] {
  const { verdict, isDone, next } = outcomeText(outcome);
  if (isDone) return messageLines(style.paint("green", "✓ "), verdict, style, { indent: "  ", format: "green" });
  const isStopped = outcome.failed.length > 0 || outcome.interrupted;
  return [
    ...messageLines(`${isStopped ? style.paint("red", "✗") : style.paint("yellow", "!")} `, verdict, style, {
      indent: "  ",
    }),
    ...messageLines("  ", next, style, { indent: "  " }),
  ];
}

/** How an apply ended, in one sentence, and what to do then. */
export function outcomeText(outcome: Outcome): { verdict: string; isDone: boolean; next: string } {
  const { done, failed, skipped, waiting, left, interrupted, seconds } = outcome;
  const total = done.length + failed.length + skipped.length + waiting.length + left.length;
  const applied = `applied ${done.length}/${total} in ${duration(seconds)}`;
  if (done.length === total) return { verdict: applied, isDone: true, next: "" };
  const parts = [
    [failed.length, "failed"],
    [skipped.length, "not tried because something they need failed"],
    [waiting.length, "waiting for a person"],
    [left.length, "not finished or not started"],
  ] as const;
  const rest = parts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`])).join(", ");
  const how = interrupted ? "interrupted" : failed.length > 0 ? "stopped short" : "applied in part";
  return {
    verdict: `${how}: ${applied}; ${rest}`,
    isDone: false,
    next:
      waiting.length === total - done.length
        ? "When that step is done, run the same command again for the rest."
        : "Run the same command again: what is done is found and skipped.",
  };
}
