import { type Check, failed, ok, unchecked } from "../check.ts";

/** What package.json asks for. */
const OLDEST_NODE = [20, 19] as const;
/** The first with sso-session sections. */
const OLDEST_CLI = [2, 9] as const;

export const node: Check = {
  name: "node",
  title: "Node is new enough",
  why: "orgsync is tested with Node 20.19, 22, 24 and 26, and older ones lack what it uses",
  run: async ({ node: version }) =>
    isAtLeast(version, OLDEST_NODE)
      ? ok(`Node ${version}`)
      : failed({
          what: `this is Node ${version}`,
          fix: `install Node ${OLDEST_NODE.join(".")} or a newer one`,
          copy: "https://nodejs.org/en/download",
        }),
};

const INSTALL = "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";

export const awsCli: Check = {
  name: "aws-cli",
  title: "the AWS CLI is there, and new enough",
  why: "people log in with aws sso login, which version 1 does not have, and older ones of 2 do not read sso-session",
  async run({ command }) {
    const { code, stdout, stderr } = await command("aws", ["--version"], LIMIT);
    const version = /aws-cli\/(\d+(?:\.\d+)*)/.exec(stdout + stderr)?.[1];
    const install = { fix: "install version 2 of the AWS CLI", copy: INSTALL };
    if (code === "missing") return failed({ what: "there is no program aws", ...install });
    if (code === "late" || version === undefined)
      return unchecked({
        what:
          code === "late"
            ? `aws --version has not ended after ${LIMIT / 1000} seconds`
            : "aws does not say its version",
        fix: "see what it prints",
        copy: "aws --version",
      });
    return isAtLeast(version, OLDEST_CLI)
      ? ok(`AWS CLI ${version}`)
      : failed({ what: `this is AWS CLI ${version}`, ...install });
  },
};

/** In milliseconds: a first start takes a while. */
const LIMIT = 8_000;

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [left = 0, right = 0] = version.split(".").map(Number);
  return left > major || (left === major && right >= minor);
}
