import { expect, test } from "vitest";
import { expectSafe, resultsOf } from "./played.ts";
import { onStage } from "./stage.ts";

const FEWER = ["members: [dax@acme.com, jay@acme.com, kim@acme.com]", "members: [dax@acme.com, jay@acme.com]"] as const;

test("keeps one issue while AWS is not what org.yaml says, and closes it when it is again", async () => {
  await onStage(async (stage) => {
    const { world, orgYaml } = stage;
    const clean = await stage.play("drift", "schedule");
    expect(resultsOf(clean)).toEqual({ drift: "success", issue: "success" });
    expect(clean.jobs["drift"]?.outputs).toEqual({ differs: "false" });
    expect(clean.jobs["drift"]?.summary).toContain("## ");
    expect(world.issues).toEqual([]);

    // Somebody takes kim out of the developers.
    await stage.elsewhere({ "org.yaml": orgYaml.replace(...FEWER) });
    const drifted = await stage.play("drift", "schedule");
    expect(resultsOf(drifted)).toEqual({ drift: "success", issue: "success" });
    expect(drifted.jobs["drift"]?.outputs).toEqual({ differs: "true" });
    expectSafe(drifted);
    expect(world.issues).toHaveLength(1);
    const [issue] = world.issues;
    expect(issue?.title).toBe("AWS is not what org.yaml says: 1 difference");
    // Both answers are ready: the entry that keeps it, and the plan that takes it back.
    expect(issue?.body).toContain("```yaml");
    expect(issue?.body).toMatch(/members:.*jay@acme\.com/s);
    expect(issue?.body).toContain("run the apply workflow by hand");
    expect(issue?.body).toMatch(
      /<sub>\[This run\]\(https:\/\/\S+\/runs\/102\), \d{4}-\d\d-\d\d \d\d:\d\d UTC<\/sub>\n$/,
    );

    // The next day it is the same: the issue says when it was last measured, and nobody hears of it.
    await stage.play("drift", "workflow_dispatch");
    expect(world.issues).toHaveLength(1);
    expect(issue?.body).toContain("/runs/103)");
    expect(world.comments).toEqual([]);

    await stage.elsewhere({ "org.yaml": orgYaml });
    await stage.play("drift", "schedule");
    expect(world.issues.map(({ state }) => state)).toEqual(["closed"]);
    expect(world.comments).toHaveLength(1);
  });
});

test("an issue says so when nothing could be measured", async () => {
  await onStage(async (stage) => {
    const { world } = stage;
    await stage.commit({ "org.yaml": "version: 1\n" });
    const played = await stage.play("drift", "schedule");
    expect(resultsOf(played)).toEqual({ drift: "failure", issue: "success" });
    expect(world.issues).toHaveLength(1);
    expect(world.issues[0]?.title).toBe("orgsync could not measure whether AWS is what org.yaml says");
    expect(world.issues[0]?.body).toContain("ORG0108");
  });
});
