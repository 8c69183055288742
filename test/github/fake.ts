import type { IncomingMessage, ServerResponse } from "node:http";
import { answering } from "../endpoints/server.ts";

/** What a token may do, and whose it is: GitHub Actions gives each job one of its own. */
export interface Token {
  readonly login: string;
  readonly type: "Bot" | "User";
  readonly permissions: Readonly<Record<string, "read" | "write">>;
}

interface User {
  readonly login: string;
  readonly type: string;
}

export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly user: User;
  body: string;
}

export interface FakeIssue {
  readonly number: number;
  readonly user: User;
  title: string;
  body: string;
  state: "open" | "closed";
  readonly pull_request?: object;
}

export interface FakePull {
  readonly number: number;
  merged_at: string | null;
  merge_commit_sha: string | null;
  head: { sha: string; repo: { id: number } | null };
  base: { ref: string; repo: { id: number } };
}

export interface FakeRun {
  readonly id: number;
  event: string;
  conclusion: string | null;
  path: string;
  head_branch: string;
  head_sha: string;
  repository: { id: number };
  head_repository: { id: number } | null;
}

export interface FakeArtifact {
  readonly id: number;
  name: string;
  size_in_bytes: number;
  expired: boolean;
  created_at: string;
  workflow_run: { id: number; repository_id: number; head_repository_id: number; head_sha: string };
  readonly zip: Uint8Array;
}

/** What GitHub has of a repository. Tests write it as they need it. */
export interface FakeWorld {
  readonly repository: { readonly id: number; readonly full_name: string; default_branch: string };
  readonly tokens: Record<string, Token>;
  readonly pulls: FakePull[];
  /** The commits of the default branch, the first one first. */
  readonly commits: string[];
  /** Which pull requests a commit belongs to, by their numbers. */
  readonly pullsOf: Record<string, number[]>;
  readonly runs: FakeRun[];
  readonly artifacts: FakeArtifact[];
  readonly comments: FakeComment[];
  readonly issues: FakeIssue[];
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
}

/** An answer in place of the real one; its body is sent as it is. */
export interface Fault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The request is carried out all the same, as when only the answer is lost. */
  readonly done?: true;
}

