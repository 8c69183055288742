import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, vi } from "vitest";
import { createSandbox, type Fault, newWorld, serve, virtualClock, type World } from "../../src/sandbox/index.ts";
import type { Io } from "../../src/cli/io.ts";
import { environment } from "../endpoints/server.ts";
import { inFolder, type Ran, run, type RunOptions } from "../support/io.ts";
import { attempted } from "../support/attempts.ts";
import { recordSent } from "../support/sent.ts";

/** The state of things that a doctor is called to. */
export interface Patient {
  readonly from?: "guide" | "empty";
  /** What is different in AWS. */
  readonly world?: (world: World) => void;
  readonly faults?: readonly Fault[];
  /** Files by their paths in the folder; `~/` is the home folder. Null takes one of the usual ones away. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What programs print, by their words; there are no others. */
  readonly programs?: Readonly<Record<string, Partial<Awaited<ReturnType<Io["command"]>>>>>;
  readonly node?: string;
  /** Instead of the sandbox. */
  readonly endpoint?: string;
  readonly options?: Partial<RunOptions>;
}

export const WORLD = newWorld("guide");
export const ORGANIZATION = WORLD.organization?.id ?? "";
export const MANAGEMENT = WORLD.standalone.id;
export const STORE = WORLD.identityCenter?.identityStoreId ?? "";
export const PORTAL = `https://${STORE}.awsapps.com/start`;
export const SCHEMA = "node_modules/orgsync/schema/org.schema.json";

export const ORG = `# yaml-language-server: $schema=./${SCHEMA}
version: 1
organization: { id: ${ORGANIZATION} }
identityCenter: { region: us-east-1, startUrl: ${PORTAL} }
accounts:
  acme: { email: aws@acme.com, management: true }
users:
  dax@acme.com: { givenName: Dax, familyName: Raad }
permissionSets:
  AdministratorAccess: { managedPolicies: [AdministratorAccess], sessionDuration: 12h }
`;

export const SETTINGS = `[sso-session acme]
sso_start_url = ${PORTAL}
sso_region = us-east-1
sso_registration_scopes = sso:account:access

[profile acme]
sso_session = acme
sso_account_id = ${MANAGEMENT}
sso_role_name = AdministratorAccess
region = us-east-1
`;

const USUAL: Readonly<Record<string, string>> = {
  "org.yaml": ORG,
  [SCHEMA]: "{}",
  "~/.aws/config": SETTINGS,
};

export const CLI_2 = { "aws --version": { stdout: "aws-cli/2.15.0 Python/3.11.6 Linux/6.1 exe/x86_64\n" } };

/**
 * Runs the command at an endpoint that could be AWS. Pauses between calls take no time; what is given up after seconds
 * takes them.
 */
export async function examine(patient: Patient, ...argv: string[]): Promise<Ran> {
  const world = structuredClone(newWorld(patient.from ?? "guide"));
  patient.world?.(world);
  const sandbox = createSandbox({
    world,
    clock: virtualClock(world.now),
    throttle: false,
    faults: patient.faults ?? [],
    observe: (call) => {
      recordSent(call);
      if (call.access === "write") attempted.push(call.operation);
    },
  });
  const server = await serve(sandbox, { port: 0 });
  try {
    return await inFolder(async (folder) => {
      const home = join(folder, "home");
      const cwd = join(folder, "work");
      await mkdir(cwd);
      for (const [name, text] of Object.entries({ ...USUAL, ...patient.files })) {
        if (text === null) continue;
        const path = name.startsWith("~/") ? join(home, name.slice(2)) : join(cwd, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }
      // The SDK knows the process's environment only, and nothing of this home.
      const sdk = { ...environment(patient.endpoint ?? server.url), ...patient.env, AWS_PROFILE: undefined };
      for (const [key, value] of Object.entries(sdk)) vi.stubEnv(key, value);
      const env = Object.entries({ HOME: home, ...patient.env }).filter(([, value]) => value !== undefined);
      const before = await filesBelow(folder);
      const ran = await run(["doctor", ...argv], {
        cwd,
        env: Object.fromEntries(env),
        clock: clockFrom(world.now),
        command: async (name, args) => {
          const ended = patient.programs?.[[name, ...args].join(" ")];
          return { code: ended === undefined ? "missing" : 0, stdout: "", stderr: "", ...ended };
        },
        node: patient.node ?? "22.11.0",
        ...patient.options,
      });
      // It never changes anything; what a sandbox is kept in is no file of anybody's.
      const after = (await filesBelow(folder)).filter((file) => !file.startsWith("work/.orgsync/"));
      expect(after).toEqual(before);
      return ran;
    });
  } finally {
    vi.unstubAllEnvs();
    await server.close();
  }
}

/** Every file, with what is in it. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files.map(async (file) => `${relative(folder, file)} ${await readFile(file, "utf8")}`);
  return (await Promise.all(texts)).toSorted();
}

/** Whoever waits for a limit waits for it; whoever waits for a turn does not. */
function clockFrom(start: number): Io["clock"] {
  let now = start;
  return {
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      if (ms >= 5_000) return setTimeout(ms, undefined, { signal });
      now += ms;
    },
  };
}

/** What `--json` says. */
export interface Said {
  readonly passed: number;
  readonly failed: number;
  readonly unchecked: number;
  readonly skipped: number;
  readonly checks: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly why: string;
    readonly says?: string;
    readonly complaints?: readonly { readonly what: string; readonly fix: string; readonly copy?: string }[];
    readonly notes?: readonly string[];
  }[];
}

export const saidIn = ({ stdout }: Ran): Said => JSON.parse(stdout) as Said;
