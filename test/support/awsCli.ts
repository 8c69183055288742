import { existsSync } from "node:fs";
import process from "node:process";

/**
 * The AWS CLI 2 of the distribution, or the one that AWS's own installer puts there. `.ci/run` installs it: where it is
 * missing in CI, what needs it fails, and is skipped elsewhere.
 */
const FOUND = ["/usr/bin/aws", "/usr/local/bin/aws"].find((path) => existsSync(path));
export const AWS_CLI: string | undefined = FOUND ?? (process.env["CI"] === undefined ? undefined : "aws");
