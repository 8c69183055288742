import { OrgsyncError } from "../model/errors.ts";
import { isObject } from "../model/json.ts";

/** What GitHub Actions tells a step about its run, read once and checked. */
export interface Run {
  readonly apiUrl: string;
  readonly token: string;
  /** `acme/organization`. */
  readonly repository: string;
  readonly repositoryId: number;
  /** Of this run; a later run has a higher one. */
  readonly id: number;
  /** Where people read about it. */
  readonly url: string;
  /** Of the workflow that was started, also where a reusable one is at work: `.github/workflows/orgsync-apply.yml`. */
  readonly workflow: string;
  readonly event: RunEvent;
}

/** What the run was started by, as far as it matters here. */
export interface RunEvent {
  readonly name: string;
  readonly pullRequest?: { readonly number: number; readonly head: string };
  /** A push: what the branch was before. */
  readonly before?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment of a step says; `event` is the text of the file that GITHUB_EVENT_PATH names. */
export function runOf(env: Environment, event: string): Run {
  const repository = matching(env, "GITHUB_REPOSITORY", /^[\w.-]+\/[\w.-]+$/);
  const id = matching(env, "GITHUB_RUN_ID", /^\d+$/);
  return {
    apiUrl: matching(env, "GITHUB_API_URL", /^https?:\/\/\S+$/).replace(/\/+$/, ""),
    token: token(env),
    repository,
    repositoryId: Number(matching(env, "GITHUB_REPOSITORY_ID", /^\d+$/)),
    id: Number(id),
    url: `${matching(env, "GITHUB_SERVER_URL", /^https?:\/\/\S+$/)}/${repository}/actions/runs/${id}`,
    workflow: matching(env, "GITHUB_WORKFLOW_REF", /^[^/]+\/[^/]+\/[^@]+@/).replace(/^[^/]+\/[^/]+\/|@.*$/g, ""),
    event: eventOf(matching(env, "GITHUB_EVENT_NAME", /^\w+$/), event),
  };
}

function token(env: Environment): string {
  const value = env["GITHUB_TOKEN"] ?? "";
  if (value !== "") return value;
  throw new OrgsyncError("ORG0802", "there is no GITHUB_TOKEN in the environment", {
    hint: "give the step env: GITHUB_TOKEN: ${{ github.token }}",
  });
}

function matching(env: Environment, name: string, pattern: RegExp): string {
  const value = env[name] ?? "";
  if (pattern.test(value)) return value;
  throw new OrgsyncError("ORG0802", value === "" ? `there is no ${name} in the environment` : `${name} is ${value}`, {
    hint: "this command works in GitHub Actions, which says in the environment what a run is about",
  });
}

function eventOf(name: string, text: string): RunEvent {
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    payload = undefined;
  }
  const pull = member(payload, "pull_request");
  const number = member(pull, "number");
  const head = member(member(pull, "head"), "sha");
  const before = member(payload, "before");
  return {
    name,
    ...(typeof number === "number" && typeof head === "string" ? { pullRequest: { number, head } } : {}),
    // A branch that is new was at zero.
    ...(typeof before === "string" && /^[0-9a-f]{40,64}$/.test(before) && !/^0+$/.test(before) ? { before } : {}),
  };
}

const member = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
