import { OrgsyncError } from "../model/errors.ts";
import type { GitHub } from "./api.ts";
import { ACTIONS, type Marker, markerIn, withMarker } from "./marker.ts";

/** A pull request as GitHub describes it, as far as it matters here. */
export interface PullRequest {
  readonly number: number;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
  readonly head: { readonly sha: string; readonly repo: { readonly id: number } | null };
  readonly base: { readonly ref: string; readonly repo: { readonly id: number } };
}

export interface Comment {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly user?: { readonly login: string; readonly type: string } | null;
}

/** What became of a comment. */
export type Kept =
  | { readonly what: "created" | "edited"; readonly url: string }
  /** A later run has said something newer, or will. */
  | { readonly what: "overtaken" }
  /** There is nothing to say, and nothing was said before. */
  | { readonly what: "needless" };

export interface CommentText {
  /** The org.yaml that it is about. */
  readonly key: string;
  /** Of the plan. */
  readonly digest: string;
  /** The commit that was planned; undefined for what became of a plan, which is the last word. */
  readonly head?: string | undefined;
  readonly markdown: string;
  /** Whether somebody should read it; if not, only what was said before is corrected. */
  readonly isNews: boolean;
}

const NEEDS = "pull-requests: write";

/**
 * Writes the one comment that a pull request has about an org.yaml: creates it, and edits it ever after. A run that
 * was overtaken leaves it alone.
 */
export async function keepComment(github: GitHub, number: number, text: CommentText): Promise<Kept> {
  const { key, digest, head } = text;
  const { run } = github;
  const marker: Marker = { v: 1, about: "plan", key, ...(head === undefined ? {} : { head }), digest, run: run.id };
  const body = withMarker(marker, text.markdown);
  if (head !== undefined) {
    const pull = await github.get<PullRequest>(`/pulls/${number}`, NEEDS);
    if (pull.head.sha !== head || pull.merged_at !== null) return { what: "overtaken" };
  }
  for await (const comment of github.list<Comment>(`/issues/${number}/comments`, NEEDS)) {
    const found = markerIn(comment, marker);
    if (found === undefined) continue;
    if (head !== undefined && found.run > run.id) return { what: "overtaken" };
    const { html_url } = await github.send<Comment>("PATCH", `/issues/comments/${comment.id}`, NEEDS, { body });
    return { what: "edited", url: html_url };
  }
  if (!text.isNews) return { what: "needless" };
  const made = await github.send<Comment>("POST", `/issues/${number}/comments`, NEEDS, { body });
  requireOurs(made);
  return { what: "created", url: made.html_url };
}

/** Whoever wrote it, the next run must find it. */
export function requireOurs({ user }: Pick<Comment, "user">): void {
  if (user?.login === ACTIONS) return;
  throw new OrgsyncError("ORG0802", `GITHUB_TOKEN writes as ${user?.login ?? "nobody"}, not as ${ACTIONS}`, {
    hint: "use the token that GitHub Actions gives each job, ${{ github.token }}: what others wrote is never edited",
  });
}
