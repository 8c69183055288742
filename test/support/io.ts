import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { styleText } from "node:util";
import { attempted } from "./attempts.ts";
import { main } from "../../src/cli/main.ts";
import { type Io, type Output, processIo } from "../../src/cli/io.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  /** What starts orgsync in commands to paste. */
  readonly startedAs?: string;
  /** Whether both streams are terminals. */
  readonly terminal?: boolean;
  /** Whether what is painted has its colours. */
  readonly colours?: true;
  /** What a person answers when asked; `cancelled` is Ctrl-C. */
  readonly answer?: boolean | "cancelled";
  /** What a person writes when asked, in order: "" takes what stands there already, undefined is Ctrl-C. */
  readonly answers?: Iterable<string | undefined>;
  /** Instead of the wall's. */
  readonly clock?: Io["clock"];
  /** Sees what is written, on either stream. */
  readonly onWrite?: (text: string) => void;
  /** Instead of real programs. */
  readonly command?: Io["command"];
  /** Node's version. */
  readonly node?: string;
  /** Instead of real timers. */
  readonly every?: Io["every"];
  /** Signals that reach the process, for `onSignal` to hand on. */
  readonly signals?: (handle: (signal: "SIGINT" | "SIGTERM") => void) => void;
}

/** Made once: it listens to the real streams. */
const PROCESS = processIo();

/** Runs the command line in this process, with streams that are kept. */
export async function run(argv: readonly string[], options: RunOptions): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const output = (parts: string[]): Output => ({
    write: (text) => {
      parts.push(text);
      options.onWrite?.(text);
    },
    isTTY: options.terminal ?? false,
    movesCursor: options.terminal ?? false,
    columns: options.columns ?? 100,
    startedAs: options.startedAs,
    paint: (format, text) => (options.colours === true ? styleText(format, text, { validateStream: false }) : text),
  });
  const answers = options.answers?.[Symbol.iterator]();
  const io: Io = {
    ...PROCESS,
    argv,
    env: { ...options.env },
    cwd: options.cwd,
    stdout: output(out),
    stderr: output(err),
    interactive: options.answer !== undefined || answers !== undefined,
    confirm: async () => (options.answer === "cancelled" ? undefined : (options.answer ?? false)),
    ask: async ({ message, initial, validate }) => {
      const next = answers?.next();
      if (next === undefined || next.done === true) throw new Error(`nobody answers: ${message}`);
      err.push(`? ${message}${initial === undefined ? "" : ` [${initial}]`}\n`);
      const answer = next.value === "" ? (initial ?? "") : next.value;
      const refused = answer === undefined ? undefined : validate(answer);
      if (refused !== undefined) throw new Error(`${message} ${answer}: ${refused}`);
      return answer;
    },
    commit: async () => undefined,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.command === undefined ? {} : { command: options.command }),
    ...(options.node === undefined ? {} : { node: options.node }),
    ...(options.every === undefined ? {} : { every: options.every }),
    onSignal: (handle) => {
      options.signals?.(handle);
      return () => undefined;
    },
    exit: (code) => {
      throw new Error(`exit ${code}`);
    },
    leave: async (code) => {
      throw new Error(`exit ${code}`);
    },
  };
  const code = await main(io);
  // Only what is refused says so: no command but apply has tried to write.
  if (err.join("").includes("ORG0510")) attempted.push(argv.join(" "));
  return { code, stdout: out.join(""), stderr: err.join("") };
}

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "orgsync-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
