import { join, resolve } from "node:path";
import { callers } from "../../github/callers.ts";
import { OrgsyncError } from "../../model/errors.ts";
import { type Command, options } from "../command.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { REF, VERSION } from "../version.ts";

interface InitFlags {
  readonly file: string;
}

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    parser
      .requiredOption("--github", "write the GitHub workflows that plan, apply and measure drift; never over others")
      .addHelpText("before", "Example:\n  orgsync init --github\n")
      .action((flags: InitFlags) => run((io) => initGithub(io, flags)));
  },
};

async function initGithub(io: Io, { file }: InitFlags): Promise<ExitCode> {
  if (!(await io.files.exists(resolve(io.cwd, ".git"))))
    throw new OrgsyncError("ORG0702", "this folder is not the top of a git repository", {
      hint: "GitHub reads workflows only there: change to that folder, and name org.yaml with --file",
    });
  const texts = callers({ ref: REF, version: VERSION, file });
  const paths = [...texts.keys()];
  const there: string[] = [];
  for (const path of paths) if (await io.files.exists(resolve(io.cwd, path))) there.push(path);
  if (there.length > 0)
    throw new OrgsyncError("ORG0702", `${there.join(", ")} ${there.length === 1 ? "is" : "are"} there already`, {
      hint: "nothing was written; move them away to have them written anew",
    });
  await io.files.writeAll(new Map([...texts].map(([path, text]) => [join(io.cwd, path), text])));
  io.stdout.write(`Wrote
${paths.map((path) => `  ${path}\n`).join("")}
Next, once:
  npm install --save-dev --save-exact orgsync
  gh variable set ORGSYNC_PLAN_ROLE   # the ARN of the role that reads AWS
  gh variable set ORGSYNC_APPLY_ROLE  # the ARN of the role that changes it
  gh variable set ORGSYNC_REGION      # that of Identity Center
In the repository's settings, make the environments orgsync and orgsync-manual: both for the branch main only, and
orgsync-manual with the people who approve a run that was started by hand.
`);
  return EXIT.ok;
}
