import { join, resolve } from "node:path";
import { requireApproval } from "../api/apply.ts";
import { readPlan } from "../engine/planFile.ts";
import type { Plan } from "../model/plan.ts";
import { OrgsyncError } from "../model/errors.ts";
import { shellWord } from "../report/shell.ts";
import { count } from "../report/text.ts";
import { fileError } from "./fileError.ts";
import type { Io } from "./io.ts";

/** What `--plan` names: a plan file, or a folder of such files, which may have none. */
export interface Approved {
  readonly path: string;
  readonly isFolder: boolean;
  /** The files' texts by their paths. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads the plan files that `--plan` names. Throws an `OrgsyncError` (ORG0702) that names the one that cannot be read. */
export async function readApproved(io: Io, path: string): Promise<Approved> {
  const names = await namesIn(io, path);
  const files = names?.filter((name) => name.endsWith(".json")).toSorted();
  const paths = files?.map((name) => join(path, name)) ?? [path];
  const read = async (file: string) => {
    try {
      return [file, await io.files.read(resolve(io.cwd, file))] as const;
    } catch (error) {
      throw unreadable(file, error);
    }
  };
  return { path, isFolder: names !== undefined, texts: new Map(await Promise.all(paths.map(read))) };
}

/** Undefined for what is no folder. */
async function namesIn(io: Io, path: string): Promise<readonly string[] | undefined> {
  try {
    return await io.files.list(resolve(io.cwd, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): unknown =>
  fileError(
    `cannot read the plan ${path}`,
    error,
    "name a file that orgsync plan --out wrote, or a folder of such files",
  );

/** What they have, checked; `now` is milliseconds since the epoch. */
export const plansIn = ({ texts }: Approved, now: number): Promise<Plan[]> =>
  Promise.all([...texts].map(([file, text]) => readPlan(text, { file, now })));

/**
 * Throws an `OrgsyncError` (ORG0611) unless the approved plans cover the plan. That there is no approved plan at all is
 * told as such: every change would be "not in the approved plan".
 */
export function requireApprovalBy({ path, isFolder }: Approved, approved: readonly Plan[], plan: Plan): void {
  try {
    requireApproval(approved, plan);
  } catch (error) {
    if (!isFolder || approved.length > 0 || !(error instanceof OrgsyncError)) throw error;
    const { length } = plan.changes;
    throw new OrgsyncError(
      "ORG0611",
      `the folder ${path} has no plan file (*.json), and there ${length === 1 ? "is" : "are"} ${count(length, "change")} to approve`,
      {
        hint: `nothing was changed\n  orgsync plan --out ${shellWord(join(path, "plan.json"))} writes a plan file; have it approved, and run the same command again\n  on GitHub no plan counts as approved for this commit: start the apply workflow by hand, which plans and asks its reviewers`,
        cause: error,
      },
    );
  }
}
