import { expect, test } from "vitest";
import { raise, settle, type Trouble } from "../../src/github/issue.ts";
import { withMarker } from "../../src/github/marker.ts";
import { BOT } from "./fake.ts";
import { onGitHub, TOKEN } from "./world.ts";

const drift = (more: Partial<Trouble> = {}): Trouble => ({
  about: "drift",
  key: "org.yaml",
  digest: "d1",
  title: "AWS is not what org.yaml says",
  markdown: "jay was added by hand",
  news: "This has changed.",
  ...more,
});

test("is opened once, rewritten while it lasts, and closed when it is over", async () => {
  await onGitHub(async ({ at, world }) => {
    expect((await raise(at(1), drift())).what).toBe("opened");
    const again = await raise(at(2), drift({ markdown: "measured again" }));
    expect(again).toEqual({ what: "updated", url: "https://github.test/acme/organization/issues/1001" });
    expect(world.issues).toHaveLength(1);
    expect(world.issues[0]?.body).toContain("measured again");
    // Who watches it has heard of it already.
    expect(world.comments).toEqual([]);
    await raise(at(3), drift({ digest: "d2", title: "More of it" }));
    expect(world.comments.map(({ body }) => body)).toEqual(["This has changed."]);
    expect(world.issues[0]).toMatchObject({ title: "More of it", state: "open" });
    expect(await settle(at(4), drift(), "They are the same again.")).toContain("/issues/1001");
    expect(world.issues[0]?.state).toBe("closed");
    expect(world.comments.at(-1)?.body).toBe("They are the same again.");
    // What comes later is another trouble.
    expect((await raise(at(5), drift())).what).toBe("opened");
    expect(world.issues).toHaveLength(2);
  });
});

test("nothing that is over is nothing to say", async () => {
  await onGitHub(async ({ at, world }) => {
    expect(await settle(at(), drift(), "over")).toBeUndefined();
    expect(world.comments).toEqual([]);
  });
});

test("drift, apply, other files, pull requests and other people's issues are not mixed up", async () => {
  await onGitHub(async ({ at, world }) => {
    const marked = withMarker({ v: 1, about: "drift", key: "org.yaml", digest: "d", run: 1 }, "forged");
    const eve = { login: "eve", type: "User" };
    world.issues.push(
      { number: 1, user: eve, title: "forged", body: marked, state: "open" },
      { number: 2, user: BOT, title: "a pull request", body: marked, state: "open", pull_request: {} },
    );
    await raise(at(), drift({ about: "apply" }));
    await raise(at(), drift({ key: "eu/org.yaml" }));
    expect((await raise(at(), drift())).what).toBe("opened");
    expect(await settle(at(), drift(), "over")).toBe("https://github.test/acme/organization/issues/1003");
    expect(world.issues.map(({ state }) => state)).toEqual(["open", "open", "open", "open", "closed"]);
  });
});

test("a token of somebody else is told so", async () => {
  await onGitHub(async ({ at, world }) => {
    world.tokens[TOKEN] = { login: "jay", type: "User", permissions: { issues: "write" } };
    await expect(raise(at(), drift())).rejects.toThrow("GITHUB_TOKEN writes as jay");
  });
});
