/** What the workflows of a repository call, and which org.yaml is theirs. */
export interface CallerOptions {
  /** Of orgsync's repository: a full commit, or a tag. */
  readonly ref: string;
  readonly version: string;
  readonly file: string;
}

/**
 * The workflows of a repository that keeps an org.yaml, by their paths. Each only calls one of orgsync's own, which
 * have all that there is to do; here stand the events, and the most that each may do.
 */
export function callers(options: CallerOptions): ReadonlyMap<string, string> {
  const called = (workflow: string): string =>
    `orgsync/orgsync/.github/workflows/${workflow}.yml@${options.ref}${options.ref.startsWith("v") ? "" : ` # v${options.version}`}`;
  // JSON is YAML, and the file may be called anything.
  const file = JSON.stringify(options.file);
  return new Map([
    [
      ".github/workflows/orgsync-plan.yml",
      `# Shows in each pull request what it would change in AWS.
name: orgsync plan

on:
  pull_request:

permissions: {}

concurrency:
  group: orgsync-plan-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  plan:
    name: orgsync
    permissions:
      contents: read # checks the pull request out
      id-token: write # signs in to AWS, to read it
      pull-requests: write # writes the comment
    uses: ${called("plan")}
    with:
      role: \${{ vars.ORGSYNC_PLAN_ROLE }}
      region: \${{ vars.ORGSYNC_REGION }}
      file: ${file}
`,
    ],
    [
      ".github/workflows/orgsync-apply.yml",
      `# Makes AWS what was reviewed, when it is merged. Started by hand, it plans, waits for the reviewers of the environment
# orgsync-manual, and applies exactly that. Once a day it ends the access whose \`until\` has passed.
name: orgsync apply

on:
  push:
    branches: [main]
  workflow_dispatch:
  schedule:
    - cron: "10 0 * * *"

permissions: {}

jobs:
  apply:
    name: orgsync
    permissions:
      actions: read # finds the last apply, and the plans that were approved
      contents: read # checks the branch out, and lists its commits
      id-token: write # signs in to AWS
      issues: write # opens an issue when apply fails, and closes it when it does not
      pull-requests: write # makes the comment say what became of the plan
    uses: ${called("apply")}
    with:
      role: \${{ vars.ORGSYNC_APPLY_ROLE }}
      plan-role: \${{ vars.ORGSYNC_PLAN_ROLE }}
      region: \${{ vars.ORGSYNC_REGION }}
      file: ${file}
`,
    ],
    [
      ".github/workflows/orgsync-drift.yml",
      `# Keeps an issue open while AWS is not what org.yaml says.
name: orgsync drift

on:
  schedule:
    - cron: "40 5 * * *"
  workflow_dispatch:

permissions: {}

concurrency:
  group: orgsync-drift
  cancel-in-progress: false

jobs:
  drift:
    name: orgsync
    permissions:
      contents: read # checks the branch out
      id-token: write # signs in to AWS, to read it
      issues: write # keeps the issue
    uses: ${called("drift")}
    with:
      role: \${{ vars.ORGSYNC_PLAN_ROLE }}
      region: \${{ vars.ORGSYNC_REGION }}
      file: ${file}
`,
    ],
  ]);
}
