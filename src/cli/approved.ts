import { join, resolve } from "node:path";
import { readPlan } from "../engine/planFile.ts";
import type { Plan } from "../model/plan.ts";
import { OrgsyncError } from "../model/errors.ts";
import { reasonOf } from "../model/systemError.ts";
import type { Io } from "./io.ts";

/** The plan files that `--plan` names, by their paths: one, or those of a folder, which may be none. */
export async function readApproved(io: Io, path: string): Promise<ReadonlyMap<string, string>> {
  try {
    const names = await namesIn(io, path);
    const paths = names?.filter((name) => name.endsWith(".json")).toSorted() ?? [path];
    const read = async (file: string) => [file, await io.files.read(resolve(io.cwd, file))] as const;
    return new Map(await Promise.all(paths.map((file) => read(names === undefined ? file : join(path, file)))));
  } catch (error) {
    throw new OrgsyncError("ORG0702", `cannot read the plan ${path}: ${reasonOf(error)}`, {
      hint: "name a file that orgsync plan --out wrote, or a folder of such files",
      cause: error,
    });
  }
}

/** Undefined for what is no folder. */
async function namesIn(io: Io, path: string): Promise<readonly string[] | undefined> {
  try {
    return await io.files.list(resolve(io.cwd, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** What they have, checked; `now` is milliseconds since the epoch. */
export const plansIn = (texts: ReadonlyMap<string, string>, now: number): Promise<Plan[]> =>
  Promise.all([...texts].map(([file, text]) => readPlan(text, { file, now })));
