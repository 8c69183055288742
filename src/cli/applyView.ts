import { createLogUpdate } from "log-update";
import type { Clock } from "../model/clock.ts";
import type { ApplyEvent } from "../model/event.ts";
import { applyText } from "../report/apply.ts";
import { eventJson } from "../report/json.ts";
import { visibleLines } from "../report/escape.ts";
import { firstColumns } from "../report/layout.ts";
import { TITLES } from "./comparison.ts";
import type { Io } from "./io.ts";

/** Shows an apply's events as they come. */
export interface ApplyView {
  show(event: ApplyEvent): void;
  /** Makes room for what somebody else writes; live rows come back below it. */
  clear(): void;
  stop(): void;
}

/** In milliseconds: redrawing a terminal's live rows, and a sign of life in a log. */
const FRAME = 100;
const HEARTBEAT = 15_000;
const MOST_ROWS = 10;
const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/**
 * JSON: an event a line on stdout. Text: live rows under the finished lines where a terminal can show them, else lines only. Of any
 * other format stdout has what became of it at the end, and stderr the lines.
 */
export function applyView(io: Io, clock: Clock, format: "text" | "json" | "markdown" | "github"): ApplyView {
  const guard = makeGuard(io);
  const view = viewOf({ ...io, every: (ms, tick) => io.every(ms, () => guard(tick)) }, clock, format);
  return {
    show: (event) => guard(() => view.show(event)),
    clear: () => guard(view.clear),
    stop: () => guard(view.stop),
  };
}

/** Runs what shows something; its first error is told, and ends the show: the changes go on. */
function makeGuard(io: Io): (work: () => void) => void {
  let broken = false;
  return (work) => {
    if (broken) return;
    try {
      work();
    } catch (error) {
      broken = true;
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.stderr.write(
        `error ORG0799: a defect in orgsync's display; the apply goes on unseen, and --out has what becomes of it. Please report these lines:\n${visibleLines(detail)}\n`,
      );
    }
  };
}

function viewOf(io: Io, clock: Clock, format: "text" | "json" | "markdown" | "github"): ApplyView {
  if (format === "markdown" || format === "github") return lineView({ ...io, stdout: io.stderr }, clock);
  if (format === "json")
    return { show: (event) => io.stdout.write(eventJson(event)), clear: () => undefined, stop: () => undefined };
  return io.stdout.movesCursor ? liveView(io, clock) : lineView(io, clock);
}

function lineView(io: Io, clock: Clock): ApplyView {
  const text = applyText({ style: io.stdout, titles: TITLES });
  const stop = io.every(HEARTBEAT, () => {
    for (const row of text.running(clock.now()).slice(0, MOST_ROWS)) io.stdout.write(`      … ${row}\n`);
  });
  return {
    show: (event) => text.linesFor(event).forEach((line) => io.stdout.write(`${line}\n`)),
    clear: () => undefined,
    stop,
  };
}

function liveView(io: Io, clock: Clock): ApplyView {
  const text = applyText({ style: io.stdout, titles: TITLES });
  const live = createLogUpdate({
    write: (chunk: string) => io.stdout.write(chunk),
    columns: io.stdout.columns,
    isTTY: true,
  } as unknown as NodeJS.WritableStream);
  let frame = 0;
  const draw = (): void => {
    const rows = text.running(clock.now());
    if (rows.length === 0) return live.clear();
    const spinner = SPINNER[frame++ % SPINNER.length] ?? "";
    const shown = rows
      .slice(0, MOST_ROWS)
      .map((row) => `  ${io.stdout.paint("cyan", spinner)} ${firstColumns(row, io.stdout.columns - 4)}`);
    const more = rows.length > MOST_ROWS ? [`    and ${rows.length - MOST_ROWS} more`] : [];
    live([...shown, ...more, io.stdout.paint("dim", `  ${text.progress()} · Ctrl-C stops cleanly`)].join("\n"));
  };
  const stop = io.every(FRAME, draw);
  return {
    show(event) {
      const lines = text.linesFor(event);
      if (lines.length === 0) return;
      live.clear();
      lines.forEach((line) => io.stdout.write(`${line}\n`));
    },
    clear: () => live.clear(),
    stop() {
      stop();
      live.clear();
      live.done();
    },
  };
}
