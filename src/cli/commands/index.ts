import type { Command } from "../command.ts";

/** One command, loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "init",
    summary: "write org.yaml from a few questions, and GitHub workflows",
    load: () => import("./init.ts"),
  },
  { name: "import", summary: "write org.yaml from what AWS has", load: () => import("./import.ts") },
  { name: "validate", summary: "check org.yaml, without AWS", load: () => import("./validate.ts") },
  { name: "plan", summary: "show what apply would change", load: () => import("./plan.ts") },
  { name: "apply", summary: "make AWS what org.yaml says", load: () => import("./apply.ts") },
  { name: "drift", summary: "show where AWS is not what org.yaml says", load: () => import("./drift.ts") },
  { name: "show", summary: "show what plan, apply or drift wrote into a file", load: () => import("./show.ts") },
  { name: "explain", summary: "show who reaches an account, and by which ways", load: () => import("./explain.ts") },
  {
    name: "aws-config",
    summary: "write AWS CLI profiles for what somebody reaches",
    load: () => import("./awsConfig.ts"),
  },
  {
    name: "doctor",
    summary: "look for what would stop you, and say how to fix it",
    load: () => import("./doctor.ts"),
  },
  { name: "iam", summary: "print the IAM policies that plan and apply need", load: () => import("./iam.ts") },
  { name: "github", summary: "take the steps of the GitHub workflows", load: () => import("./github.ts") },
  { name: "schema", summary: "print the JSON Schema of org.yaml", load: () => import("./schema.ts") },
  { name: "sandbox", summary: "serve, reset or change the built-in simulated AWS", load: () => import("./sandbox.ts") },
];
