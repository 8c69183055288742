import { resolve } from "node:path";
import { AwsError } from "../aws/errors.ts";
import { readOrganizationId } from "../api/connect.ts";
import { noteText } from "../report/errors.ts";
import type { Io } from "./io.ts";
import { openSession, type SessionOptions } from "./session.ts";

/** In milliseconds: nobody waits longer for a look that may find nothing. */
const PATIENCE = 5_000;

/** The variables of which one is set wherever credentials do not come from a file. */
const CREDENTIALS = [
  "AWS_ACCESS_KEY_ID",
  "AWS_PROFILE",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
] as const;

/**
 * The id of the organization that the caller is in already, if one can be seen at once. That nobody can look is no
 * error: before there is an account there is nothing to look with.
 */
export async function organizationThere(io: Io, options: SessionOptions): Promise<string | undefined> {
  const { sandbox } = options;
  // A sandbox that is not there yet would be made by looking.
  const canLook = sandbox === undefined ? await hasCredentials(io) : await io.files.exists(resolve(io.cwd, sandbox));
  if (!canLook) return undefined;
  const [looking, waiting] = [new AbortController(), new AbortController()];
  const session = await openSession(io, options, {
    writes: false,
    impatient: true,
    signal: looking.signal,
  });
  const tooLate = io.clock.sleep(PATIENCE, waiting.signal).then(
    () => undefined,
    () => undefined,
  );
  try {
    return await Promise.race([readOrganizationId(session.connection), tooLate]);
  } catch (error) {
    // Without a request id nobody has answered.
    if (error instanceof AwsError && error.requestId !== undefined)
      io.stderr.write(
        noteText(`AWS does not tell whether there is an organization already: ${error.message}`, io.stderr),
      );
    return undefined;
  } finally {
    waiting.abort();
    looking.abort();
    await session.close();
  }
}

/**
 * Whether there is anything that the SDK could take credentials from, by the port's environment and files alone. The
 * SDK's own chain ends with asking the network of EC2, which is of no use to somebody who is only about to sign up, and
 * which no test may reach: those have an environment of their own, without any of these.
 */
async function hasCredentials({ env, files }: Io): Promise<boolean> {
  if (CREDENTIALS.some((name) => Boolean(env[name]))) return true;
  const home = env["HOME"] || env["USERPROFILE"];
  const paths = [
    env["AWS_CONFIG_FILE"] || (home && resolve(home, ".aws/config")),
    env["AWS_SHARED_CREDENTIALS_FILE"] || (home && resolve(home, ".aws/credentials")),
  ];
  for (const path of paths) if (path && (await files.exists(path))) return true;
  return false;
}
