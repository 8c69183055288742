import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { iamPolicy } from "../src/aws/iamPolicy.ts";
import { withBlock } from "./block.ts";

const root = join(import.meta.dirname, "..");

/** Where the policies stand in the template. */
const INDENT = " ".repeat(12);

/** The roles for GitHub Actions, with the policies of `orgsync iam` as they are now. */
export async function githubRoles(path: string): Promise<string> {
  let text = await readFile(join(root, path), "utf8");
  for (const command of ["plan", "apply"] as const) {
    text = withBlock(path, text, [`${INDENT}# orgsync iam ${command}\n`, `${INDENT}# end\n`], policyBlock(command));
  }
  return text;
}

function policyBlock(command: "plan" | "apply"): string {
  // CloudFormation reads YAML 1.1, in which 2012-10-17 would be a date.
  const yaml = stringify(iamPolicy(command), { version: "1.1", lineWidth: 0 });
  return yaml.replaceAll(/^(?=.)/gm, INDENT);
}
