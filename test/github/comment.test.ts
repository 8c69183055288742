import { expect, test } from "vitest";
import { type CommentText, keepComment } from "../../src/github/comment.ts";
import { withMarker } from "../../src/github/marker.ts";
import { BOT, type FakePull, REPOSITORY } from "./fake.ts";
import { onGitHub, sha, TOKEN } from "./world.ts";

const pull = (more: Partial<FakePull> = {}): FakePull => ({
  number: 12,
  merged_at: null,
  merge_commit_sha: null,
  head: { sha: sha("one"), repo: { id: REPOSITORY.id } },
  base: { ref: "main", repo: { id: REPOSITORY.id } },
  ...more,
});

const planned = (more: Partial<CommentText> = {}): CommentText => ({
  key: "org.yaml",
  digest: "d1",
  head: sha("one"),
  markdown: "## a plan",
  isNews: true,
  ...more,
});

test("is created once, and edited ever after, however many others there are", async () => {
  await onGitHub(async ({ at, world }) => {
    world.pulls.push(pull());
    for (let id = 1; id <= 5; id += 1)
      world.comments.push({ id, issue: 12, user: { login: "jay", type: "User" }, body: "hm" });
    expect(await keepComment(at(1), 12, planned())).toMatchObject({
      what: "created",
      url: expect.stringContaining("/pull/12#"),
    });
    world.pulls[0] = pull({ head: { sha: sha("two"), repo: { id: REPOSITORY.id } } });
    const second = planned({ head: sha("two"), digest: "d2", markdown: "## another" });
    expect((await keepComment(at(2), 12, second)).what).toBe("edited");
    expect(world.comments).toHaveLength(6);
    expect(world.comments.at(-1)?.body).toBe(
      `<!-- orgsync {"v":1,"about":"plan","key":"org.yaml","head":"${sha("two")}","digest":"d2","run":2} -->\n## another`,
    );
  });
});

test("a run that was overtaken says nothing", async () => {
  await onGitHub(async ({ at, world }) => {
    world.pulls.push(pull({ head: { sha: sha("two"), repo: { id: REPOSITORY.id } } }));
    await keepComment(at(2), 12, planned({ head: sha("two"), markdown: "new" }));
    const written = world.comments[0]?.body;
    // One that planned the commit before.
    expect((await keepComment(at(3), 12, planned({ markdown: "old" }))).what).toBe("overtaken");
    // One that planned the same commit, but earlier.
    expect((await keepComment(at(1), 12, planned({ head: sha("two"), markdown: "old" }))).what).toBe("overtaken");
    expect(world.comments.map(({ body }) => body)).toEqual([written]);
    // The same run once more may correct itself.
    expect((await keepComment(at(2), 12, planned({ head: sha("two") }))).what).toBe("edited");
  });
});

test("what became of the plan is the last word", async () => {
  await onGitHub(async ({ at, world }) => {
    world.pulls.push(pull());
    await keepComment(at(2), 12, planned());
    world.pulls[0] = pull({ merged_at: "2026-11-25T10:00:00Z" });
    const applied = planned({ head: undefined, markdown: "applied" });
    expect((await keepComment(at(1), 12, applied)).what).toBe("edited");
    expect((await keepComment(at(9), 12, planned({ markdown: "a late plan" }))).what).toBe("overtaken");
    expect(world.comments.map(({ body }) => body.split("\n").at(-1))).toEqual(["applied"]);
  });
});

test("what somebody else wrote is never edited, whatever stands in it", async () => {
  await onGitHub(async ({ at, world }) => {
    world.pulls.push(pull());
    const forged = withMarker({ v: 1, about: "plan", key: "org.yaml", digest: "d", run: 1 }, "approve me");
    for (const user of [
      { login: "eve", type: "User" },
      { login: "evil[bot]", type: "Bot" },
    ])
      world.comments.push({ id: world.comments.length + 1, issue: 12, user, body: forged });
    expect((await keepComment(at(), 12, planned())).what).toBe("created");
    expect(world.comments.map(({ body, user }) => [user.login, body === forged])).toEqual([
      ["eve", true],
      ["evil[bot]", true],
      [BOT.login, false],
    ]);
  });
});

test("each org.yaml has its own", async () => {
  await onGitHub(async ({ at, world }) => {
    world.pulls.push(pull());
    await keepComment(at(1), 12, planned());
    expect((await keepComment(at(1), 12, planned({ key: "eu/org.yaml" }))).what).toBe("created");
    expect((await keepComment(at(2), 12, planned())).what).toBe("edited");
    expect(world.comments).toHaveLength(2);
  });
});

test("no news is not written, but corrects what was", async () => {
  await onGitHub(async ({ at, world }) => {
    world.pulls.push(pull());
    const nothing = planned({ isNews: false, markdown: "No changes." });
    expect((await keepComment(at(1), 12, nothing)).what).toBe("needless");
    expect(world.comments).toEqual([]);
    await keepComment(at(2), 12, planned());
    expect((await keepComment(at(3), 12, nothing)).what).toBe("edited");
    expect(world.comments[0]?.body).toContain("No changes.");
  });
});

test("a token of somebody else is told so, before comments pile up", async () => {
  await onGitHub(async ({ at, world }) => {
    world.pulls.push(pull());
    world.tokens[TOKEN] = { login: "jay", type: "User", permissions: { "pull-requests": "write" } };
    await expect(keepComment(at(), 12, planned())).rejects.toThrow(
      "GITHUB_TOKEN writes as jay, not as github-actions[bot]",
    );
  });
});
