import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSandbox, type ObservedCall, type Sandbox, serve } from "../../src/sandbox/index.ts";
import { BIN, environment } from "../endpoints/server.ts";
import { createdTwice, twiceIn } from "../faults/twice.ts";
import { configOf } from "../support/engine.ts";
import { bench } from "../support/engine.ts";
import { inFolder } from "../support/io.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { undisturbed } from "./cases.ts";
import { figure } from "./figures.ts";
import { LONG, sizeOf } from "./sizes.ts";
import { stateOf } from "./state.ts";
import { beyond, watchOver } from "./watch.ts";
import { isWrite, type Moment, MOMENTS } from "./wire.ts";

const person = (givenName: string) => ({ givenName, familyName: "Li" });

const BEFORE: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    dev: { email: "aws+dev@acme.com", tags: { stage: "dev" } },
    ops: { email: "aws+ops@acme.com" },
  },
  organizationalUnits: { Workloads: {}, Former: {}, Sandbox: {}, Staging: {} },
  users: {
    "ann@acme.com": person("Ann"),
    "bob@acme.com": person("Bob"),
    "cy@acme.com": person("Cy"),
    "dee@acme.com": person("Dee"),
  },
  groups: { admins: { members: ["ann@acme.com", "bob@acme.com"] }, readers: { members: ["cy@acme.com"] } },
  permissionSets: {
    Admin: { managedPolicies: ["AdministratorAccess"] },
    Read: { managedPolicies: ["ReadOnlyAccess"] },
  },
  assignments: [
    { groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme", "dev"] },
    { groups: ["readers"], permissionSets: ["Read"], accounts: ["dev"] },
  ],
};

const AFTER: OrgFile = {
  accounts: {
    acme: { email: "aws@acme.com", management: true },
    dev: { email: "aws+dev@acme.com", ou: "Workloads", tags: { stage: "test" } },
    ops: { email: "aws+ops@acme.com" },
    fresh: { email: "aws+fresh@acme.com" },
  },
  organizationalUnits: { Workloads: {}, "Workloads/Deep": {}, Sandbox: {}, Staging: {} },
  users: {
    "ann@acme.com": { ...person("Ann"), title: "Engineer" },
    "bob@acme.com": person("Bob"),
    "cy@acme.com": person("Cy"),
    "eve@acme.com": person("Eve"),
  },
  groups: {
    admins: { members: ["ann@acme.com", "eve@acme.com"], description: "They look after AWS" },
    readers: { members: ["cy@acme.com"] },
    builders: { members: ["bob@acme.com"] },
  },
  permissionSets: {
    Admin: { managedPolicies: ["AdministratorAccess"], sessionDuration: "12h" },
    Read: { managedPolicies: ["ReadOnlyAccess"] },
    Build: { managedPolicies: ["PowerUserAccess"] },
  },
  assignments: [
    { groups: ["admins"], permissionSets: ["Admin"], accounts: ["acme", "dev"] },
    { groups: ["readers"], permissionSets: ["Read"], accounts: ["dev"] },
    { groups: ["builders"], permissionSets: ["Build"], accounts: ["dev", "ops"] },
  ],
};

const text = textOf(AFTER);
const made = () => worldOf(BEFORE, { accountQuota: 20 });
const calm = await undisturbed({ name: "the process", world: made, config: await configOf(text) });

/** The published command, in a folder of its own; a time limit ends one that hangs. */
async function ended(cwd: string, url: string, started: (child: ChildProcess) => void) {
  const child = spawn(process.execPath, [BIN, "apply", "--yes"], {
    cwd,
    env: environment(url),
    stdio: ["ignore", "pipe", "pipe"],
  });
  started(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => (output += part));
  const overdue = new AbortController();
  void setTimeout(180_000, undefined, { signal: overdue.signal }).then(
    () => child.kill("SIGKILL"),
    () => undefined,
  );
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  overdue.abort();
  return { code, signal, output };
}

/** Kills the command at one of its writes, and runs it again. */
async function killAndRunAgain(write: number, moment: Moment): Promise<void> {
  const world = made();
  const watch = watchOver(world, { keepsAdmin: calm.keepsAdmin });
  const calls: ObservedCall[] = [];
  const [worldBegan, began] = [world.now, Date.now()];
  const sandbox = createSandbox({
    world,
    clock: { now: () => worldBegan + Date.now() - began, sleep: (ms) => setTimeout(ms) },
    asyncSeconds: 0.2,
    observe: (call) => {
      calls.push(call);
      watch.see(call);
    },
  });
  let victim: ChildProcess | undefined;
  let writes = 0;
  let dying = false;
  const kill = async (): Promise<never> => {
    const killed = victim;
    victim = undefined;
    if (killed !== undefined && killed.exitCode === null && killed.signalCode === null) {
      killed.kill("SIGKILL");
      await once(killed, "exit");
    }
    throw Object.assign(new Error("nobody listens any more"), { code: "ECONNRESET" });
  };
  const reached: Sandbox = {
    ...sandbox,
    async handle(request, options) {
      // What a dead process had sent and was not yet read is lost.
      if (dying) return kill();
      const isThis = victim !== undefined && isWrite(request) && ++writes === write;
      if (isThis && moment === "before it is sent") {
        dying = true;
        return kill();
      }
      const answer = await sandbox.handle(request, options);
      if (isThis) dying = true;
      return isThis && moment === "before its answer" ? kill() : answer;
    },
  };
  const server = await serve(reached, { port: 0 });
  try {
    await inFolder(async (cwd) => {
      await writeFile(
        join(cwd, "org.yaml"),
        textOf({ ...AFTER, organization: { id: world.organization?.id } } as OrgFile),
      );
      const first = await ended(cwd, server.url, (child) => (victim = child));
      expect(first.signal ?? first.code, first.output).toBe("SIGKILL");
      dying = false;
      victim = undefined;
      const second = await ended(cwd, server.url, () => {});
      expect(second.code, second.output).toBe(0);
    });
  } finally {
    await server.close();
  }
  world.now = worldBegan + Date.now() - began;
  expect((await bench(world).plan(await configOf(text))).plan.changes).toEqual([]);
  expect(stateOf(world)).toEqual(calm.state);
  expect(watch.wrongs).toEqual([]);
  expect(beyond([calm.plan], watch.moves)).toEqual([]);
  expect(twiceIn(world)).toEqual([]);
  expect(createdTwice(calls)).toEqual([]);
}

test(
  "kill -9 of the command itself, then the same command again: the same end",
  async () => {
    const wanted = sizeOf("realKills");
    // After the answer to the last write there is nothing more to be killed at.
    const points = Array.from({ length: wanted }, (_, index) => ({
      write: 1 + Math.floor((index * (calm.writes - 1)) / wanted),
      moment: MOMENTS[index % MOMENTS.length] ?? "before its answer",
    }));
    const wrong: string[] = [];
    const queue = [...points];
    // They wait most of the time: AWS's rates are on the wall's clock here.
    const worker = async (): Promise<void> => {
      for (let point = queue.shift(); point !== undefined; point = queue.shift()) {
        const { write, moment } = point;
        await killAndRunAgain(write, moment).catch((error: unknown) => {
          wrong.push(`write ${write} ${moment}: ${error instanceof Error ? error.message : String(error)}`);
        });
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    expect(wrong).toEqual([]);
    figure("real kill -9", wanted, "of the published command; the same command again makes the same end");
  },
  LONG,
);
