import type { GitHub } from "./api.ts";
import { type Comment, requireOurs } from "./comment.ts";
import { type Marker, markerIn, withMarker } from "./marker.ts";

interface Issue extends Comment {
  readonly number: number;
  readonly pull_request?: object;
}

/** What an issue is about: AWS that is not what org.yaml says, or an apply that did not come to its end. */
export interface Trouble {
  readonly about: "drift" | "apply";
  readonly key: string;
  /** The same trouble has the same digest, and is told of only once. */
  readonly digest: string;
  readonly title: string;
  readonly markdown: string;
  /** What is said to those who watch the issue when it is about something else than before. */
  readonly news: string;
}

export type Raised = { readonly what: "opened" | "updated"; readonly url: string };

const NEEDS = "issues: write";

/**
 * Keeps the one open issue about a trouble up to date: opens it, and rewrites it ever after. Who watches it hears of
 * what is new, by a comment, and of nothing else.
 */
export async function raise(github: GitHub, { about, key, digest, title, markdown, news }: Trouble): Promise<Raised> {
  const marker: Marker = { v: 1, about, key, digest, run: github.run.id };
  const body = withMarker(marker, markdown);
  const open = await find(github, marker);
  if (open === undefined) {
    const made = await github.send<Issue>("POST", "/issues", NEEDS, { title, body });
    requireOurs(made);
    return { what: "opened", url: made.html_url };
  }
  const { issue, found } = open;
  await github.send("PATCH", `/issues/${issue.number}`, NEEDS, { title, body });
  if (found.digest !== digest) await say(github, issue, news);
  return { what: "updated", url: issue.html_url };
}

/** Closes the open issue about a trouble that is over, if there is one, and says so in it. Gives its address. */
export async function settle(
  github: GitHub,
  about: Pick<Marker, "about" | "key">,
  words: string,
): Promise<string | undefined> {
  const open = await find(github, about);
  if (open === undefined) return undefined;
  await say(github, open.issue, words);
  await github.send("PATCH", `/issues/${open.issue.number}`, NEEDS, { state: "closed", state_reason: "completed" });
  return open.issue.html_url;
}

async function find(
  github: GitHub,
  about: Pick<Marker, "about" | "key">,
): Promise<{ readonly issue: Issue; readonly found: Marker } | undefined> {
  for await (const issue of github.list<Issue>("/issues?state=open&sort=created&direction=desc", NEEDS)) {
    const found = issue.pull_request === undefined ? markerIn(issue, about) : undefined;
    if (found !== undefined) return { issue, found };
  }
  return undefined;
}

const say = (github: GitHub, issue: Issue, body: string): Promise<unknown> =>
  github.send("POST", `/issues/${issue.number}/comments`, NEEDS, { body });
