import { describe, expect, test } from "vitest";
import { github } from "../../src/github/api.ts";
import { runOf } from "../../src/github/context.ts";
import { textInZip } from "../../src/github/archive.ts";
import { markerIn, withMarker } from "../../src/github/marker.ts";
import { OrgsyncError } from "../../src/model/errors.ts";
import { BOT } from "./fake.ts";
import { environmentOf, onGitHub, TOKEN, zipOf } from "./world.ts";

const failure = async (work: Promise<unknown>): Promise<OrgsyncError> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OrgsyncError)) throw new Error(`not an error of ours: ${String(error)}`);
  return error;
};

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

describe("GitHub's API", () => {
  test("a list is read to its end, page by page", async () => {
    await onGitHub(async ({ at, world, fake }) => {
      for (let id = 1; id <= 5; id += 1) world.comments.push({ id, issue: 12, user: BOT, body: `comment ${id}` });
      const comments = await collect(at().list<{ id: number }>("/issues/12/comments", "issues: write"));
      expect(comments.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
      expect(fake.requests).toHaveLength(3);
    });
  });

  test.each([
    [502, {}, [1_000, 2_000]],
    [429, { "retry-after": "7" }, [7_000, 7_000]],
    [403, { "retry-after": "30" }, [30_000, 30_000]],
    [
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Date.parse("2026-11-25T09:00:40Z") / 1_000) },
      [40_000, 40_000],
    ],
  ])("a read is sent again after %s %j", async (status, headers, expected) => {
    await onGitHub(async ({ at, fake, waits }) => {
      fake.fail("GET", "", { status, headers }, { status, headers });
      expect(await at().get("", "contents: read")).toMatchObject({ id: 77 });
      expect(waits).toEqual(expected);
    });
  });

  test("a secondary limit is waited out also where GitHub does not say how long", async () => {
    await onGitHub(async ({ at, fake, waits }) => {
      fake.fail("POST", "/issues", { status: 403, body: '{"message":"You have exceeded a secondary rate limit."}' });
      await at().send("POST", "/issues", "issues: write", { title: "a", body: "b" });
      expect(waits).toEqual([60_000]);
    });
  });

  test("what may have been made is not made twice", async () => {
    await onGitHub(async ({ at, fake, world, waits }) => {
      fake.fail("POST", "/issues", { status: 502, done: true });
      const error = await failure(at().send("POST", "/issues", "issues: write", { title: "a", body: "b" }));
      expect(error.message).toContain("502");
      expect(world.issues).toHaveLength(1);
      expect(waits).toEqual([]);
    });
  });

  test("patience ends, and says what it was about", async () => {
    await onGitHub(async ({ at, fake, waits }) => {
      fake.fail("GET", "", ...Array.from({ length: 9 }, () => ({ status: 503, body: "<html>Unicorn!</html>" })));
      const error = await failure(at().get("", "contents: read"));
      expect(error.code).toBe("ORG0801");
      expect(error.message).toMatch(/^GitHub refused GET : 503 <html>Unicorn!<\/html> \(request REQ:5\)$/);
      expect(error.hint).toBe("run the job again a little later");
      expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    });
  });

  test("a limit of an hour is for another run", async () => {
    await onGitHub(async ({ at, fake, waits }) => {
      fake.fail("GET", "", { status: 429, headers: { "retry-after": "3600" } });
      expect((await failure(at().get("", "contents: read"))).message).toContain("429");
      expect(waits).toEqual([]);
    });
  });

  test("a permission that the job lacks is named", async () => {
    await onGitHub(async ({ at, world }) => {
      world.tokens[TOKEN] = { login: BOT.login, type: "Bot", permissions: {} };
      const error = await failure(at().send("POST", "/issues", "issues: write", { title: "a" }));
      expect(error.message).toBe(
        "GitHub refused POST /issues: 403 Resource not accessible by integration (request REQ:1)",
      );
      expect(error.hint).toBe("the job needs permissions: issues: write");
    });
  });

  test("the token stands in no message, even if GitHub says it", async () => {
    await onGitHub(async ({ at, fake }) => {
      fake.fail("GET", "", { status: 401, body: JSON.stringify({ message: `bad token ${TOKEN}` }) });
      const error = await failure(at().get("", "contents: read"));
      expect(error.message).toContain("bad token ***");
      expect(JSON.stringify([error.message, error.hint, error.details])).not.toContain(TOKEN);
    });
  });

  test("a server that does not answer is told of", async () => {
    await onGitHub(async ({ at, fake, waits }) => {
      const gone = at();
      await fake.close();
      const error = await failure(gone.get("", "contents: read"));
      expect(error.message).toMatch(/^GitHub did not answer GET : .*ECONNREFUSED/);
      expect(waits).toHaveLength(4);
    });
  });

  test("the token goes to no other host, with a list or with a file", async () => {
    await onGitHub(async ({ at, fake, world }) => {
      world.artifacts.push({
        id: 9,
        name: "x",
        size_in_bytes: 3,
        expired: false,
        created_at: "",
        workflow_run: { id: 1, repository_id: 77, head_repository_id: 77, head_sha: "" },
        zip: Buffer.from("zip"),
      });
      expect(Buffer.from(await at().download("/actions/artifacts/9/zip", "actions: read", 10)).toString()).toBe("zip");
      expect(fake.requests.map(({ path, token }) => [path, token])).toEqual([
        ["/actions/artifacts/9/zip", TOKEN],
        ["store:/signed/9", undefined],
      ]);
      expect((await failure(at().download("/actions/artifacts/9/zip", "actions: read", 2))).message).toContain(
        "larger",
      );
      fake.fail("GET", "/issues", {
        status: 200,
        headers: { link: '<http://elsewhere.test/issues?page=2>; rel="next"' },
        body: "[]",
      });
      expect((await failure(collect(at().list("/issues", "issues: write")))).message).toContain("elsewhere");
    });
  });
});

