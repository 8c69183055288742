import { resolve } from "node:path";
import { nearest } from "../../config/nearest.ts";
import type { World } from "../../sandbox/index.ts";
import { OrgsyncError } from "../../model/errors.ts";
import { visible } from "../../report/escape.ts";
import { twoColumns } from "../../report/layout.ts";
import type { Command } from "../command.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { sandboxErrors } from "../session.ts";

const load = () => import("../../sandbox/index.ts");

interface Flags {
  readonly sandbox: string;
}

interface ServeFlags extends Flags {
  readonly port: string;
  readonly asyncSeconds: string;
}

const DEFAULT_FILE = ".orgsync/sandbox.json";

export const command: Command = {
  define(parser, run) {
    parser.addHelpText("before", "Example:\n  orgsync sandbox serve --port 4566\n");
    parser
      .command("serve")
      .description("answer AWS clients on loopback: AWS_ENDPOINT_URL=http://127.0.0.1:4566 orgsync plan")
      .option("--sandbox <FILE>", "where the simulated AWS is kept", DEFAULT_FILE)
      .option("--port <port>", "the port; 0 takes a free one", "4566")
      .option("--async-seconds <seconds>", "how long asynchronous requests take", "2")
      .addHelpText("before", "Example:\n  orgsync sandbox serve --port 4566\n")
      .action((flags: ServeFlags) => run((io) => serveSandbox(io, flags)));
    parser
      .command("reset")
      .description("start anew")
      .option("--sandbox <FILE>", "where the simulated AWS is kept", DEFAULT_FILE)
      .option(
        "--from <start>",
        "guide: an organization with Identity Center and nothing else; empty: an account just signed up",
        "guide",
      )
      .addHelpText("before", "Example:\n  orgsync sandbox reset --from empty\n")
      .action((flags: Flags & { readonly from: string }) => run((io) => reset(io, flags)));
    parser
      .command("do")
      .description("make one of the steps that only the AWS console, or a person, can make; without a step, list them")
      .option("--sandbox <FILE>", "where the simulated AWS is kept", DEFAULT_FILE)
      .argument("[step]")
      .argument("[values...]")
      .addHelpText("before", "Example:\n  orgsync sandbox do enable-identity-center\n")
      .action((step: string | undefined, values: readonly string[], flags: Flags) =>
        run((io) => takeStep(io, flags, step, values)),
      );
  },
};

const newWorldFor = async (io: Io, from: "guide" | "empty"): Promise<World> =>
  (await load()).newWorld(from, { now: io.clock.now() });

async function serveSandbox(io: Io, flags: ServeFlags): Promise<ExitCode> {
  const { createSandbox, openWorldFile, serve } = await load();
  const port = number("--port", flags.port, 65_535, { isWhole: true });
  const asyncSeconds = number("--async-seconds", flags.asyncSeconds, 3_600);
  return sandboxErrors(async () => {
    const fresh = await newWorldFor(io, "guide");
    const file = await openWorldFile(resolve(io.cwd, flags.sandbox), { create: () => fresh });
    let unsaved = false;
    const sandbox = createSandbox({
      world: file.world,
      clock: io.clock,
      asyncSeconds,
      observe: ({ access }) => (unsaved ||= access === "write"),
    });
    const save = async (): Promise<void> => {
      if (!unsaved) return;
      unsaved = false;
      await file.save(sandbox.snapshot());
    };
    try {
      const ended = new Promise<"SIGINT" | "SIGTERM">((end) => io.onSignal(end));
      const server = await listening(() => serve(sandbox, { port }), port);
      io.stdout.write(
        `The sandbox answers at ${server.url}\nTry it:\n  ${tryIt(server.url)}\nCtrl-C stops it; ${visible(flags.sandbox)} keeps it.\n`,
      );
      let saving = Promise.resolve();
      let told = "";
      // What cannot be saved now is tried again with the next look, and told once.
      const stopSaving = io.every(500, () => {
        saving = saving
          .then(() => sandboxErrors(save))
          .catch((error: unknown) => {
            unsaved = true;
            const text = `not saved yet: ${error instanceof Error ? error.message : String(error)}`;
            if (text !== told) io.stderr.write(`${visible(text)}\n`);
            told = text;
          });
      });
      const signal = await ended;
      stopSaving();
      await server.close();
      await saving;
      await save();
      return signal === "SIGINT" ? EXIT.interrupted : EXIT.terminated;
    } finally {
      await file.close();
    }
  });
}

