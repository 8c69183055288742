import { OrgsyncError } from "../model/errors.ts";
import type { GitHub } from "./api.ts";
import { textInZip } from "./archive.ts";
import type { PullRequest } from "./comment.ts";

/** What was reviewed and merged, and is not known to be applied. */
export interface Approved {
  /** The commit that AWS was last made equal to; undefined where nobody knows one. */
  readonly base: string | undefined;
  /** The pull requests merged since, in the order of their numbers. */
  readonly pullRequests: readonly Reviewed[];
}

interface Reviewed {
  readonly number: number;
  /** The text of the plan that its reviewers saw, or why there is none that counts. */
  readonly plan: { readonly text: string } | { readonly why: string };
}

export interface ApprovedOptions {
  /** The commit that is to be applied. */
  readonly head: string;
  /** The workflow whose plans count, by its path: `.github/workflows/orgsync-plan.yml`. */
  readonly planWorkflow: string;
  /** What the artifacts of plans are called, before the commit; and the file in them. */
  readonly artifact: string;
  readonly file: string;
}

/** More commits than these since the last apply are not looked through: it takes a request for each. */
const MOST_COMMITS = 250;
/** In bytes: a plan of thousands of changes has a few million. */
const LARGEST_ARTIFACT = 20_000_000;
const LARGEST_PLAN = 64_000_000;

const MANUALLY = "start the apply workflow by hand: it plans what is there now, and applies that once it is approved";

interface WorkflowRun {
  readonly id: number;
  readonly event: string;
  readonly conclusion: string | null;
  readonly path: string;
  readonly head_branch: string | null;
  readonly head_sha: string;
  readonly repository: { readonly id: number };
  readonly head_repository: { readonly id: number } | null;
}

interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly expired: boolean;
  readonly created_at: string | null;
  readonly workflow_run: {
    readonly id: number;
    readonly repository_id: number;
    readonly head_repository_id: number;
    readonly head_sha: string;
  } | null;
}

/**
 * The plans of the pull requests that were merged since AWS was last made what org.yaml says. Each counts only as the
 * plan workflow made it, for the very commit that was merged, of a branch of this repository.
 */
export async function approvedPlans(github: GitHub, options: ApprovedOptions): Promise<Approved> {
  const { default_branch: branch } = await github.get<{ default_branch: string }>("", "contents: read");
  const base = (await lastApplied(github, branch)) ?? github.run.event.before;
  if (base === undefined) return { base, pullRequests: [] };
  const merged = await mergedSince(github, base, branch, options.head);
  const pullRequests: Reviewed[] = [];
  for (const pull of merged) pullRequests.push({ number: pull.number, plan: await planOf(github, pull, options) });
  return { base, pullRequests };
}

/** The commit of the last run that made AWS what org.yaml says; one that only ended access in time did not. */
async function lastApplied(github: GitHub, branch: string): Promise<string | undefined> {
  const { run } = github;
  const file = run.workflow.slice(run.workflow.lastIndexOf("/") + 1);
  const path = `/actions/workflows/${encodeURIComponent(file)}/runs?branch=${encodeURIComponent(branch)}&status=success`;
  for await (const one of github.list<WorkflowRun>(path, "actions: read", "workflow_runs")) {
    const isApply = one.event === "push" || one.event === "workflow_dispatch";
    if (isApply && one.conclusion === "success" && one.head_branch === branch) return one.head_sha;
  }
  return undefined;
}

async function mergedSince(github: GitHub, base: string, branch: string, head: string): Promise<PullRequest[]> {
  const commits: string[] = [];
  // The answer says how the two are to each other on each of its pages, beside the commits.
  const { status, total_commits: total } = await github.get<{ status: string; total_commits: number }>(
    `/compare/${base}...${head}?per_page=1`,
    "contents: read",
  );
  if (status !== "ahead" && status !== "identical")
    throw new OrgsyncError(
      "ORG0803",
      `${branch} was rewritten since the last apply: ${short(head)} does not follow ${short(base)}`,
      { hint: MANUALLY },
    );
  if (total > MOST_COMMITS)
    throw new OrgsyncError(
      "ORG0803",
      `${total} commits were made since the last apply (${short(base)}), and only ${MOST_COMMITS} are looked through`,
      { hint: MANUALLY },
    );
  for await (const { sha } of github.list<{ sha: string }>(`/compare/${base}...${head}`, "contents: read", "commits"))
    commits.push(sha);
  const found = new Map<number, PullRequest>();
  for (const commit of commits) {
    for await (const pull of github.list<PullRequest>(`/commits/${commit}/pulls`, "pull-requests: read")) {
      const isMerged = pull.merged_at !== null && commits.includes(pull.merge_commit_sha ?? "");
      const isHere = pull.base.ref === branch && pull.base.repo.id === github.run.repositoryId;
      if (isMerged && isHere) found.set(pull.number, pull);
    }
  }
  return [...found.values()].toSorted((a, b) => a.number - b.number);
}

async function planOf(github: GitHub, pull: PullRequest, options: ApprovedOptions): Promise<Reviewed["plan"]> {
  const { repositoryId } = github.run;
  if (pull.head.repo?.id !== repositoryId) return { why: "it comes from a fork, and forks are not planned" };
  const name = `${options.artifact}${pull.head.sha}`;
  const artifacts: Artifact[] = [];
  const path = `/actions/artifacts?name=${encodeURIComponent(name)}`;
  for await (const artifact of github.list<Artifact>(path, "actions: read", "artifacts")) {
    const { workflow_run: of } = artifact;
    const isIts = artifact.name === name && of?.head_sha === pull.head.sha;
    if (isIts && of.repository_id === repositoryId && of.head_repository_id === repositoryId) artifacts.push(artifact);
  }
  // Artifacts of other workflows may have any name.
  const newest = artifacts.toSorted((a, b) => (b.created_at ?? "").localeCompare(a.created_at ?? "") || b.id - a.id);
  for (const { id, expired, size_in_bytes, workflow_run } of newest) {
    const run = await github.get<WorkflowRun>(`/actions/runs/${workflow_run?.id}`, "actions: read");
    if (run.path.replace(/@.*$/, "") !== options.planWorkflow || run.event !== "pull_request") continue;
    if (run.repository.id !== repositoryId || run.head_repository?.id !== repositoryId) continue;
    // The newest is what its reviewers saw: an older one does not stand in for it.
    if (run.conclusion !== "success")
      return { why: `the run that planned it ended as ${run.conclusion ?? "nothing yet"}` };
    if (expired) return { why: "its plan was kept for some days only, and is gone" };
    if (size_in_bytes > LARGEST_ARTIFACT) return { why: "its plan is too large to be one" };
    const zip = await github.download(`/actions/artifacts/${id}/zip`, "actions: read", LARGEST_ARTIFACT);
    const text = textInZip(zip, options.file, LARGEST_PLAN);
    return text === undefined ? { why: `what its run kept has no ${options.file} that can be read` } : { text };
  }
  return { why: `there is no plan of its last commit, ${short(pull.head.sha)}` };
}

const short = (commit: string): string => commit.slice(0, 7);
