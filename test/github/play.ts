import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { parse } from "yaml";
import type { Action, Job, Step, Workflow } from "../project/workflowFiles.ts";
import { holds, interpolate, type Scope } from "./expressions.ts";
import { BOT, type FakeGitHub, type FakeRun, REPOSITORY, type Token } from "./fake.ts";
import { zipOf } from "./world.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** What starts a workflow. */
export interface Event {
  readonly name: "pull_request" | "push" | "schedule" | "workflow_dispatch";
  readonly ref: string;
  readonly branch: string;
  /** The commit that the run counts as one of. */
  readonly head: string;
  readonly payload: object;
  /** Whether GitHub gives the run no more than a look, as it does for forks and for Dependabot. */
  readonly untrusted?: boolean;
}

export interface PlayedStep {
  readonly name: string;
  readonly result: Result;
  readonly log: string;
}

export interface PlayedJob {
  readonly result: Result;
  readonly steps: readonly PlayedStep[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What its token was allowed. */
  readonly permissions: Token["permissions"];
  readonly environment: string;
  readonly summary: string;
  /** Whether it has credentials of AWS. */
  readonly signedIn: boolean;
}

type Result = "success" | "failure" | "skipped";

export interface Played {
  readonly conclusion: "success" | "failure";
  readonly jobs: Readonly<Record<string, PlayedJob>>;
  /** All that the jobs have printed. */
  readonly log: string;
}

export interface PlayOptions {
  /** Where the run works. */
  readonly folder: string;
  /** A bare repository. */
  readonly origin: string;
  readonly fake: FakeGitHub;
  readonly id: number;
  /** A file of `.github/workflows` in the repository. */
  readonly workflow: string;
  readonly event: Event;
  /** Where what npm installs from a lockfile is kept: the second job with the same one need not wait for npm. */
  readonly installed: string;
  /** Those of the repository. */
  readonly variables: Readonly<Record<string, string>>;
  /** What a step has in its environment once the job is signed in to AWS. */
  readonly signedIn: Readonly<Record<string, string>>;
}

/** A job at work. */
interface Work {
  readonly folder: string;
  readonly workspace: string;
  readonly temp: string;
  readonly token: string;
  readonly permissions: Token["permissions"];
  readonly steps: PlayedStep[];
  signedIn: boolean;
}

interface Done {
  readonly ok: boolean;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
}

type Given = Readonly<Record<string, string>>;
type Contexts = Readonly<Record<string, unknown>> & { readonly steps: Record<string, unknown> };

/**
 * Plays a workflow from its event to its end, as GitHub's runner would: jobs after those that they need, each in a
 * folder of its own and with a token that is allowed what the job asks for; each script for real, with bash and the
 * files that GitHub gives a step. What actions of others do is only played.
 */
export async function play(options: PlayOptions): Promise<Played> {
  const { folder, origin, fake, id, event, installed, signedIn } = options;
  const path = `.github/workflows/${options.workflow}`;
  const jobs: Record<string, PlayedJob> = {};

  const github = {
    event_name: event.name,
    event: event.payload,
    ref: event.ref,
    ref_name: event.ref.replace("refs/heads/", ""),
    repository: REPOSITORY.full_name,
  };
  const scope = (contexts: Readonly<Record<string, unknown>>, failed: boolean): Scope => ({
    contexts: { github, ...contexts },
    status: { failed, cancelled: false },
  });

  /** What GitHub leaves of what a job asks for. */
  function permissionsOf({ permissions = {} }: Job): Token["permissions"] {
    if (event.untrusted !== true) return permissions;
    const scopes = Object.keys(permissions).filter((name) => name !== "id-token");
    return Object.fromEntries(scopes.map((name) => [name, "read"] as const));
  }

  /** The jobs of a workflow of orgsync's, as another one calls it. */
  async function call({ uses = "", with: given = {}, permissions = {} }: Job): Promise<void> {
    const file = /^orgsync\/orgsync\/(\.github\/workflows\/\w+\.yml)@/.exec(uses)?.[1];
    if (file === undefined) throw new Error(`cannot call ${uses}`);
    const called = parse(await readFile(join(root, file), "utf8")) as Workflow;
    const outer = scope({ vars: options.variables }, false);
    const inputs: Record<string, string> = {};
    for (const [name, { default: value = "" }] of Object.entries(called.on["workflow_call"]?.inputs ?? {}))
      inputs[name] = Object.hasOwn(given, name) ? interpolate(String(given[name]), outer) : value;
    const waiting = new Map(Object.entries(called.jobs));
    while (waiting.size > 0) {
      const [name, job] = [...waiting].find(([, one]) => needsOf(one).every((need) => Object.hasOwn(jobs, need))) ?? [];
      if (name === undefined || job === undefined) throw new Error(`no job of ${file} can begin`);
      waiting.delete(name);
      for (const [asked, access] of Object.entries(job.permissions ?? {}))
        if (permissions[asked] !== access && permissions[asked] !== "write")
          throw new Error(`the nested job ${name} asks for ${asked}: ${access}`);
      jobs[name] = await playJob(name, job, inputs);
    }
  }

  async function playJob(name: string, job: Job, inputs: Given): Promise<PlayedJob> {
    const needed = needsOf(job).map((need) => [need, jobs[need]] as const);
    const needs = Object.fromEntries(
      needed.map(([need, one]) => [need, { result: one?.result, outputs: one?.outputs }]),
    );
    const permissions = permissionsOf(job);
    const nothing = { steps: [], outputs: {}, permissions, environment: "", summary: "", signedIn: false };
    const unmet = needed.some(([, one]) => one?.result !== "success");
    if (!holds(job.if, scope({ inputs, needs }, unmet))) return { ...nothing, result: "skipped" };

    const place = join(folder, name);
    const [workspace, temp] = [join(place, "workspace"), join(place, "temp")];
    await mkdir(workspace, { recursive: true });
    await mkdir(temp, { recursive: true });
    const token = `ghs_${id}_${name}`;
    fake.world.tokens[token] = { login: BOT.login, type: "Bot", permissions };
    const work: Work = { folder: place, workspace, temp, token, permissions, steps: [], signedIn: false };
    const contexts = { inputs, needs, github: { ...github, token }, runner: { temp }, steps: {} };
    const failed = await playSteps(job.steps ?? [], contexts, work);
    const after = scope(contexts, failed);
    const given = Object.entries(job.outputs ?? {}).map(([key, text]) => [key, interpolate(text, after)] as const);
    return {
      result: failed ? "failure" : "success",
      steps: work.steps,
      outputs: Object.fromEntries(given),
      permissions,
      environment: interpolate(job.environment ?? "", after),
      summary: await readFile(join(place, "summary"), "utf8").catch(() => ""),
      signedIn: work.signedIn,
    };
  }

  /** One after the other; tells whether one of them failed. `contexts.steps` gets what they give. */
  async function playSteps(steps: readonly Step[], contexts: Contexts, work: Work): Promise<boolean> {
    let failed = false;
    for (const step of steps) {
      const name = step.name ?? "";
      const now = scope(contexts, failed);
      if (!holds(step.if, now)) {
        work.steps.push({ name, result: "skipped", log: "" });
        continue;
      }
      const { ok, log, outputs } = await playStep(step, now, work);
      work.steps.push({ name, result: ok ? "success" : "failure", log });
      if (step.id !== undefined) contexts.steps[step.id] = { outputs };
      if (!ok && step["continue-on-error"] !== true) failed = true;
    }
    return failed;
  }

  async function playStep(step: Step, now: Scope, work: Work): Promise<Done> {
    const filled = (texts: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, interpolate(String(text), now)]));
    if (step.run === "npm ci --ignore-scripts") return install(step.run, work);
    if (step.run !== undefined) return playScript(step.run, step.shell, filled(step.env), work);
    const uses = step.uses ?? "";
    const given = filled(step.with);
    if (uses.startsWith("./")) return playAction(join(work.workspace, uses), given, work);
    const other = OTHERS[uses.replace(/@.*/, "")];
    if (other === undefined) throw new Error(`cannot play ${uses}`);
    try {
      await other(given, work);
      return { ok: true, log: "", outputs: {} };
    } catch (error) {
      return { ok: false, log: `${error instanceof Error ? error.message : String(error)}\n`, outputs: {} };
    }
  }

  /** A composite action, from where npm has put it. */
  async function playAction(place: string, given: Given, work: Work): Promise<Done> {
    const action = parse(await readFile(join(place, "action.yml"), "utf8")) as Action;
    const inputs = Object.fromEntries(
      Object.entries(action.inputs ?? {}).map(([name, { default: value = "" }]) => [name, given[name] ?? value]),
    );
    const contexts = { inputs, github: { ...github, token: work.token }, runner: { temp: work.temp }, steps: {} };
    const failed = await playSteps(action.runs.steps, contexts, work);
    const after = scope(contexts, failed);
    const outputs = Object.entries(action.outputs ?? {}).map(([name, { value }]) => [name, interpolate(value, after)]);
    return { ok: !failed, log: "", outputs: Object.fromEntries(outputs) as Given };
  }

  async function playScript(text: string, shell: string | undefined, env: Given, work: Work): Promise<Done> {
    const place = (name: string): string => join(work.folder, name);
    await writeFile(place("output"), "");
    await writeFile(place("script.sh"), text);
    // As the runner starts it, with `shell: bash` and without.
    const flags = shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
    const { code, log } = await bash([...flags, place("script.sh")], work.workspace, {
      PATH: `${await shims()}:${process.env["PATH"] ?? ""}`,
      HOME: work.folder,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: fake.url,
      GITHUB_SERVER_URL: "https://github.test",
      GITHUB_REPOSITORY: REPOSITORY.full_name,
      GITHUB_REPOSITORY_ID: String(REPOSITORY.id),
      GITHUB_RUN_ID: String(id),
      GITHUB_WORKFLOW_REF: `${REPOSITORY.full_name}/${path}@${event.ref}`,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_REF: event.ref,
      GITHUB_SHA: event.head,
      GITHUB_WORKSPACE: work.workspace,
      GITHUB_OUTPUT: place("output"),
      GITHUB_ENV: place("env"),
      GITHUB_PATH: place("path"),
      GITHUB_STEP_SUMMARY: place("summary"),
      RUNNER_TEMP: work.temp,
      // No registry is asked for anything.
      npm_config_offline: "true",
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_update_notifier: "false",
      ...(work.signedIn ? signedIn : {}),
      ...env,
    });
    return { ok: code === 0, log, outputs: outputsIn(await readFile(place("output"), "utf8")) };
  }

  async function install(script: string, work: Work): Promise<Done> {
    const lock = await readFile(join(work.workspace, "package-lock.json"));
    const kept = join(installed, createHash("sha256").update(lock).digest("hex"));
    const modules = join(work.workspace, "node_modules");
    if (existsSync(kept)) {
      await cp(kept, modules, { recursive: true, verbatimSymlinks: true });
      return { ok: true, log: "", outputs: {} };
    }
    const done = await playScript(script, undefined, {}, work);
    await cp(modules, kept, { recursive: true, verbatimSymlinks: true });
    return done;
  }

  /** What the actions of others do, as far as it shows. */
  const OTHERS: Readonly<Record<string, (given: Given, work: Work) => Promise<void>>> = {
    "actions/checkout": async ({ ref = event.ref, "fetch-depth": depth = "1" }, { workspace }) => {
      const git = (...args: string[]) => run("git", ["-C", workspace, ...args]);
      await git("init", "--quiet");
      await git("fetch", "--quiet", ...(depth === "0" ? [] : ["--depth", depth]), `file://${origin}`, ref);
      await git("checkout", "--quiet", "--detach", "FETCH_HEAD");
    },
    "actions/upload-artifact": async ({ name = "", path: from = "", overwrite }) => {
      const { artifacts } = fake.world;
      const paths = (await stat(from)).isDirectory() ? (await readdir(from)).map((file) => join(from, file)) : [from];
      if (paths.length === 0) return;
      const files = await Promise.all(
        paths.map(async (file) => [basename(file), await readFile(file, "utf8")] as const),
      );
      const same = artifacts.findIndex((one) => one.name === name && one.workflow_run.id === id);
      if (same >= 0 && overwrite !== "true") throw new Error(`there is an artifact ${name} already`);
      if (same >= 0) artifacts.splice(same, 1);
      const zip = zipOf(Object.fromEntries(files));
      artifacts.push({
        id: id * 1_000 + artifacts.length,
        name,
        size_in_bytes: zip.length,
        expired: false,
        created_at: new Date().toISOString(),
        workflow_run: { id, repository_id: REPOSITORY.id, head_repository_id: REPOSITORY.id, head_sha: event.head },
        zip,
      });
    },
    "actions/download-artifact": async ({ name = "", path: to = "" }) => {
      const found = fake.world.artifacts.find((one) => one.name === name && one.workflow_run.id === id);
      if (found === undefined) throw new Error(`Artifact not found for name: ${name}`);
      await mkdir(to, { recursive: true });
      for (const [file, bytes] of Object.entries(unzipSync(found.zip))) await writeFile(join(to, file), bytes);
    },
    "aws-actions/configure-aws-credentials": async ({ "role-to-assume": role, "aws-region": region }, work) => {
      if (work.permissions["id-token"] !== "write") throw new Error("Could not get an ID token");
      if (!/^arn:aws:iam::\d{12}:role\//.test(role ?? "") || !region)
        throw new Error("Credentials could not be loaded");
      work.signedIn = true;
    },
  };

  const here = { id: REPOSITORY.id };
  const record: FakeRun = {
    id,
    event: event.name,
    conclusion: null,
    path,
    head_branch: event.branch,
    head_sha: event.head,
    repository: here,
    head_repository: here,
  };
  fake.world.runs.push(record);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "event.json"), JSON.stringify(event.payload));
  const { stdout } = await run("git", ["-C", origin, "show", `${event.ref}:${path}`]);
  const caller = parse(stdout) as Workflow;
  if (!Object.hasOwn(caller.on, event.name)) throw new Error(`${path} is not started by ${event.name}`);
  for (const job of Object.values(caller.jobs)) await call(job);
  const results = Object.values(jobs);
  const conclusion = results.some(({ result }) => result === "failure") ? "failure" : "success";
  record.conclusion = conclusion;
  return { conclusion, jobs, log: results.flatMap(({ steps }) => steps.map(({ log }) => log)).join("") };
}

/** npx as the scripts may use it: only for what is installed, and without the second that npm takes to start. */
const NPX = `#!/bin/bash
[ "$1" = --no-install ] || { echo "npx would fetch $1" >&2; exit 1; }
exec "node_modules/.bin/$2" "\${@:3}"
`;

let shimmed: Promise<string> | undefined;

function shims(): Promise<string> {
  shimmed ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), "orgsync-npx-"));
    await writeFile(join(folder, "npx"), NPX, { mode: 0o755 });
    return folder;
  })();
  return shimmed;
}

const needsOf = ({ needs = [] }: Job): readonly string[] => (typeof needs === "string" ? [needs] : needs);

/** `name=value`, a line each, as a step has written them. */
function outputsIn(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf("=");
      if (at < 1) throw new Error(`no output: ${line}`);
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** Runs to the end; what it prints on both streams is one log. */
function bash(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<{ code: number; log: string }> {
  return new Promise((resolve) => {
    execFile("bash", args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : 1, log: stdout + stderr }),
    );
  });
}
