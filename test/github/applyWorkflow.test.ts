import { describe, expect, test } from "vitest";
import { runnerCommands } from "../support/runner.ts";
import { expectSafe, resultsOf } from "./played.ts";
import { REPOSITORY } from "./fake.ts";
import { onStage, type Stage } from "./stage.ts";

const SHORTER = ["sessionDuration: 12h", "sessionDuration: 4h"] as const;
const FEWER = ["members: [dax@acme.com, jay@acme.com, kim@acme.com]", "members: [dax@acme.com, jay@acme.com]"] as const;

/** org.yaml with some of its lines as they will be. */
const edited = ({ orgYaml }: Stage, ...edits: readonly (readonly [string, string])[]): { "org.yaml": string } => ({
  "org.yaml": edits.reduce((text, [from, to]) => text.replace(from, to), orgYaml),
});

const isConverged = async (stage: Stage): Promise<boolean> => (await stage.orgsync("drift")).includes("No changes.");

/** As if the apply of a commit had ended well before. */
function applied({ world }: Stage, commit: string): void {
  const here = { id: REPOSITORY.id };
  world.runs.push({
    id: 1,
    event: "push",
    conclusion: "success",
    path: ".github/workflows/orgsync-apply.yml",
    head_branch: "main",
    head_sha: commit,
    repository: here,
    head_repository: here,
  });
}

describe("a merge", () => {
  test("applies what was reviewed, and the comment says what became of it", async () => {
    await onStage(async (stage) => {
      const { world } = stage;
      await stage.propose(12, edited(stage, SHORTER));
      const planned = world.comments[0]?.body ?? "";
      await stage.merge(12);
      const played = await stage.play("apply", "push");
      expect(played.log).toContain("pull request 12: its plan is approved");
      expect(played.log).toContain("✓ applied 1/1");
      expect(resultsOf(played)).toEqual({ plan: "skipped", apply: "success", report: "success" });
      expect(played.jobs["apply"]?.environment).toBe("orgsync");
      expect(played.jobs["apply"]?.summary).toContain("## ");
      expectSafe(played);
      expect(await isConverged(stage)).toBe(true);
      expect(world.comments).toHaveLength(1);
      expect(world.comments[0]?.body).not.toBe(planned);
      expect(world.issues).toEqual([]);

      // Once more: nothing is left, and nothing is approved.
      const again = await stage.play("apply", "push");
      expect(again.conclusion).toBe("success");
      expect(again.log).toContain("No pull request was merged since the last apply.");
    });
  });

  test("of two that came quickly applies both", async () => {
    await onStage(async (stage) => {
      const { world } = stage;
      await stage.propose(12, edited(stage, SHORTER));
      await stage.propose(13, edited(stage, FEWER));
      await stage.merge(12);
      await stage.merge(13);
      applied(stage, world.commits[0] ?? "");
      const played = await stage.play("apply", "push");
      expect(played.log).toContain("✓ applied 2/2");
      expect(played.jobs["apply"]?.outputs["pull-requests"]).toBe("12 13");
      expect(await isConverged(stage)).toBe(true);
      expect(world.comments.map(({ issue }) => issue)).toEqual([12, 13]);
    });
  });

  test("that a rail had refused is not approved", async () => {
    await onStage(async (stage) => {
      await stage.propose(12, edited(stage, ["members: [dax@acme.com]\n", "members: []\n"]));
      await stage.merge(12);
      const played = await stage.play("apply", "push");
      expect(played.conclusion).toBe("failure");
      expect(played.log).toContain("pull request 12: nothing is approved, the run that planned it ended as failure");
      expect(await isConverged(stage)).toBe(false);
    });
  });
});

test("what nobody has approved waits: for a run by hand, and for its reviewers", async () => {
  await onStage(async (stage) => {
    const { world } = stage;
    await stage.commit(edited(stage, SHORTER));
    const refused = await stage.play("apply", "push");
    expect(resultsOf(refused)).toEqual({ plan: "skipped", apply: "failure", report: "success" });
    expect(refused.log).toContain("ORG0611");
    expectSafe(refused);
    expect(await isConverged(stage)).toBe(false);
    expect(world.issues).toHaveLength(1);
    expect(world.issues[0]).toMatchObject({ state: "open", title: "orgsync apply failed" });
    expect(world.issues[0]?.body).toContain("ORG0611");

    // It fails again: the same issue, and those who watch it hear of it.
    await stage.play("apply", "push");
    expect(world.issues).toHaveLength(1);
    expect(world.comments.map(({ issue }) => issue)).toEqual([world.issues[0]?.number]);

    const byHand = await stage.play("apply", "workflow_dispatch");
    expect(resultsOf(byHand)).toEqual({ plan: "success", apply: "success", report: "success" });
    expect(byHand.jobs["apply"]?.environment).toBe("orgsync-manual");
    expect(byHand.jobs["plan"]?.environment).toBe("");
    expect(await isConverged(stage)).toBe(true);
    expect(world.issues.map(({ state }) => state)).toEqual(["closed"]);

    // With nothing to do, no reviewer is asked.
    const idle = await stage.play("apply", "workflow_dispatch");
    expect(resultsOf(idle)).toEqual({ plan: "success", apply: "skipped", report: "success" });
  });
});