export interface FakeGitHub {
  readonly url: string;
  readonly world: FakeWorld;
  readonly requests: FakeRequest[];
  /** What the next requests of this method and path are answered with, one after the other. */
  fail(method: string, path: string, ...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

/** One request, as a route sees it. */
interface Asked {
  /** The parts of the path that differ. */
  readonly at: readonly string[];
  readonly sent: { readonly body?: string; readonly title?: string; readonly state?: "open" | "closed" };
  readonly user: User;
  query(name: string): string | null;
}

interface Result {
  readonly status: number;
  readonly body?: unknown;
  /** What of the body comes in pages. */
  readonly list?: { readonly items: readonly unknown[]; readonly as: (items: readonly unknown[]) => unknown };
  readonly location?: string;
}

/** GitHub has 30 things on a page, and gives at most 100; few make every list long. */
const PAGE = 2;

export const REPOSITORY = { id: 77, full_name: "acme/organization", default_branch: "main" };
export const BOT: User = { login: "github-actions[bot]", type: "Bot" };

export const emptyWorld = (): FakeWorld => ({
  repository: { ...REPOSITORY },
  tokens: {},
  pulls: [],
  commits: [],
  pullsOf: {},
  runs: [],
  artifacts: [],
  comments: [],
  issues: [],
});

/** GitHub's REST API on loopback, as far as orgsync asks it, after its reference pages. */
export async function fakeGitHub(world: FakeWorld): Promise<FakeGitHub> {
  const requests: FakeRequest[] = [];
  const faults = new Map<string, Fault[]>();
  let lastId = 1_000;

  // Files lie on a host of their own, which is not GitHub's.
  const store = await answering((request, _body, response) => {
    requests.push({ method: "GET", path: `store:${request.url}`, token: request.headers.authorization });
    const artifact = world.artifacts.find(({ id }) => request.url === `/signed/${id}`);
    response.writeHead(artifact === undefined ? 404 : 200).end(artifact?.zip);
  });

  const server = await answering((request, body, response) => {
    const url = new URL(request.url ?? "/", "http://api.test");
    const method = request.method ?? "GET";
    const path = url.pathname.replace(`/repos/${world.repository.full_name}`, "");
    const key = tokenIn(request);
    requests.push({ method, path: path + url.search, token: key });
    response.setHeader("x-github-request-id", `REQ:${requests.length}`);
    const fault = faults.get(`${method} ${path}`)?.shift();
    if (fault !== undefined && fault.done !== true) {
      response.writeHead(fault.status, fault.headers).end(fault.body ?? "{}");
      return;
    }
    const token = key === undefined ? undefined : world.tokens[key];
    const sent = (body.length === 0 ? {} : JSON.parse(body.toString())) as Asked["sent"];
    const result = answer(method, path, url, sent, token);
    if (fault === undefined) write(response, url, result);
    else response.writeHead(fault.status, fault.headers).end(fault.body ?? "{}");
  });

  /** A path, what the token must be allowed (one of them), and what comes of it. */
  type Route = readonly [pattern: string, needs: readonly string[], answer: (asked: Asked) => Result];

  const ok = (body: unknown): Result => ({ status: 200, body });
  const listed = (items: readonly unknown[], as: (page: readonly unknown[]) => unknown = (page) => page): Result => ({
    status: 200,
    list: { items, as },
  });
  const one = <T>(thing: T | undefined, shown: (thing: T) => unknown = (same) => same): Result =>
    thing === undefined ? { status: 404, body: { message: "Not Found" } } : ok(shown(thing));

  const page = `https://github.test/${world.repository.full_name}`;
  const comment = (it: FakeComment) => ({ ...it, html_url: `${page}/pull/${it.issue}#issuecomment-${it.id}` });
  const issue = (it: FakeIssue) => ({ ...it, id: it.number, html_url: `${page}/issues/${it.number}` });
  const numbered = <T extends { readonly number: number }>(things: readonly T[], number: string | undefined) =>
    things.find((thing) => String(thing.number) === number);
  const identified = <T extends { readonly id: number }>(things: readonly T[], id: string | undefined) =>
    things.find((thing) => String(thing.id) === id);

  const routes: readonly Route[] = [
    ["GET ", [], () => ok(world.repository)],
    ["GET /pulls/(\\d+)", ["pull-requests: read"], ({ at: [number] }) => one(numbered(world.pulls, number))],
    [
      "GET /commits/([0-9a-f]+)/pulls",
      ["pull-requests: read"],
      ({ at: [sha = ""] }) => listed(world.pulls.filter(({ number }) => world.pullsOf[sha]?.includes(number))),
    ],
    [
      "GET /compare/([0-9a-f]+)\\.\\.\\.([0-9a-f]+)",
      ["contents: read"],
      ({ at: [base = "", head = ""] }) => {
        const [from, to] = [world.commits.indexOf(base), world.commits.indexOf(head)];
        if (to < 0) return one(undefined);
        const commits = world.commits.slice(from + 1, to + 1).map((sha) => ({ sha }));
        const status = from < 0 ? "diverged" : from < to ? "ahead" : from === to ? "identical" : "behind";
        return listed(commits, (part) => ({ status, total_commits: commits.length, commits: part }));
      },
    ],
    [
      "GET /actions/workflows/([^/]+)/runs",
      ["actions: read"],
      ({ at: [file = ""], query }) => {
        const runs = world.runs.filter(
          (run) =>
            run.path.replace(/@.*/, "").endsWith(`/${file}`) &&
            run.head_branch === (query("branch") ?? run.head_branch) &&
            run.conclusion === (query("status") ?? run.conclusion),
        );
        return listed(
          runs.toSorted((a, b) => b.id - a.id),
          (part) => ({ total_count: runs.length, workflow_runs: part }),
        );
      },
    ],
    ["GET /actions/runs/(\\d+)", ["actions: read"], ({ at: [id] }) => one(identified(world.runs, id))],
    [
      "GET /actions/artifacts",
      ["actions: read"],
      ({ query }) => {
        const artifacts = world.artifacts.filter(({ name }) => name === (query("name") ?? name));
        return listed(
          artifacts.map(({ zip: _, ...rest }) => rest),
          (part) => ({ total_count: artifacts.length, artifacts: part }),
        );
      },
    ],
    [
      "GET /actions/artifacts/(\\d+)/zip",
      ["actions: read"],
      ({ at: [id] }) => ({ status: 302, location: `${store.url}/signed/${id}` }),
    ],
    [
      "GET /issues/(\\d+)/comments",
      ["issues: read", "pull-requests: read"],
      ({ at: [number] }) => listed(world.comments.filter((it) => String(it.issue) === number).map(comment)),
    ],
    [
      "POST /issues/(\\d+)/comments",
      ["issues: write", "pull-requests: write"],
      ({ at: [number], sent, user }) => {
        if ((sent.body ?? "").length > 65_536) return { status: 422, body: { message: "body is too long" } };
        const made = { id: (lastId += 1), issue: Number(number), user, body: sent.body ?? "" };
        world.comments.push(made);
        return { status: 201, body: comment(made) };
      },
    ],
    [
      "PATCH /issues/comments/(\\d+)",
      ["issues: write", "pull-requests: write"],
      ({ at: [id], sent }) =>
        one(identified(world.comments, id), (it) => comment(Object.assign(it, { body: sent.body ?? it.body }))),
    ],
    [
      "GET /issues",
      ["issues: read"],
      ({ query }) =>
        listed(
          world.issues
            .filter(({ state }) => state === (query("state") ?? "open"))
            .toReversed()
            .map(issue),
        ),
    ],
    [
      "POST /issues",
      ["issues: write"],
      ({ sent, user }) => {
        const made: FakeIssue = {
          number: (lastId += 1),
          user,
          title: sent.title ?? "",
          body: sent.body ?? "",
          state: "open",
        };
        world.issues.push(made);
        return { status: 201, body: issue(made) };
      },
    ],
    [
      "PATCH /issues/(\\d+)",
      ["issues: write"],
      ({ at: [number], sent }) => one(numbered(world.issues, number), (it) => issue(Object.assign(it, sent))),
    ],
  ];

  function answer(method: string, path: string, url: URL, sent: Asked["sent"], token: Token | undefined): Result {
    if (token === undefined) return { status: 401, body: { message: "Bad credentials" } };
    const { permissions, ...user } = token;
    for (const [pattern, needs, make] of routes) {
      const match = new RegExp(`^${pattern}$`).exec(`${method} ${path}`);
      if (match === null) continue;
      const may = needs.length === 0 || needs.some((need) => isAllowed(permissions, need));
      if (!may) return { status: 403, body: { message: "Resource not accessible by integration" } };
      return make({
        at: match.slice(1).map(decodeURIComponent),
        query: (name) => url.searchParams.get(name),
        sent,
        user,
      });
    }
    return one(undefined);
  }

  function write(response: ServerResponse, url: URL, { status, body, list, location }: Result): void {
    if (location !== undefined) response.setHeader("location", location);
    if (list === undefined) {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body ?? {}));
      return;
    }
    const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), PAGE);
    const page = Number(url.searchParams.get("page") ?? 1);
    const items = list.items.slice((page - 1) * size, page * size);
    if (page * size < list.items.length) {
      const next = new URL(url.pathname + url.search, server.url);
      next.searchParams.set("page", String(page + 1));
      response.setHeader("link", `<${next.href}>; rel="next", <${next.href}>; rel="last"`);
    }
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(list.as(items)));
  }

  return {
    url: server.url,
    world,
    requests,
    fail: (method, path, ...more) => faults.set(`${method} ${path}`, [...more]),
    async close() {
      await server.close();
      await store.close();
    },
  };
}

/** `pull-requests: read`, which whoever may write may, too. */
function isAllowed(permissions: Token["permissions"], need: string): boolean {
  const [scope = "", access] = need.split(": ");
  return permissions[scope] === "write" || permissions[scope] === access;
}

const tokenIn = (request: IncomingMessage): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
