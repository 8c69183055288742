import { expect, test } from "vitest";
import { resultsOf } from "./played.ts";
import { onServedStage } from "./stage.ts";

test("only the jobs that read or change AWS sign in to it, and none that writes on GitHub", async () => {
  await onServedStage(async (stage) => {
    const id = /"id": ?"(o-[a-z0-9]+)"/.exec(await stage.aws())?.[1] ?? "";
    const orgYaml = stage.orgYaml.replace("organization: {}", `organization: { id: ${id} }`);
    await stage.commit({ "org.yaml": orgYaml });
    const planned = await stage.propose(12, { "org.yaml": orgYaml.replace("Duration: 12h", "Duration: 4h") });
    expect(planned.jobs["plan"]?.outputs).toMatchObject({ verdict: "changes", changes: "1" });
    expect(resultsOf(planned)).toEqual({ validate: "success", plan: "success", comment: "success" });
    await stage.merge(12);
    const applied = await stage.play("apply", "push");
    expect(applied.log).toContain("✓ applied 1/1");
    expect(resultsOf(applied)).toEqual({ plan: "skipped", apply: "success", report: "success" });
    const drift = await stage.play("drift", "schedule");
    expect(drift.jobs["drift"]?.outputs).toEqual({ differs: "false" });
    const jobs = [planned, applied, drift].flatMap((played) => Object.entries(played.jobs));
    expect(jobs.filter(([, { signedIn }]) => signedIn).map(([name]) => name)).toEqual(["plan", "apply", "drift"]);
  });
});
