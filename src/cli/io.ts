import type { ExecFileException } from "node:child_process";
import process from "node:process";
import { styleText } from "node:util";
import { chance, wallClock } from "../api/defaults.ts";
import type { Clock } from "../model/clock.ts";
import { reasonOf } from "../model/systemError.ts";
import { looksOf, type Looks } from "./looks.ts";

type Format = Parameters<typeof styleText>[0];

/** One of the two output streams. */
export interface Output {
  write(text: string): void;
  /** Whether it is a terminal, however little it can. */
  readonly isTTY: boolean;
  /** Whether written lines can be written over. Nothing else may move the cursor. */
  readonly movesCursor: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number;
  /** As in `Style`: npm tells what it starts. */
  readonly startedAs?: string | undefined;
  /** Colours the text where colours are shown. Nothing else writes escape codes of colours. */
  paint(format: Format, text: string): string;
}

/** A text that somebody is asked for. */
export interface Question {
  readonly message: string;
  /** What stands there already, to be taken or changed. */
  readonly initial?: string | undefined;
  /** What an answer looks like. */
  readonly placeholder?: string | undefined;
  /** Why an answer cannot be taken, if so. */
  validate(answer: string): string | undefined;
}

/** Everything that the outside world is to orgsync: there is no other way to it. Tests make their own. */
export interface Io {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Node's version: `20.19.0`. */
  readonly node: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether somebody can be asked. */
  readonly interactive: boolean;
  /** Asks a yes-or-no question; no is the default. Undefined when it is cancelled. */
  confirm(question: string): Promise<boolean | undefined>;
  /** Asks until the answer can be taken. Undefined when it is cancelled, by Ctrl-C or Esc. */
  ask(question: Question): Promise<string | undefined>;
  readonly clock: Clock;
  /** From 0 to 1. */
  random(): number;
  readonly files: {
    read(path: string): Promise<string>;
    realPath(path: string): Promise<string>;
    /** The names of the files and folders in a folder. */
    list(folder: string): Promise<string[]>;
    exists(path: string): Promise<boolean>;
    /** Makes folders as needed; whole or not at all. What is there keeps its mode; `mode` is that of a new file. */
    write(path: string, text: string, mode?: number): Promise<void>;
    /** The same for several files by their paths: all of them, or everything stays as it was. */
    writeAll(texts: ReadonlyMap<string, string>): Promise<void>;
    /** Copies a file with its mode, over another if there is one. */
    copy(from: string, to: string): Promise<void>;
  };
  /** Calls back until the returned function is called; does not keep the process alive. */
  every(ms: number, tick: () => void): () => void;
  /** Calls back at SIGINT and SIGTERM until the returned function is called. */
  onSignal(handle: (signal: "SIGINT" | "SIGTERM") => void): () => void;
  /** The commit that a folder is at, with `(dirty)` when there are changes; undefined outside git. */
  commit(folder: string): Promise<string | undefined>;
  /**
   * The files that git has of a folder and below in a commit, by their paths from there; undefined when git does not
   * know the commit, or the folder is none of git's.
   */
  tree(folder: string, ref: string): Promise<Tree | undefined>;
  /** Runs a program, without a shell and with nothing to read, for so many milliseconds at most. */
  command(name: string, args: readonly string[], ms: number): Promise<Ended>;
  /** The web, but for AWS, whose clients have their own way to it. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Leaves at once, for the second Ctrl-C. */
  exit(code: number): never;
  /** Leaves once everything is written, whatever is still waited for. */
  leave(code: number): Promise<never>;
}

/** A folder as it was in a commit. */
export interface Tree {
  readonly names: readonly string[];
  /** Undefined for what is not there. */
  read(name: string): Promise<string | undefined>;
}

/** What became of a program: `missing` when there is none of that name, `late` when it was stopped for taking too long. */
export interface Ended {
  readonly code: number | "missing" | "late";
  readonly stdout: string;
  readonly stderr: string;
}

const files = () => import("node:fs/promises");