test("a branch that was rewritten approves nothing, and the issue says so", async () => {
  await onStage(async (stage) => {
    await stage.commit(edited(stage, SHORTER));
    applied(stage, "0123456789012345678901234567890123456789");
    const played = await stage.play("apply", "push");
    expect(played.conclusion).toBe("failure");
    expect(stage.world.issues[0]?.body).toContain("ORG0803: main was rewritten since the last apply");
    expect(await isConverged(stage)).toBe(false);
  });
});

test("what somebody changed in AWS after the merge is not overwritten unseen", async () => {
  await onStage(async (stage) => {
    const { world } = stage;
    await stage.propose(12, edited(stage, SHORTER));
    await stage.merge(12);
    // Somebody takes jay out of the developers, which org.yaml does not say.
    await stage.elsewhere(edited(stage, FEWER));
    const played = await stage.play("apply", "push");
    expect(played.conclusion).toBe("failure");
    expect(world.comments.map(({ issue }) => issue)).toEqual([12]);
    expect(world.comments[0]?.body).toContain("ended without a result");
    expect(world.issues).toHaveLength(1);
    expect((await stage.play("apply", "workflow_dispatch")).conclusion).toBe("success");
    expect(await isConverged(stage)).toBe(true);
    expect(world.issues[0]?.state).toBe("closed");
  });
});

test("the daily run ends access that is over, and nothing else", async () => {
  await onStage(async (stage) => {
    const { world } = stage;
    const until =
      "  - users: [lee@acme.com]\n    permissionSets: [ReadOnlyAccess]\n    accounts: [acme-dev]\n    until: UNTIL\n";
    // The simulated AWS is at the beginning of 2026.
    await stage.elsewhere({ "org.yaml": stage.orgYaml + until.replace("UNTIL", "2026-01-20") });
    await stage.commit({ "org.yaml": edited(stage, SHORTER)["org.yaml"] + until.replace("UNTIL", "2025-12-30") });
    const played = await stage.play("apply", "schedule");
    expect(played.log).toContain("✓ applied 1/1");
    expect(resultsOf(played)).toEqual({ plan: "skipped", apply: "success", report: "success" });
    const left = await stage.orgsync("plan");
    expect(left).toContain("Plan: 0 to create, 1 to update, 0 to delete.");
    // It has not made AWS what org.yaml says: the next push still knows what is not applied.
    world.issues.push({
      number: 1,
      user: { login: "github-actions[bot]", type: "Bot" },
      title: "orgsync apply failed",
      body: '<!-- orgsync {"v":1,"about":"apply","key":"org.yaml","digest":"run 1","run":1} -->\n',
      state: "open",
    });
    await stage.play("apply", "schedule");
    expect(world.issues[0]?.state).toBe("open");
    expect((await stage.play("apply", "push")).log).toContain("ORG0611");
  });
});

test("apply refuses everything but a push, a schedule and a run by hand on the default branch of no fork", async () => {
  await onStage(async (stage) => {
    // Whatever the repository's own workflow says.
    const path = ".github/workflows/orgsync-apply.yml";
    const everywhere = (await stage.read(path)).replace("on:\n", "on:\n  pull_request:\n");
    await stage.commit({ [path]: everywhere, ...edited(stage, SHORTER) });
    await stage.branch("edit-12");
    const ofMain = { payload: { repository: { default_branch: "main", fork: false } } };
    for (const [event, more, message] of [
      ["pull_request", ofMain, /and never on pull_request$/],
      ["push", { ...ofMain, ref: "refs/heads/edit-12" }, /apply runs on main, and not on refs\/heads\/edit-12$/],
      ["workflow_dispatch", { ...ofMain, ref: "refs/heads/edit-12" }, /apply runs on main, and not on/],
      ["push", { payload: { repository: { default_branch: "main", fork: true } } }, /not in a fork of it$/],
    ] as const) {
      const played = await stage.play("apply", event, more);
      const steps = played.jobs["apply"]?.steps ?? [];
      const refusing = steps.findIndex(({ name }) => name === "Refuse what must not apply");
      expect(steps[refusing]?.result).toBe("failure");
      expect(runnerCommands(steps[refusing]?.log ?? "")).toEqual([
        { name: "error", properties: { title: "orgsync" }, data: expect.stringMatching(message) },
      ]);
      // Nothing of the action comes after it; what is left is the action itself, and keeping what it left.
      expect(steps.slice(refusing + 1).map(({ name, result }) => [name, result])).toEqual([
        ["Sign in to AWS", "skipped"],
        ["Find what was approved", "skipped"],
        ["Apply", "skipped"],
        ["Apply", "failure"],
        ["Keep the result", "skipped"],
      ]);
    }
    expect(await isConverged(stage)).toBe(false);
  });
});
