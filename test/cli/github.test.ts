import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyWorld, type FakeGitHub, fakeGitHub, REPOSITORY } from "../github/fake.ts";
import { environmentOf, sha, TOKEN } from "../github/world.ts";
import { type Folder, inExample } from "./folder.ts";

/** A pull request with a plan of the example, and GitHub. */
async function onPullRequest(
  work: (folder: Folder, fake: FakeGitHub, env: Record<string, string>) => Promise<void>,
): Promise<void> {
  const fake = await fakeGitHub(emptyWorld());
  try {
    await inExample("guide", async (folder) => {
      const head = { sha: sha("head"), repo: { id: REPOSITORY.id } };
      fake.world.tokens[TOKEN] = {
        login: "github-actions[bot]",
        type: "Bot",
        permissions: { "pull-requests": "write", issues: "write" },
      };
      fake.world.pulls.push({
        number: 12,
        merged_at: null,
        merge_commit_sha: null,
        head,
        base: { ref: "main", repo: { id: REPOSITORY.id } },
      });
      await folder.write(JSON.stringify({ pull_request: { number: 12, head } }), "event.json");
      expect((await folder.orgsync(["plan", "--sandbox", "--out", "plan.json"])).code).toBe(0);
      await work(folder, fake, {
        ...environmentOf(fake.url),
        GITHUB_EVENT_NAME: "pull_request",
        GITHUB_EVENT_PATH: "event.json",
        GITHUB_SHA: sha("trial"),
      });
    });
  } finally {
    await fake.close();
  }
}

test("comment tells what is planned, with links to the pull request's own commit", async () => {
  await onPullRequest(async ({ orgsync }, { world }, env) => {
    const first = await orgsync(["github", "comment", "plan.json"], { env });
    expect(first).toEqual({
      code: 0,
      stdout: `comment-url=https://github.test/acme/organization/pull/12#issuecomment-1001\n`,
      stderr: "The pull request has a comment now.\n",
    });
    const [comment] = world.comments;
    expect(comment?.body).toContain("## orgsync plan: 7 to create");
    expect(comment?.body).toContain(`https://github.test/acme/organization/blob/${sha("head")}/org.yaml#L`);
    expect(comment?.body).not.toContain(sha("trial"));
    expect(
      comment?.body.endsWith("<sub>[This run](https://github.test/acme/organization/actions/runs/500)</sub>\n"),
    ).toBe(true);
    expect((await orgsync(["github", "comment", "plan.json"], { env })).stderr).toContain("up to date");
    expect(world.comments).toHaveLength(1);
  });
});

test("comment tells what a run printed that has no result", async () => {
  await onPullRequest(async ({ orgsync, write }, { world }, env) => {
    await orgsync(["github", "comment", "plan.json"], { env });
    await write(`${"x".repeat(30_000)}\nerror ORG0503: \`\`\`\`credentials\u202e expired @jay\n`, "apply.log");
    const argv = ["github", "comment", "applied.json", "--log", "apply.log", "--pull-request", "12"];
    expect((await orgsync(argv, { env })).code).toBe(0);
    const body = world.comments[0]?.body ?? "";
    expect(body).toContain("## orgsync ended without a result\n\n`````text\n…xxx");
    expect(body).toContain("error ORG0503: ````credentials\\u202e expired @jay\n`````\n");
    expect(body.length).toBeLessThan(21_000);
    await orgsync(["github", "comment", "applied.json", "--pull-request", "12"], { env });
    expect(world.comments[0]?.body).toContain("It printed nothing.");
  });
});

test("outputs are what later steps can go by", async () => {
  await onPullRequest(async ({ orgsync, read }) => {
    const { digest } = JSON.parse(await read("plan.json")) as { digest: string };
    expect(await orgsync(["github", "outputs", "plan.json"])).toEqual({
      code: 0,
      stdout: `changes=7\nverdict=changes\naccess-widens=true\ndigest=${digest}\n`,
      stderr: "",
    });
  });
});

test("what cannot be told is told", async () => {
  await onPullRequest(async ({ orgsync }, { world }, env) => {
    const { GITHUB_TOKEN: _, ...without } = env as { GITHUB_TOKEN: string };
    const cases: [string[], Record<string, string>, number, string][] = [
      [["github", "comment", "plan.json"], without, 64, "ORG0802: there is no GITHUB_TOKEN in the environment"],
      [["github", "comment", "plan.json"], {}, 64, "ORG0802: there is no GITHUB_REPOSITORY in the environment"],
      [
        ["github", "comment", "plan.json", "--pull-request", "x"],
        env,
        64,
        "ORG0802: this run is not about a pull request",
      ],
      [["github", "comment", "org.yaml"], env, 1, "ORG0702: org.yaml cannot be shown: it is not JSON"],
      [["github", "issue", "weather", "plan.json"], env, 64, "Allowed choices are apply, drift"],
      [["github", "approved", "--out", "approved"], env, 64, "required option '--head <commit>'"],
    ];
    for (const [argv, environment, code, message] of cases) {
      const ran = await orgsync(argv, { env: environment });
      expect(ran.stderr, argv.join(" ")).toContain(message);
      expect(ran.code, argv.join(" ")).toBe(code);
      expect(ran.stdout + ran.stderr).not.toContain(TOKEN);
    }
    expect(world.comments).toEqual([]);
  });
});

test("approved writes the plans, and says what else there is", async () => {
  await onPullRequest(async ({ orgsync, path }, fake, env) => {
    const { world } = fake;
    world.tokens[TOKEN] = {
      login: "github-actions[bot]",
      type: "Bot",
      permissions: { contents: "read", actions: "read", "pull-requests": "read" },
    };
    const [base, commit] = [sha("base"), sha("commit")];
    world.commits.push(base, commit);
    world.pullsOf[commit] = [12];
    const [pull] = world.pulls;
    Object.assign(pull ?? {}, { merged_at: "2026-11-25T08:00:00Z", merge_commit_sha: commit });
    await writeFile(join(path, "event.json"), JSON.stringify({ before: base }));
    const argv = ["github", "approved", "--out", "approved", "--head", commit];
    const none = await orgsync(argv, { env: { ...env, GITHUB_EVENT_NAME: "push" } });
    expect(none).toEqual({
      code: 0,
      stdout: `base=${base}\npull-requests=12\n`,
      stderr: `pull request 12: nothing is approved, there is no plan of its last commit, ${sha("head").slice(0, 7)}\n`,
    });
    await expect(readFile(join(path, "approved/12.json"))).rejects.toThrow("ENOENT");

    world.commits.shift();
    const rewritten = await orgsync(argv, { env: { ...env, GITHUB_EVENT_NAME: "push" } });
    expect(rewritten.code).toBe(5);
    expect(rewritten.stderr).toContain("ORG0803: main was rewritten since the last apply");
    expect(rewritten.stderr).toContain("start the apply workflow by hand");
  });
});