/** The real process. Node's own modules are loaded when they are needed: most of a short command's time is loading. */
export function processIo(): Io {
  const argv = process.argv.slice(2);
  const looksOn = (stream: NodeJS.WriteStream): Looks => looksOf(stream.isTTY, process.env, argv);
  const prompts = promptsOn(process.stderr, looksOn(process.stderr));
  return {
    argv,
    env: process.env,
    cwd: process.cwd(),
    node: process.versions.node,
    stdout: output(process.stdout, looksOn(process.stdout)),
    stderr: output(process.stderr, looksOn(process.stderr)),
    interactive: process.stdin.isTTY && process.stderr.isTTY,
    confirm: (question) => prompts().then(({ confirm }) => confirm(question)),
    ask: (question) => prompts().then(({ ask }) => ask(question)),
    clock: wallClock,
    random: chance,
    files: {
      read: async (path) => (await files()).readFile(path, "utf8"),
      realPath: async (path) => (await files()).realpath(path),
      list: async (folder) => (await files()).readdir(folder),
      async exists(path) {
        const { lstat } = await files();
        return lstat(path).then(
          () => true,
          (error: NodeJS.ErrnoException) => {
            if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
            throw error;
          },
        );
      },
      write: async (path, text, mode) => (await import("./write.ts")).writeAll(new Map([[path, text]]), mode),
      writeAll: async (texts) => (await import("./write.ts")).writeAll(texts),
      copy: async (from, to) => (await files()).copyFile(from, to),
    },
    every(ms, tick) {
      const timer = setInterval(tick, ms).unref();
      return () => clearInterval(timer);
    },
    onSignal(handle) {
      const interrupt = (): void => handle("SIGINT");
      const terminate = (): void => handle("SIGTERM");
      process.on("SIGINT", interrupt).on("SIGTERM", terminate);
      return () => void process.off("SIGINT", interrupt).off("SIGTERM", terminate);
    },
    commit,
    tree,
    command,
    fetch: (url, init) => fetch(url, init),
    exit: (code) => process.exit(code),
    async leave(code) {
      for (const stream of [process.stdout, process.stderr])
        await new Promise<void>((written) => stream.write("", () => written()));
      process.exit(code);
    },
  };
}

function output(stream: NodeJS.WriteStream, { colours, movesCursor }: Looks): Output {
  let isLost = false;
  // A reader that has gone (`orgsync plan | head`) is no failure of ours. A full disk is one: it is told once and ends
  // the command as a failure, but what is under way goes on to its end.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || isLost) return;
    isLost = true;
    if (stream !== process.stderr)
      process.stderr.write(`error ORG0702: cannot write to standard output: ${reasonOf(error)}\n`);
    process.on("exit", (code) => {
      if (code === 0) process.exitCode = 1;
    });
  });
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY,
    movesCursor,
    // Installed into a project, orgsync is no word that a shell knows.
    startedAs: process.env["npm_config_user_agent"]?.startsWith("npm/") === true ? "npx orgsync" : undefined,
    // A terminal that does not know its size says 0.
    get columns() {
      return stream.columns || Number(process.env["COLUMNS"]) || 100;
    },
    // Node decides by the stream only for a single format, so it is never asked to.
    paint: (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text),
  };
}

/** How a person is asked. */
export type Prompts = Pick<Io, "confirm" | "ask">;

const promptsOn = (stream: NodeJS.WriteStream, looks: Looks) => async (): Promise<Prompts> => {
  const { livePrompts, linePrompts } = await import("./prompts.ts");
  return looks.movesCursor ? livePrompts(stream, looks) : linePrompts(stream);
};

async function commit(folder: string): Promise<string | undefined> {
  try {
    const head = (await git(folder, "rev-parse", "--short", "HEAD")).trim();
    return (await git(folder, "status", "--porcelain", "--", ".")).trim() === "" ? head : `${head} (dirty)`;
  } catch {
    return undefined;
  }
}

async function tree(folder: string, ref: string): Promise<Tree | undefined> {
  try {
    // What looks like an option is none.
    const id = (await git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)).trim();
    const prefix = (await git(folder, "rev-parse", "--show-prefix")).trim();
    const listed = await git(folder, "ls-tree", "-r", "-z", "--name-only", id);
    return {
      names: listed.split("\0").filter((name) => name !== ""),
      read: (name) => git(folder, "show", `${id}:${prefix}${name}`).catch(() => undefined),
    };
  } catch {
    return undefined;
  }
}

/** What git prints; rejects when it fails. */
async function git(folder: string, ...args: string[]): Promise<string> {
  const { execFile } = await import("node:child_process");
  return new Promise((resolve, reject) => {
    execFile("git", ["-C", folder, ...args], { timeout: 10_000, maxBuffer: 64 * 1024 * 1024 }, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    );
  });
}

async function command(name: string, args: readonly string[], ms: number): Promise<Ended> {
  const { execFile } = await import("node:child_process");
  return new Promise((resolve) => {
    execFile(name, args, { timeout: ms, killSignal: "SIGKILL", maxBuffer: 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : codeOf(error), stdout, stderr }),
    ).stdin?.end();
  });
}

function codeOf({ code, killed }: ExecFileException): Ended["code"] {
  if (code === "ENOENT") return "missing";
  if (killed === true) return "late";
  return typeof code === "number" ? code : 1;
}
