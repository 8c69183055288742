import { AwsError } from "../aws/errors.ts";
import { badRegion, badVariable, credentialsTrouble, isAboutCredentials, type Setup } from "../doctor/setup.ts";
import type { Complaint } from "../model/doctor.ts";
import { type ErrorCode, OrgsyncError } from "../model/errors.ts";
import type { Io } from "./io.ts";
import { ownPath, settingsName } from "./settingsFile.ts";

/** Throws an `OrgsyncError` (ORG0701) for a variable that no AWS client can make sense of, before one tries. */
export function requireVariables({ env }: Io): void {
  const bad = badVariable({ env, name: (text) => text });
  if (bad !== undefined) throw errorOf("ORG0701", bad);
}

/**
 * What is told instead of an error of the AWS SDK that comes of how it is set up: what is wrong on this machine, if its variables and
 * files tell.
 */
export async function explained(io: Io, error: unknown): Promise<unknown> {
  if (!(error instanceof AwsError)) return error;
  const trouble = isAboutCredentials(error)
    ? credentialsTrouble(await setupOf(io), { said: error.message, answered: error.requestId !== undefined })
    : error.kind === "unreachable"
      ? badRegion(await setupOf(io))
      : undefined;
  return trouble === undefined ? error : errorOf(error.kind === "unreachable" ? "ORG0506" : "ORG0503", trouble, error);
}

async function setupOf(io: Io): Promise<Setup> {
  const read = async (name: string) => ({ name, text: await textOf(io, name) });
  return {
    env: io.env,
    config: await read(settingsName(io, false)),
    credentials: await read(io.env["AWS_SHARED_CREDENTIALS_FILE"] || "~/.aws/credentials"),
    name: (text) => text,
  };
}

/** A file that cannot be read is none to the SDK, too. */
async function textOf(io: Io, name: string): Promise<string | undefined> {
  try {
    return await io.files.read(ownPath(io, name));
  } catch {
    return undefined;
  }
}

function errorOf(code: ErrorCode, { what, fix, copy }: Complaint, cause?: unknown): OrgsyncError {
  return new OrgsyncError(code, what, { hint: copy === undefined ? fix : `${fix}:\n  ${copy}`, cause });
}
