import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { callers } from "../../src/github/callers.ts";
import { BIN, environment, served } from "../endpoints/server.ts";
import { inFolder } from "../support/io.ts";
import { emptyWorld, type FakeGitHub, fakeGitHub, type FakePull, type FakeWorld, REPOSITORY } from "./fake.ts";
import { play, type Event, type Played } from "./play.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLE = join(root, "examples/company");

type Files = Readonly<Record<string, string>>;

/** A repository on a GitHub of its own, set up by `init --github` to work on a simulated AWS. */
export interface Stage {
  readonly world: FakeWorld;
  /** What org.yaml says on the default branch. */
  readonly orgYaml: string;
  /** orgsync on the simulated AWS, with the default branch's files. Gives what it prints. */
  orgsync(...args: string[]): Promise<string>;
  /** Opens a pull request, or pushes to one that is open, and plays the plan workflow. */
  propose(number: number, files: Files, from?: "branch" | "fork" | "dependabot"): Promise<Played>;
  /** Merges it. What comes of the push is played when the test says so: pushes may come quickly. */
  merge(number: number): Promise<void>;
  /** What the simulated AWS has. */
  aws(): Promise<string>;
  /** What a file says on the default branch. */
  read(file: string): Promise<string>;
  /** What somebody does in AWS: makes it what another org.yaml says. */
  elsewhere(files: Files): Promise<void>;
  /** Makes a branch of what the default branch is now. */
  branch(name: string): Promise<void>;
  /** Commits to the default branch without asking anybody. */
  commit(files: Files): Promise<void>;
  /** Plays a workflow on the default branch, or with what a test makes of the event. */
  play(workflow: "apply" | "drift", name: Event["name"], more?: Partial<Event>): Promise<Played>;
}

interface Packed {
  readonly name: string;
  readonly bytes: Buffer;
}

let packed: Promise<Packed> | undefined;

/** orgsync as npm would have it. */
function pack(): Promise<Packed> {
  packed ??= inFolder(async (folder) => {
    await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: root });
    const [name = ""] = await readdir(folder);
    return { name, bytes: await readFile(join(folder, name)) };
  });
  return packed;
}

/** The variables that `init --github` asks for. */
const VARIABLES = {
  ORGSYNC_PLAN_ROLE: "arn:aws:iam::111122223333:role/orgsync-plan",
  ORGSYNC_APPLY_ROLE: "arn:aws:iam::111122223333:role/orgsync-apply",
  ORGSYNC_REGION: "us-east-1",
};

let order: Promise<Buffer> | undefined;

/** The simulated AWS when it is what the example says. */
function inOrder(): Promise<Buffer> {
  order ??= inFolder(async (folder) => {
    const aws = join(folder, "aws.json");
    await run(process.execPath, [BIN, "apply", "--yes", `--sandbox=${aws}`], { cwd: EXAMPLE });
    return readFile(aws);
  });
  return order;
}

/** Starts with an AWS that is what org.yaml says; the workflows rehearse on it. */
export function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const fake = await fakeGitHub(emptyWorld());
    try {
      await writeFile(join(folder, "aws.json"), await inOrder());
      await work(await setUp(folder, fake));
    } finally {
      await fake.close();
    }
  });
}

/** The same with an AWS that only jobs that have signed in can reach. */
export function onServedStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, "aws.json"), await inOrder());
    const [fake, server] = await Promise.all([fakeGitHub(emptyWorld()), served(folder, "--sandbox=aws.json")]);
    try {
      await work(await setUp(folder, fake, server.url));
    } finally {
      await server.stop();
      await fake.close();
    }
  });
}