/** Throws an `OrgsyncError` (ORG0703) that says why nothing can be served at the port. */
async function listening<T>(start: () => Promise<T>, port: number): Promise<T> {
  try {
    return await start();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall !== "listen") throw error;
    const why = NO_PORT[code] ?? `the operating system says ${code}`;
    throw new OrgsyncError("ORG0703", `the sandbox cannot be served at 127.0.0.1:${port}: ${why}`, {
      hint: `take another port, or 0 for one that is free: orgsync sandbox serve --port ${port === 4567 ? 4568 : 4567}`,
      cause: error,
    });
  }
}

const NO_PORT: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program, perhaps another sandbox, has this port",
  EACCES: "ports below 1024 are for the administrator of this machine",
  EPERM: "the operating system does not allow it",
  EADDRNOTAVAIL: "this machine has no such address",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};

const tryIt = (url: string): string =>
  `AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=us-east-1 aws --endpoint-url ${url} organizations list-accounts`;

async function reset(io: Io, { sandbox, from }: Flags & { readonly from: string }): Promise<ExitCode> {
  if (from !== "guide" && from !== "empty") {
    throw new OrgsyncError("ORG0701", `unknown starting point ${from}`, { hint: "--from guide or --from empty" });
  }
  const { openWorldFile } = await load();
  return sandboxErrors(async () => {
    const fresh = await newWorldFor(io, from);
    const file = await openWorldFile(resolve(io.cwd, sandbox), { create: () => fresh, replace: true });
    await file.save(fresh);
    await file.close();
    io.stdout.write(
      `${visible(sandbox)} starts anew: ${from === "guide" ? "an organization with Identity Center" : "an account without an organization"}.\n`,
    );
    return EXIT.ok;
  });
}

async function takeStep(
  io: Io,
  { sandbox }: Flags,
  name: string | undefined,
  values: readonly string[],
): Promise<ExitCode> {
  const { CONSOLE_STEPS, openWorldFile, createSandbox } = await load();
  if (name === undefined) {
    const rows = Object.entries(CONSOLE_STEPS).map(
      ([step, { parameters, description }]) => [[step, ...parameters].join(" "), description] as const,
    );
    io.stdout.write(twoColumns(rows, io.stdout));
    return EXIT.ok;
  }
  const step = Object.hasOwn(CONSOLE_STEPS, name) ? CONSOLE_STEPS[name] : undefined;
  if (step === undefined) {
    const near = nearest(name, Object.keys(CONSOLE_STEPS));
    throw new OrgsyncError("ORG0701", `unknown step ${name}`, {
      hint: near === undefined ? "orgsync sandbox do lists the steps" : `did you mean ${near}?`,
    });
  }
  const needed = step.parameters.filter((parameter) => !parameter.startsWith("[")).length;
  if (values.length < needed || values.length > step.parameters.length || values.includes("")) {
    const takes = step.parameters.length === 0 ? "no value" : step.parameters.join(" ");
    throw new OrgsyncError("ORG0701", `${name} takes ${takes}`, {
      hint: `orgsync sandbox do ${[name, ...step.parameters].join(" ")}`,
    });
  }
  return sandboxErrors(async () => {
    const fresh = await newWorldFor(io, "guide");
    const file = await openWorldFile(resolve(io.cwd, sandbox), { create: () => fresh });
    try {
      const world = createSandbox({ world: file.world, clock: io.clock }).snapshot();
      io.stdout.write(`${visible(step.run(world, Math.max(world.now, file.world.now), values))}\n`);
      await file.save(world);
      return EXIT.ok;
    } finally {
      await file.close();
    }
  });
}

function number(flag: string, text: string, most: number, { isWhole = false } = {}): number {
  const value = Number(text);
  const isNumber = text.trim() !== "" && Number.isFinite(value) && (!isWhole || Number.isInteger(value));
  if (isNumber && value >= 0 && value <= most) return value;
  throw new OrgsyncError("ORG0701", `${flag} takes a ${isWhole ? "whole " : ""}number from 0 to ${most}, not ${text}`);
}
