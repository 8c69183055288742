import { describe, expect, test } from "vitest";
import { runnerCommands } from "../support/runner.ts";
import { expectSafe, resultsOf } from "./played.ts";
import { onStage, type Stage } from "./stage.ts";

const shorter = ({ orgYaml }: Stage): string => orgYaml.replace("sessionDuration: 12h", "sessionDuration: 4h");
const lockedOut = ({ orgYaml }: Stage): string => orgYaml.replace("members: [dax@acme.com]\n", "members: []\n");
const artifacts = ({ world }: Stage): string[] => world.artifacts.map(({ name }) => name);

describe("a pull request of somebody who may push", () => {
  test("is planned; its one comment is created, and then edited", async () => {
    await onStage(async (stage) => {
      const { world } = stage;
      world.comments.push({ id: 1, issue: 12, user: { login: "kim", type: "User" }, body: "Why?" });
      const first = await stage.propose(12, { "org.yaml": shorter(stage) });
      expect(first.log).toContain("Plan: 0 to create, 1 to update, 0 to delete.");
      expect(resultsOf(first)).toEqual({ validate: "success", plan: "success", comment: "success" });
      expect(first.jobs["plan"]?.outputs).toEqual({
        verdict: "changes",
        changes: "1",
        "access-widens": "false",
        "is-planned": "true",
      });
      expect(first.jobs["plan"]?.summary).toContain("## ");
      expectSafe(first);
      const [one] = world.pulls;
      expect(artifacts(stage)).toEqual([`orgsync-plan-${one?.head.sha}`]);
      expect(world.comments).toHaveLength(2);
      const [, comment] = world.comments;
      expect(comment?.body).toContain(`"head":"${one?.head.sha}"`);
      expect(first.jobs["comment"]?.outputs["comment-url"]).toMatch(new RegExp(`#issuecomment-${comment?.id}$`));

      const was = comment?.body;
      const second = await stage.propose(12, {
        "org.yaml": shorter(stage).replace("members: [lee@acme.com]", "members: [lee@acme.com, kim@acme.com]"),
      });
      expect(second.jobs["plan"]?.outputs).toMatchObject({ changes: "2", "access-widens": "true" });
      expect(world.comments).toHaveLength(2);
      expect(comment?.body).not.toBe(was);
      expect(comment?.body).toContain(`"head":"${world.pulls[0]?.head.sha}"`);
      expectSafe(second);
    });
  });

  test("that a rail refuses is red, and shows what it would be all the same", async () => {
    await onStage(async (stage) => {
      const played = await stage.propose(12, { "org.yaml": lockedOut(stage) });
      expect(played.conclusion).toBe("failure");
      expect(resultsOf(played)).toEqual({ validate: "success", plan: "failure", comment: "success" });
      expect(played.jobs["plan"]?.outputs).toMatchObject({ verdict: "refused", "is-planned": "true" });
      expect(stage.world.comments).toHaveLength(1);
      expect(artifacts(stage)).toHaveLength(1);
    });
  });

  test("that is not valid is shown where, and not planned", async () => {
    await onStage(async (stage) => {
      const played = await stage.propose(12, {
        "org.yaml": stage.orgYaml.replace("permissionSets: [ReadOnlyAccess]", "permissionSets: [ReadOnly]"),
      });
      expect(resultsOf(played)).toEqual({ validate: "failure", plan: "skipped", comment: "skipped" });
      expect(runnerCommands(played.log)).toContainEqual(
        expect.objectContaining({ name: "error", properties: expect.objectContaining({ file: "org.yaml" }) }),
      );
      expect(stage.world.comments).toEqual([]);
    });
  });

  test("that changes nothing in AWS is told nothing", async () => {
    await onStage(async (stage) => {
      const played = await stage.propose(12, { "README.md": "Who may do what where." });
      expect(resultsOf(played)).toEqual({ validate: "success", plan: "success", comment: "success" });
      expect(played.jobs["plan"]?.outputs).toMatchObject({ verdict: "none", changes: "0" });
      expect(stage.world.comments).toEqual([]);
    });
  });
});

describe.each(["fork", "dependabot"] as const)("a pull request of a %s", (from) => {
  test("is checked, and that is all: no credentials, no comment, red when it is not valid", async () => {
    await onStage(async (stage) => {
      const played = await stage.propose(12, { "org.yaml": shorter(stage) }, from);
      expect(resultsOf(played)).toEqual({ validate: "success", plan: "skipped", comment: "skipped" });
      expect(played.jobs["validate"]?.permissions).toEqual({ contents: "read" });
      expect(runnerCommands(played.log)).toEqual([
        expect.objectContaining({ name: "notice", data: expect.stringContaining("checked, but not planned") }),
      ]);
      expect(stage.world.comments).toEqual([]);
      expect(stage.world.artifacts).toEqual([]);
      const invalid = await stage.propose(12, { "org.yaml": "version: 1\n" }, from);
      expect(resultsOf(invalid)).toEqual({ validate: "failure", plan: "skipped", comment: "skipped" });
    });
  });
});
