import { describe, expect, test } from "vitest";
import { type Approved, approvedPlans } from "../../src/github/approved.ts";
import type { FakeArtifact, FakePull, FakeRun, FakeWorld } from "./fake.ts";
import { REPOSITORY } from "./fake.ts";
import { APPLY_WORKFLOW, type Fixture, onGitHub, PLAN_WORKFLOW, sha, zipOf } from "./world.ts";

const here = { id: REPOSITORY.id };
const fork = { id: 99 };

const runOf = (id: number, more: Partial<FakeRun> = {}): FakeRun => ({
  id,
  event: "push",
  conclusion: "success",
  path: APPLY_WORKFLOW,
  head_branch: "main",
  head_sha: sha("base"),
  repository: here,
  head_repository: here,
  ...more,
});

/** A pull request that was planned, and merged by one commit. */
function merged(world: FakeWorld, number: number): { pull: FakePull; run: FakeRun; artifact: FakeArtifact } {
  const head = sha(`head ${number}`);
  const commit = sha(`merge ${number}`);
  const pull: FakePull = {
    number,
    merged_at: "2026-11-25T08:00:00Z",
    merge_commit_sha: commit,
    head: { sha: head, repo: here },
    base: { ref: "main", repo: here },
  };
  const run = runOf(100 + number, { event: "pull_request", path: PLAN_WORKFLOW, head_branch: "edit", head_sha: head });
  const artifact: FakeArtifact = {
    id: 1_000 + number,
    name: `orgsync-plan-${head}`,
    size_in_bytes: 100,
    expired: false,
    created_at: "2026-11-25T07:00:00Z",
    workflow_run: { id: run.id, repository_id: here.id, head_repository_id: here.id, head_sha: head },
    zip: zipOf({ "plan.json": `plan of ${number}` }),
  };
  world.pulls.push(pull);
  world.pullsOf[commit] = [number];
  world.commits.push(commit);
  world.runs.push(run);
  world.artifacts.push(artifact);
  return { pull, run, artifact };
}

const find = ({ at, world }: Fixture, event: object = {}): Promise<Approved> =>
  approvedPlans(at(500, event), {
    head: world.commits.at(-1) ?? "",
    planWorkflow: PLAN_WORKFLOW,
    artifact: "orgsync-plan-",
    file: "plan.json",
  });

/** One pull request that was merged since the last apply, with something about it as `edit` makes it. */
async function why(edit: (made: ReturnType<typeof merged>, world: FakeWorld) => void): Promise<unknown> {
  let found: Approved | undefined;
  await onGitHub(async (fixture) => {
    const { world } = fixture;
    world.commits.push(sha("base"));
    world.runs.push(runOf(1));
    edit(merged(world, 12), world);
    found = await find(fixture);
  });
  return found?.pullRequests[0]?.plan;
}

describe("what counts as approved", () => {
  test("the plans of all pull requests merged since the last apply", async () => {
    await onGitHub(async (fixture) => {
      const { world } = fixture;
      merged(world, 11);
      world.commits.push(sha("base"));
      world.runs.push(runOf(1));
      for (const number of [14, 12, 13]) merged(world, number);
      // A commit without a pull request approves nothing.
      world.commits.push(sha("direct"));
      expect(await find(fixture)).toEqual({
        base: sha("base"),
        pullRequests: [
          { number: 12, plan: { text: "plan of 12" } },
          { number: 13, plan: { text: "plan of 13" } },
          { number: 14, plan: { text: "plan of 14" } },
        ],
      });
    });
  });

  test("every commit of a pull request that was rebased leads to it once", async () => {
    await onGitHub(async (fixture) => {
      const { world } = fixture;
      world.commits.push(sha("base"), sha("rebased"));
      world.runs.push(runOf(1));
      merged(world, 12);
      world.pullsOf[sha("rebased")] = [12];
      expect((await find(fixture)).pullRequests.map(({ number }) => number)).toEqual([12]);
    });
  });

  test("nothing more after an apply of the same commit", async () => {
    await onGitHub(async (fixture) => {
      const { world } = fixture;
      merged(world, 12);
      world.runs.push(runOf(1, { head_sha: world.commits.at(-1) ?? "" }));
      expect((await find(fixture)).pullRequests).toEqual([]);
    });
  });

  test.each<[string, Partial<FakeRun>]>([
    ["one that only ended access in time", { event: "schedule" }],
    ["one that failed", { conclusion: "failure" }],
    ["one of another branch", { head_branch: "edit" }],
    ["one of another workflow", { path: ".github/workflows/ci.yml" }],
  ])("the last apply is not %s", async (_what, more) => {
    await onGitHub(async (fixture) => {
      const { world } = fixture;
      world.commits.push(sha("base"));
      world.runs.push(runOf(1));
      merged(world, 12);
      world.runs.push(runOf(400, { head_sha: world.commits.at(-1) ?? "", ...more }));
      expect((await find(fixture)).base).toBe(sha("base"));
    });
  });

  test("before the first apply, what the push brought; and nothing without one", async () => {
    await onGitHub(async (fixture) => {
      const { world } = fixture;
      merged(world, 11);
      merged(world, 12);
      const before = world.commits[0] ?? "";
      expect(await find(fixture, { before })).toEqual({
        base: before,
        pullRequests: [{ number: 12, plan: { text: "plan of 12" } }],
      });
      expect(await find(fixture)).toEqual({ base: undefined, pullRequests: [] });
    });
  });

  test("a branch that was rewritten, or has gone on for too long, approves nothing and says so", async () => {
    await onGitHub(async (fixture) => {
      const { world } = fixture;
      merged(world, 12);
      world.runs.push(runOf(1, { head_sha: sha("gone") }));
      await expect(find(fixture)).rejects.toThrow(
        expect.objectContaining({ code: "ORG0803", message: expect.stringContaining("main was rewritten") }),
      );
    });
    await onGitHub(async (fixture) => {
      const { world } = fixture;
      world.commits.push(sha("base"), ...Array.from({ length: 251 }, (_, index) => sha(`commit ${index}`)));
      world.runs.push(runOf(1));
      await expect(find(fixture)).rejects.toThrow("251 commits were made since the last apply");
    });
  });
});

