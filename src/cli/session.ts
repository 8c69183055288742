import { resolve } from "node:path";
import { callerRegion } from "../aws/clients.ts";
import { connect, type Connection } from "../api/connect.ts";
import { OrgsyncError } from "../model/errors.ts";
import { reasonOf, systemCode } from "../model/systemError.ts";
import type { Io } from "./io.ts";
import { type LogOptions, openLog } from "./log.ts";
import { requireVariables } from "./setup.ts";

export interface SessionOptions extends LogOptions {
  /** The sandbox's file; without it, AWS. */
  readonly sandbox?: string | undefined;
}

/** A connection to AWS or to the sandbox. */
export interface Session {
  readonly connection: Connection;
  /** Whether it is the sandbox, where nothing can be lost. */
  readonly isSandbox: boolean;
  /** Keeps what happened in the sandbox. */
  close(): Promise<void>;
}

/** Everything but apply opens it without `writes`, and can then send nothing but reads. */
export async function openSession(
  io: Io,
  options: SessionOptions,
  {
    writes,
    impatient = false,
    signal,
  }: { readonly writes: boolean; readonly impatient?: boolean; readonly signal?: AbortSignal },
): Promise<Session> {
  const log = await openLog(io, options);
  const common = {
    writes,
    impatient,
    random: io.random,
    observe: (call: { operation: string; attempt: number }) => log.debug(call, "call"),
    ...(signal === undefined ? {} : { signal }),
  };
  if (options.sandbox === undefined) {
    requireVariables(io);
    return {
      connection: connect({ ...common, clock: io.clock, region: await callerRegion() }),
      isSandbox: false,
      close: async () => {},
    };
  }
  const { createSandbox, newWorld, openWorldFile, requestHandler, virtualClock } = await import("../sandbox/index.ts");
  const path = resolve(io.cwd, options.sandbox);
  return sandboxErrors(async () => {
    const file = await openWorldFile(path, { create: () => newWorld("guide") });
    const clock = virtualClock(file.world.now);
    const sandbox = createSandbox({ world: file.world, clock });
    const connection = connect({
      ...common,
      clock,
      region: "us-east-1",
      requestHandler: requestHandler(sandbox),
      credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
    });
    return {
      connection,
      isSandbox: true,
      close: () =>
        sandboxErrors(async () => {
          try {
            await file.save(sandbox.snapshot());
          } finally {
            await file.close();
          }
        }),
    };
  });
}

/** The sandbox knows nothing of orgsync's errors; what it refuses is told like everything else. */
export async function sandboxErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { SandboxFileError, SandboxStepError } = await import("../sandbox/index.ts");
    if (error instanceof SandboxStepError) throw new OrgsyncError("ORG0703", error.message, { cause: error });
    if (!(error instanceof SandboxFileError)) throw error;
    const { cause, what, advice } = error;
    throw new OrgsyncError("ORG0703", systemCode(cause) === undefined ? what : `${what}: ${reasonOf(cause)}`, {
      hint: advice,
      cause: error,
    });
  }
}
