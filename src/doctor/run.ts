import { AwsError } from "../aws/errors.ts";
import { ERROR_CODES, InvalidConfig, OrgsyncError } from "../model/errors.ts";
import type { CheckReport, Complaint, Verdict } from "../model/doctor.ts";
import { type Check, unchecked } from "./check.ts";
import type { Context } from "./context.ts";
import { withoutIds } from "./names.ts";

/** Makes all checks at once; the reports are in the order of the checks, each as soon as it is there. */
export function runChecks(checks: readonly Check[], context: Context): Promise<CheckReport>[] {
  return checks.map(async (check): Promise<CheckReport> => {
    const { name, title, why } = check;
    const verdict = await verdictOn(check, context);
    return { name, title, why, ...(context.names.areHidden ? hidden(verdict) : verdict) };
  });
}

async function verdictOn(check: Check, context: Context): Promise<Verdict> {
  try {
    return await check.run(context);
  } catch (error) {
    // What cannot be foreseen is a defect, and told as one.
    if (!(error instanceof OrgsyncError)) throw error;
    return unchecked(complaintOf(error, context));
  }
}

/** What was thrown, in a check's words. */
export function complaintOf(error: OrgsyncError, { names, file }: Context): Complaint {
  if (error instanceof InvalidConfig)
    return { what: `${names.name(file)} is not valid`, fix: "see the check org-file" };
  const fix = error.hint ?? "run the same command again";
  if (!names.areHidden) return { what: error.message, fix };
  // Messages have names in them that nobody could find again; these parts of them have none.
  if (error instanceof AwsError) {
    const reason = error.reason === undefined ? "" : ` (${error.reason})`;
    return { what: `${error.operation}: ${error.awsName}${reason}`, fix };
  }
  return { what: `${error.code}: ${ERROR_CODES[error.code]}`, fix: "run it without --redact to see more" };
}

/** A second look at every text: checks hide the names that they use, and this what looks like one. */
function hidden(verdict: Verdict): Verdict {
  const notes = verdict.notes === undefined ? {} : { notes: verdict.notes.map(withoutIds) };
  if ("says" in verdict) return { ...verdict, says: withoutIds(verdict.says), ...notes };
  const [first, ...rest] = verdict.complaints;
  return { ...verdict, complaints: [hiddenIn(first), ...rest.map(hiddenIn)], ...notes };
}

const hiddenIn = ({ what, fix, copy }: Complaint): Complaint => ({
  what: withoutIds(what),
  fix: withoutIds(fix),
  ...(copy === undefined ? {} : { copy: withoutIds(copy) }),
});