describe("a pull request does not count", () => {
  test.each<[string, (made: ReturnType<typeof merged>, world: FakeWorld) => void]>([
    ["not merged", ({ pull }) => (pull.merged_at = null)],
    ["merged by another commit", ({ pull }) => (pull.merge_commit_sha = sha("elsewhere"))],
    ["merged into another branch", ({ pull }) => (pull.base.ref = "stable")],
    ["of another repository", ({ pull }) => (pull.base.repo = fork)],
  ])("%s", async (_what, edit) => {
    expect(await why(edit)).toBeUndefined();
  });
});

describe("a plan does not count", () => {
  const NONE = { why: `there is no plan of its last commit, ${sha("head 12").slice(0, 7)}` };
  test.each<[string, (made: ReturnType<typeof merged>, world: FakeWorld) => void, object]>([
    ["of a fork", ({ pull }) => (pull.head.repo = fork), { why: "it comes from a fork, and forks are not planned" }],
    [
      "of a deleted fork",
      ({ pull }) => (pull.head.repo = null),
      { why: "it comes from a fork, and forks are not planned" },
    ],
    ["of another commit", ({ artifact }) => (artifact.workflow_run.head_sha = sha("other")), NONE],
    ["kept elsewhere", ({ artifact }) => (artifact.workflow_run.repository_id = 99), NONE],
    ["made from a fork", ({ artifact }) => (artifact.workflow_run.head_repository_id = 99), NONE],
    ["under another name", ({ artifact }) => (artifact.name = "orgsync-plan"), NONE],
    ["of another workflow", ({ run }) => (run.path = ".github/workflows/evil.yml"), NONE],
    ["of another event", ({ run }) => (run.event = "workflow_dispatch"), NONE],
    ["run for another repository", ({ run }) => (run.repository = fork), NONE],
    ["run from a fork", ({ run }) => (run.head_repository = fork), NONE],
    [
      "of a run that failed",
      ({ run }) => (run.conclusion = "failure"),
      { why: "the run that planned it ended as failure" },
    ],
    [
      "of a run under way",
      ({ run }) => (run.conclusion = null),
      { why: "the run that planned it ended as nothing yet" },
    ],
    [
      "no longer kept",
      ({ artifact }) => (artifact.expired = true),
      { why: "its plan was kept for some days only, and is gone" },
    ],
    ["too large", ({ artifact }) => (artifact.size_in_bytes = 3e7), { why: "its plan is too large to be one" }],
  ])("%s", async (_what, edit, expected) => {
    expect(await why(edit)).toEqual(expected);
  });

  test("that the newest run did not make well, although an older one did", async () => {
    expect(
      await why(({ artifact, run }, world) => {
        world.runs.push({ ...run, id: 300, conclusion: "failure" });
        world.artifacts.push({
          ...artifact,
          id: 2_000,
          created_at: "2026-11-25T07:30:00Z",
          workflow_run: { ...artifact.workflow_run, id: 300 },
        });
      }),
    ).toEqual({ why: "the run that planned it ended as failure" });
  });

  test("but one that another workflow put in its way does not hide it", async () => {
    expect(
      await why(({ artifact, run }, world) => {
        world.runs.push({ ...run, id: 300, path: ".github/workflows/other.yml" });
        world.artifacts.push({
          ...artifact,
          id: 2_000,
          created_at: "2026-11-25T07:30:00Z",
          workflow_run: { ...artifact.workflow_run, id: 300 },
          zip: zipOf({ "plan.json": "forged" }),
        });
      }),
    ).toEqual({ text: "plan of 12" });
  });

  test.each([
    ["no zip", Buffer.from("x")],
    ["a zip without it", zipOf({ "other.json": "x" })],
  ])("that is %s", async (_what, zip) => {
    expect(await why(({ artifact }) => Object.assign(artifact, { zip }))).toEqual({
      why: "what its run kept has no plan.json that can be read",
    });
  });
});

test("the path of a workflow may name its branch", async () => {
  expect(await why(({ run }) => (run.path = `${PLAN_WORKFLOW}@refs/pull/12/merge`))).toEqual({ text: "plan of 12" });
});
