import { vi } from "vitest";
import { newWorld } from "../../src/sandbox/index.ts";
import { lookalike } from "../endpoints/lookalike.ts";
import { environment } from "../endpoints/server.ts";
import { hastyClock } from "../faults/clock.ts";
import type { Ran } from "../support/io.ts";
import { type Folder, inExample } from "./folder.ts";

interface There {
  /** Operations that it was asked for. */
  readonly asked: Set<string>;
  orgsync(...argv: string[]): Promise<Ran>;
  /** Writes the line of org.yaml that is about the organization. */
  name(line: string): Promise<void>;
  /** The folder that it is in. */
  readonly folder: Folder;
  /** Lets time pass, for the command and for AWS. */
  pass(ms: number): Promise<void>;
}

/** The guide, and an endpoint that could be AWS as well. */
export async function atAws(from: "guide" | "empty", work: (there: There) => Promise<void>): Promise<void> {
  const world = newWorld(from);
  const clock = hastyClock(world.now);
  const server = await lookalike(world, clock);
  for (const [key, value] of Object.entries(environment(server.url))) vi.stubEnv(key, value);
  try {
    await inExample("guide", async (folder) => {
      const { orgsync, read, write } = folder;
      await work({
        asked: server.asked,
        folder,
        orgsync: (...argv) => orgsync(argv, { clock }),
        name: async (line) => write((await read("org.yaml")).replace(/^organization:.*$/m, line)),
        pass: (ms) => clock.sleep(ms),
      });
    });
  } finally {
    await server.close();
  }
}
