import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { callers } from "../../src/github/callers.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A step of a job or of a composite action. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

export interface Job {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly "runs-on"?: string;
  readonly "timeout-minutes"?: number;
  readonly environment?: string;
  readonly concurrency?: Concurrency;
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly with?: Step["with"];
}

interface Concurrency {
  readonly group: string;
  readonly queue?: string;
  readonly "cancel-in-progress"?: boolean;
}

export interface Input {
  readonly description?: string;
  readonly default?: string;
}

export interface Workflow {
  readonly name?: string;
  readonly on: Readonly<Record<string, { readonly inputs?: Readonly<Record<string, Input>> } | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Action {
  readonly name?: string;
  readonly description?: string;
  readonly inputs?: Readonly<Record<string, Input>>;
  readonly outputs?: Readonly<Record<string, { readonly description?: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Text {
  readonly path: string;
  readonly text: string;
}

const read = (path: string): Text => ({ path, text: readFileSync(`${root}${path}`, "utf8") });

/** What a repository has that was set up with `init --github`. */
export const CALLERS: readonly Text[] = [
  ...callers({ ref: "0123456789abcdef0123456789abcdef01234567", version: "1.2.3", file: "org.yaml" }),
].map(([path, text]) => ({ path, text }));

/** Every workflow: our own, those that others call, and those that call them. */
export const WORKFLOWS: readonly Text[] = [
  ...readdirSync(`${root}.github/workflows`).map((name) => read(`.github/workflows/${name}`)),
  ...CALLERS,
];

export const ACTIONS: readonly Text[] = readdirSync(`${root}.github/actions`).map((name) =>
  read(`.github/actions/${name}/action.yml`),
);

export const workflowOf = ({ text }: Text): Workflow => parse(text) as Workflow;
export const actionOf = ({ text }: Text): Action => parse(text) as Action;

/** The steps of a file, whatever it is. */
export function stepsOf(file: Text): readonly Step[] {
  const { jobs, runs } = parse(file.text) as Partial<Workflow & Action>;
  return [...Object.values(jobs ?? {}).flatMap(({ steps }) => steps ?? []), ...(runs?.steps ?? [])];
}
