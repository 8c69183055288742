import { iamPolicy } from "../../aws/iamPolicy.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exit.ts";

const POLICIES = {
  plan: "the policy of a role that only reads: plan, import and whatever else changes nothing",
  apply: "the policy of a role that applies",
} as const;

export const command: Command = {
  define(parser, run) {
    parser
      .addHelpText("before", "Example:\n  orgsync iam plan > orgsync-plan.json\n")
      .addHelpText("after", "\nexamples/github/iam.yaml makes both roles, for GitHub Actions.");
    for (const name of ["plan", "apply"] as const) {
      parser
        .command(name)
        .description(POLICIES[name])
        .addHelpText("before", `Example:\n  orgsync iam ${name} > orgsync-${name}.json\n`)
        .action(() =>
          run(async (io) => {
            io.stdout.write(`${JSON.stringify(iamPolicy(name), null, 2)}\n`);
            return EXIT.ok;
          }),
        );
    }
  },
};