describe("the environment of a run", () => {
  const env = environmentOf("https://api.github.test");

  test("says which workflow was started, and where people read about the run", () => {
    const run = runOf(env, '{"before":"0000000000000000000000000000000000000000"}');
    expect(run).toMatchObject({
      workflow: ".github/workflows/orgsync-apply.yml",
      url: "https://github.test/acme/organization/actions/runs/500",
      event: { name: "push" },
    });
    expect(run.event.before).toBeUndefined();
  });

  test.each([
    ["GITHUB_TOKEN", ""],
    ["GITHUB_REPOSITORY", "acme"],
    ["GITHUB_REPOSITORY", "acme/organization?x=1"],
    ["GITHUB_API_URL", "file:///etc/passwd"],
    ["GITHUB_RUN_ID", "x"],
  ])("%s is not %j", (name, value) => {
    expect(() => runOf({ ...env, [name]: value }, "{}")).toThrow(expect.objectContaining({ code: "ORG0802" }));
  });

  test("an event that cannot be read says nothing", () => {
    expect(runOf(env, "").event).toEqual({ name: "push" });
    expect(runOf(env, '{"pull_request":{"number":"1","head":7}}').event).toEqual({ name: "push" });
  });
});

describe("a marker", () => {
  const marker = { v: 1, about: "plan", key: "a --> <b>.yaml", digest: "d", run: 1 } as const;

  test("comes back from the text, whatever the file is called", () => {
    const body = withMarker(marker, "text");
    expect(body.indexOf("-->")).toBe(body.indexOf("\n") - 3);
    expect(markerIn({ body, user: BOT }, marker)).toEqual(marker);
  });

  test.each([
    [{ login: "eve", type: "User" }],
    [{ login: "github-actions", type: "User" }],
    [{ login: "github-actions[bot]", type: "User" }],
    [{ login: "other[bot]", type: "Bot" }],
    [null],
  ])("of %j is none of ours", (user) => {
    expect(markerIn({ body: withMarker(marker, "text"), user }, marker)).toBeUndefined();
  });

  test("must be whole, first, and about the same", () => {
    const at = (body: string) => markerIn({ body, user: BOT }, marker);
    expect(at(` ${withMarker(marker, "")}`)).toBeUndefined();
    expect(at("<!-- orgsync {")).toBeUndefined();
    expect(at("<!-- orgsync null -->")).toBeUndefined();
    expect(at(withMarker({ ...marker, key: "other.yaml" }, ""))).toBeUndefined();
    expect(at(withMarker({ ...marker, about: "drift" }, ""))).toBeUndefined();
  });
});

describe("an archive", () => {
  test("gives the one file that is asked for, if it is not too large", () => {
    const zip = zipOf({ "plan.json": "12345", other: "x" });
    expect(textInZip(zip, "plan.json", 5)).toBe("12345");
    expect(textInZip(zip, "plan.json", 4)).toBeUndefined();
    expect(textInZip(zip, "missing", 5)).toBeUndefined();
  });

  test("that is none, or not whole, gives nothing", () => {
    const zip = zipOf({ "plan.json": "1".repeat(1_000) });
    expect(textInZip(Buffer.from("not a zip"), "plan.json", 5)).toBeUndefined();
    expect(textInZip(zip.slice(0, 40), "plan.json", 5_000)).toBeUndefined();
  });

  test("that lies about a size gets no more room than it says", () => {
    const zip = zipOf({ "plan.json": "1".repeat(1_000_000) });
    const lying = new DataView(zip.buffer);
    // The size before packing, in the central directory, which is what counts.
    for (let at = 0; at < zip.length - 4; at += 1)
      if (lying.getUint32(at, true) === 0x02014b50) lying.setUint32(at + 24, 10, true);
    expect((textInZip(zip, "plan.json", 100) ?? "").length).toBeLessThanOrEqual(10);
  });
});

test("every request has a limit in time", async () => {
  let signal: AbortSignal | null | undefined;
  const web = {
    clock: { now: () => 0, sleep: async () => undefined },
    fetch: async (_url: string, init: RequestInit) => {
      signal = init.signal;
      return new Response("{}");
    },
  };
  await github(runOf(environmentOf("https://api.github.test"), "{}"), web).get("", "contents: read");
  expect(signal).toBeInstanceOf(AbortSignal);
});