async function setUp(folder: string, fake: FakeGitHub, url?: string): Promise<Stage> {
  const { world } = fake;
  const [origin, tree, aws] = [join(folder, "origin.git"), join(folder, "tree"), join(folder, "aws.json")];
  const git = async (...args: string[]): Promise<string> =>
    (await run("git", ["-C", tree, "-c", "user.name=jay", "-c", "user.email=jay@acme.com", ...args])).stdout.trim();
  const write = async (files: Files): Promise<void> => {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await writeFile(join(tree, file), text);
    }
  };
  const orgsync = async (...args: string[]): Promise<string> => {
    const ended = run(process.execPath, [BIN, ...args, `--sandbox=${aws}`], { cwd: tree });
    // A difference is no failure.
    const { stdout } = await ended.catch((error: { code: number; stdout: string }) => {
      if (error.code === 2) return error;
      throw error;
    });
    return stdout;
  };
  const commit = async (branch: string, message: string): Promise<string> => {
    await git("add", "--all");
    await git("commit", "--quiet", "--allow-empty", "--message", message);
    await git("push", "--quiet", "--force", origin, `HEAD:${branch}`);
    return git("rev-parse", "HEAD");
  };
  const toMain = async (message: string, numbers: readonly number[]): Promise<string> => {
    const sha = await commit("refs/heads/main", message);
    world.commits.push(sha);
    world.pullsOf[sha] = [...numbers];
    return sha;
  };
  const here = { id: REPOSITORY.id };
  const repository = { ...here, default_branch: "main", fork: false };
  let runs = 100;
  const playing = (workflow: string, event: Event): Promise<Played> => {
    const id = (runs += 1);
    const place = { folder: join(folder, `run-${id}`), origin, installed: join(folder, "installed") };
    const signedIn = url === undefined ? {} : environment(url);
    return play({ ...place, fake, id, workflow, event, variables: VARIABLES, signedIn });
  };

  await run("git", ["init", "--quiet", "--bare", "--initial-branch", "main", origin]);
  await run("git", ["init", "--quiet", "--initial-branch", "main", tree]);
  await cp(EXAMPLE, tree, { recursive: true });
  const { name, bytes } = await pack();
  await writeFile(join(tree, name), bytes);
  const workflows = callers({ ref: "v1.0.0", version: "1.0.0", file: "org.yaml" });
  // The input that keeps AWS out of a rehearsal.
  const rehearses = url === undefined ? `      sandbox: ${JSON.stringify(aws)}\n` : "";
  for (const [path, text] of workflows) await write({ [path]: text + rehearses });
  await write({ ...dependingOn(name, bytes), ".gitignore": "node_modules\n" });
  const orgYaml = await readFile(join(tree, "org.yaml"), "utf8");
  await toMain("Begin", []);

  return {
    world,
    orgYaml,
    orgsync,
    async propose(number, files, from = "branch") {
      const branch = `refs/heads/edit-${number}`;
      const base = await git("rev-parse", "HEAD");
      const known = world.pulls.find((pull) => pull.number === number);
      if (known !== undefined) await git("checkout", "--quiet", "--detach", known.head.sha);
      await write(files);
      const head = await commit(branch, `Edit ${number}`);
      // GitHub merges for a trial, and runs that.
      await git("checkout", "--quiet", "main");
      await git("merge", "--quiet", "--no-ff", "--message", "Merge", head);
      await git("push", "--quiet", "--force", origin, `HEAD:refs/pull/${number}/merge`);
      await git("reset", "--quiet", "--hard", base);
      const repo = from === "fork" ? { id: 99 } : here;
      const pull: FakePull = {
        number,
        merged_at: null,
        merge_commit_sha: null,
        head: { sha: head, repo },
        base: { ref: "main", repo: here },
      };
      if (known === undefined) world.pulls.push(pull);
      else Object.assign(known, pull);
      const user = from === "dependabot" ? { login: "dependabot[bot]", type: "Bot" } : { login: "jay", type: "User" };
      return playing("orgsync-plan.yml", {
        name: "pull_request",
        ref: `refs/pull/${number}/merge`,
        branch: `edit-${number}`,
        head,
        payload: { pull_request: { number, user, head: { sha: head, repo } }, repository },
        untrusted: from !== "branch",
      });
    },
    async merge(number) {
      const pull = world.pulls.find((one) => one.number === number);
      if (pull === undefined) throw new Error(`no pull request ${number}`);
      await git("merge", "--quiet", "--squash", pull.head.sha);
      pull.merge_commit_sha = await toMain(`Edit ${number} (#${number})`, [number]);
      pull.merged_at = new Date().toISOString();
    },
    aws: () => readFile(aws, "utf8"),
    read: (file) => readFile(join(tree, file), "utf8"),
    async elsewhere(files) {
      await write(files);
      await orgsync("apply", "--yes");
      await git("checkout", "--quiet", "--", ".");
    },
    branch: async (branch) => void (await git("push", "--quiet", origin, `HEAD:refs/heads/${branch}`)),
    async commit(files) {
      await write(files);
      await toMain("A change that nobody saw", []);
    },
    async play(workflow, eventName, more) {
      const head = world.commits.at(-1) ?? "";
      const before = world.commits.at(-2) ?? "0".repeat(40);
      const payload = { push: { before, repository }, schedule: { schedule: "10 0 * * *" } };
      return playing(`orgsync-${workflow}.yml`, {
        name: eventName,
        ref: "refs/heads/main",
        branch: "main",
        head,
        payload: eventName === "push" || eventName === "schedule" ? payload[eventName] : { repository },
        ...more,
      });
    },
  };
}

/** What npm needs to install a package that lies beside. */
function dependingOn(name: string, bytes: Buffer): Record<string, string> {
  const manifest = { name: "organization", private: true, devDependencies: { orgsync: `file:${name}` } };
  const orgsync = {
    version: /-(\d.*)\.tgz$/.exec(name)?.[1] ?? "",
    resolved: `file:${name}`,
    integrity: `sha512-${createHash("sha512").update(bytes).digest("base64")}`,
    dev: true,
    bin: { orgsync: "dist/bin.js" },
  };
  const lock = {
    name: manifest.name,
    lockfileVersion: 3,
    requires: true,
    packages: { "": manifest, "node_modules/orgsync": orgsync },
  };
  return { "package.json": JSON.stringify(manifest, null, 2), "package-lock.json": JSON.stringify(lock, null, 2) };
}
