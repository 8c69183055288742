import { OrgsyncError } from "../model/errors.ts";
import type { Complaint, Verdict } from "../model/doctor.ts";
import type { Context } from "./context.ts";

/** One thing that `orgsync doctor` looks at. */
export interface Check {
  /** As it is named on the command line. */
  readonly name: string;
  /** What is checked, as a statement that is to be true. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** Changes nothing. What it throws that can be foreseen makes it one that could not be made. */
  run(context: Context): Promise<Verdict>;
}

export const ok = (says: string, notes: readonly string[] = []): Verdict => ({
  outcome: "ok",
  says,
  ...(notes.length === 0 ? {} : { notes }),
});

export const skipped = (says: string): Verdict => ({ outcome: "skipped", says });

export const failed = (...complaints: [Complaint, ...Complaint[]]): Verdict => ({ outcome: "failed", complaints });

export const unchecked = (...complaints: [Complaint, ...Complaint[]]): Verdict => ({
  outcome: "unchecked",
  complaints,
});

/** What was found: failed when something is wrong, else as the verdict says; what could not be looked at is told too. */
export function verdictOf(complaints: readonly Complaint[], otherwise: Verdict): Verdict {
  const [first, ...rest] = complaints;
  if (first === undefined) return otherwise;
  const open = otherwise.outcome === "unchecked" ? otherwise.complaints.map(({ what }) => what) : [];
  const notes = [...open, ...(otherwise.notes ?? [])];
  return { ...failed(first, ...rest), ...(notes.length === 0 ? {} : { notes }) };
}

/** So many names, and how many there are besides. */
export function listed(names: readonly string[], most = 5): string {
  return names.length <= most ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

/** What was looked up; undefined where that failed in a way that another check tells of. */
export async function unlessForeseen<T>(lookup: Promise<T>): Promise<T | undefined> {
  try {
    return await lookup;
  } catch (error) {
    if (error instanceof OrgsyncError) return undefined;
    throw error;
  }
}
