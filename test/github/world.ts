import { zipSync } from "fflate";
import { type GitHub, github } from "../../src/github/api.ts";
import { runOf } from "../../src/github/context.ts";
import { BOT, emptyWorld, type FakeGitHub, fakeGitHub, type FakeWorld, REPOSITORY, type Token } from "./fake.ts";

export const TOKEN = "ghs_secret0123456789";
export const APPLY_WORKFLOW = ".github/workflows/orgsync-apply.yml";
export const PLAN_WORKFLOW = ".github/workflows/orgsync-plan.yml";

/** What the token of a job that may do everything orgsync asks for may do. */
const ALL: Token["permissions"] = {
  contents: "read",
  actions: "read",
  "pull-requests": "write",
  issues: "write",
};

/** A commit's name, of forty digits. */
export const sha = (seed: string): string => Buffer.from(seed.padEnd(20, ".")).toString("hex").slice(0, 40);

export const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));

export interface Fixture {
  readonly fake: FakeGitHub;
  readonly world: FakeWorld;
  /** How long somebody waited, in milliseconds. */
  readonly waits: number[];
  /** GitHub as a run sees it. */
  at(run?: number, event?: object, token?: string): GitHub;
}

export const environmentOf = (url: string, run = 500, token = TOKEN) => ({
  GITHUB_ACTIONS: "true",
  GITHUB_API_URL: url,
  GITHUB_SERVER_URL: "https://github.test",
  GITHUB_REPOSITORY: REPOSITORY.full_name,
  GITHUB_REPOSITORY_ID: String(REPOSITORY.id),
  GITHUB_RUN_ID: String(run),
  GITHUB_WORKFLOW_REF: `${REPOSITORY.full_name}/${APPLY_WORKFLOW}@refs/heads/main`,
  GITHUB_EVENT_NAME: "push",
  GITHUB_TOKEN: token,
});

/** Works with a GitHub of its own, on which waiting takes no time. */
export async function onGitHub(work: (fixture: Fixture) => Promise<void>): Promise<void> {
  const world = emptyWorld();
  world.tokens[TOKEN] = { login: BOT.login, type: "Bot", permissions: ALL };
  const fake = await fakeGitHub(world);
  const waits: number[] = [];
  const clock = { now: () => Date.parse("2026-11-25T09:00:00Z"), sleep: async (ms: number) => void waits.push(ms) };
  try {
    await work({
      fake,
      world,
      waits,
      at: (run = 500, event = {}, token = TOKEN) =>
        github(runOf(environmentOf(fake.url, run, token), JSON.stringify(event)), {
          clock,
          fetch: (url, init) => fetch(url, init),
        }),
    });
  } finally {
    await fake.close();
  }
}
