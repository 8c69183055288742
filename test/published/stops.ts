import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createSandbox, newWorld, type Sandbox, serve, type WireResponse } from "../../src/sandbox/index.ts";
import { atEndpoint, type Ended, environment, inHome, orgsync, PACKAGE, PRESENT } from "./installed.ts";

/** How many seconds of the command and of AWS pass in one of the wall. */
const SPEED = 20;

export type Stop = "kill" | "interrupt" | "quota";
export const STOPS: readonly Stop[] = ["kill", "interrupt", "quota"];

/** The how many-th event, or the address of what is being waited for: AWS makes it, and nobody is there any more. */
export type Event = number | `account:${string}`;

/** What an interrupted apply and its rerun came to. */
export interface Rerun {
  /** Whether there was such an event: the last ones of a run may come in another number. */
  readonly stopped: boolean;
  /** The events of the first run, as it has printed them. */
  readonly events: readonly string[];
  /** What is wrong, when it did not end well. */
  readonly wrong?: string;
}

/**
 * The first apply of examples/company by the installed command, stopped at one of its events; the same command again;
 * then a plan, which must find nothing. `withPlan` applies what `plan --out` wrote, both times.
 */
export async function stopAndRunAgain(stop: Stop, event: Event, withPlan: boolean, node = PRESENT): Promise<Rerun> {
  const world = newWorld("guide");
  const began = Date.now();
  const start = world.now;
  let passed = 0;
  const clock = {
    now: () => start + passed + (Date.now() - began) * SPEED,
    sleep: (ms: number) => setTimeout(ms / SPEED),
  };
  return inHome(async (cwd) => {
    const refused = join(cwd, "aws-refuses");
    const sandbox = createSandbox({ world, clock, throttle: false });
    const server = await serve(refusingOnce(sandbox, refused), { port: 0 });
    try {
      cpSync(join(PACKAGE, "examples/company"), cwd, { recursive: true });
      const org = readFileSync(join(cwd, "org.yaml"), "utf8");
      writeFileSync(
        join(cwd, "org.yaml"),
        org.replace("organization: {}", `organization: { id: ${world.organization?.id} }`),
      );
      const env = {
        ...atEndpoint(cwd, server.url),
        ...triggered(SPEED),
      };
      const command = ["apply", ...(withPlan ? ["--plan", "plan.json"] : ["--yes"]), "--format", "json"];
      if (withPlan) {
        const planned = await orgsync(["plan", "--out", "plan.json"], { cwd, env, node });
        if (planned.code !== 0) return { stopped: false, events: [], wrong: said("the plan", planned) };
      }
      const how = stop === "quota" ? refused : stop;
      const first = await orgsync(command, {
        cwd,
        node,
        env: { ...env, ORGSYNC_TEST_STOP: how, ORGSYNC_TEST_EVENT: String(event) },
      });
      const events = first.stdout.split("\n").filter((line) => line.startsWith('{"type":'));
      const stopped =
        typeof event === "number"
          ? events.length >= event
          : events.some((line) => line.startsWith('{"type":"progress"') && line.includes(`"address":"${event}"`));
      rmSync(refused, { force: true });
      // Every second time somebody comes back when AWS has ended what it had begun.
      if (typeof event === "string" || event % 2 === 0) passed += 10 * 60_000;
      const ended = endedAs(stop, first);
      if (stopped && !ended) return { stopped, events, wrong: said("the first run", first) };
      const again = await orgsync(command, { cwd, env, node });
      if (again.code !== 0) return { stopped, events, wrong: said("the rerun", again) };
      const left = await orgsync(["plan", "--detailed-exitcode"], { cwd, env, node });
      if (left.code !== 0) return { stopped, events, wrong: said("the plan after it", left) };
      return { stopped, events };
    } finally {
      await server.close();
    }
  });
}

const said = (what: string, { code, signal, stdout, stderr }: Ended): string => {
  const failures = stdout.split("\n").filter((line) => line.startsWith('{"type":"failed"'));
  return `${what} ended with ${signal ?? code}: ${stderr}${failures.join("\n") || stdout.slice(-1500)}`;
};

/** The same with the simulated AWS in a file, which is written when the command ends: killed, it has done nothing. */
export async function stopInSandbox(stop: Exclude<Stop, "quota">, event: number): Promise<string | undefined> {
  return inHome(async (cwd) => {
    cpSync(join(PACKAGE, "examples/company"), cwd, { recursive: true });
    const command = ["apply", "--sandbox=aws.json", "--yes", "--format", "json"];
    const env = { ...environment(cwd), ...triggered(1), ORGSYNC_TEST_STOP: stop, ORGSYNC_TEST_EVENT: String(event) };
    const first = await orgsync(command, { cwd, env });
    if (!endedAs(stop, first)) return said("the first run", first);
    const again = await orgsync(command, { cwd });
    if (again.code !== 0) return said("the rerun", again);
    const left = await orgsync(["plan", "--sandbox=aws.json", "--detailed-exitcode"], { cwd });
    return left.code === 0 ? undefined : said("the plan after it", left);
  });
}

const triggered = (speed: number) => ({
  NODE_OPTIONS: `--import=${join(import.meta.dirname, "trigger.mjs")}`,
  ORGSYNC_TEST_SPEED: String(speed),
});

/** A run that was stopped says so, unless everything was done by then. */
function endedAs(stop: Stop, { code, signal }: Ended): boolean {
  if (stop === "kill") return signal === "SIGKILL" || code === 0;
  if (stop === "interrupt") return code === 130 || code === 0;
  return [0, 1, 6].includes(code ?? -1);
}

const WRITES =
  /Create|Update|Delete|Put|Attach|Detach|Tag|Untag|Enable|Disable|Move|Invite|Provision|Close|Register|Deregister/;

/** A sandbox that makes nothing any more while a file is there, because some quota is used up. */
function refusingOnce(sandbox: Sandbox, file: string): Sandbox {
  return {
    ...sandbox,
    async handle(request, options) {
      const [service = "", operation = ""] = (request.headers["x-amz-target"] ?? "").split(/\.(.*)/s);
      if (WRITES.test(operation) && existsSync(file)) return usedUp(service);
      return sandbox.handle(request, options);
    },
  };
}

function usedUp(service: string): WireResponse {
  const organizations = service.startsWith("AWSOrganizations");
  const name = organizations ? "ConstraintViolationException" : "ServiceQuotaExceededException";
  const body = {
    __type: name,
    Message: "You have exceeded the allowed number",
    message: "You have exceeded the allowed number",
    ...(organizations ? { Reason: "ACCOUNT_NUMBER_LIMIT_EXCEEDED" } : {}),
  };
  const text = Buffer.from(JSON.stringify(body));
  return {
    statusCode: organizations ? 400 : 402,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "content-length": String(text.length),
      "x-amzn-errortype": name,
    },
    body: text,
  };
}
