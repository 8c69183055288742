import { join, resolve } from "node:path";
import { github, type GitHub } from "../../github/api.ts";
import { approvedPlans } from "../../github/approved.ts";
import { keepComment } from "../../github/comment.ts";
import { runOf } from "../../github/context.ts";
import { raise, settle, type Trouble } from "../../github/issue.ts";
import { logMarkdown } from "../../github/log.ts";
import { outputsOf } from "../../github/outputs.ts";
import { OrgsyncError } from "../../model/errors.ts";
import { visible } from "../../report/escape.ts";
import { count } from "../../report/text.ts";
import { type Command, options } from "../command.ts";
import { type Document, documentText, readDocument } from "../document.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { fileError } from "../fileError.ts";
import type { Io } from "../io.ts";

interface ResultFlags {
  readonly file: string;
  readonly log?: string;
}

interface CommentFlags extends ResultFlags {
  readonly pullRequest?: string;
}

interface ApprovedFlags {
  readonly head: string;
  readonly planWorkflow: string;
  readonly out: string;
}

type About = Trouble["about"];

/** The plan workflow keeps a plan as an artifact of this name and its commit, which has this file. */
const ARTIFACT = "orgsync-plan-";
const PLAN_FILE = "plan.json";

export const command: Command = {
  define(parser, run) {
    parser.addHelpText("before", "Example:\n  orgsync github comment plan.json\n").addHelpText(
      "after",
      `
These are steps of the workflows that orgsync init --github sets up. They read GitHub Actions' environment and GITHUB_TOKEN. What they print on stdout are outputs of a step, to append to $GITHUB_OUTPUT.
`,
    );
    const result = parser
      .command("comment")
      .description("write the pull request's one comment: what is planned, or what became of it")
      .argument("<result>", "what plan or apply wrote with --out")
      .option("--pull-request <number>", "which one, where the run is not about one")
      .addHelpText("before", "Example:\n  orgsync github comment plan.json >> $GITHUB_OUTPUT\n");
    options.file(result);
    withLog(result).action((path: string, flags: CommentFlags) => run((io) => comment(io, path, flags)));

    const issue = parser
      .command("issue")
      .description("keep one issue open while AWS differs, or while an apply has not come to its end")
      .addArgument(parser.createArgument("<about>", "what the issue is about").choices(["apply", "drift"]))
      .argument("<result>", "what apply or drift wrote with --out; a file that is not there is a run that failed")
      .addHelpText("before", "Example:\n  orgsync github issue drift drift.json --log drift.log\n");
    options.file(issue);
    withLog(issue).action((about: About, path: string, flags: ResultFlags) =>
      run((io) => keepIssue(io, about, path, flags)),
    );

    parser
      .command("approved")
      .description("fetch the plans of the pull requests that were merged since the last apply")
      .requiredOption("--out <folder>", "where the plans are written")
      .requiredOption("--head <commit>", "the commit that is to be applied")
      .option("--plan-workflow <path>", "the workflow whose plans count", ".github/workflows/orgsync-plan.yml")
      .addHelpText("before", "Example:\n  orgsync github approved --out approved --head $(git rev-parse HEAD)\n")
      .action((flags: ApprovedFlags) => run((io) => fetchApproved(io, flags)));

    parser
      .command("outputs")
      .description("print what later steps can go by: changes, verdict, access-widens, digest")
      .argument("<plan>", "what plan wrote with --out")
      .addHelpText("before", "Example:\n  orgsync github outputs plan.json >> $GITHUB_OUTPUT\n")
      .action((path: string) =>
        run(async (io) => {
          io.stdout.write(outputsOf(planOf(await readDocument(io, path))));
          return EXIT.ok;
        }),
      );
  },
};

const withLog = (parser: ReturnType<typeof options.file>) =>
  parser.option("--log <path>", "what the run printed, to be shown when there is no result");

const planOf = (document: Document) => ("document" in document ? document.plan : document);

/** GitHub as the environment of this step says it is. */
async function connected(io: Io): Promise<GitHub> {
  const path = io.env["GITHUB_EVENT_PATH"] ?? "";
  const event = path === "" ? "" : await io.files.read(resolve(io.cwd, path)).catch(() => "");
  return github(runOf(io.env, event), io);
}

/** What a run left behind: its result, or else what it printed. */
async function resultOf(io: Io, path: string, { log }: ResultFlags): Promise<Document | { readonly log: string }> {
  const isThere = (file: string) => io.files.exists(resolve(io.cwd, file));
  if (await isThere(path)) return readDocument(io, path);
  if (log === undefined || !(await isThere(log))) return { log: "" };
  try {
    return { log: await io.files.read(resolve(io.cwd, log)) };
  } catch (error) {
    throw fileError(`cannot read ${log}`, error, "--log names what the run printed");
  }
}

async function comment(io: Io, path: string, flags: CommentFlags): Promise<ExitCode> {
  const api = await connected(io);
  const { event, url } = api.run;
  const named = flags.pullRequest;
  const number = named === undefined ? event.pullRequest?.number : /^\d{1,9}$/.test(named) ? Number(named) : undefined;
  if (number === undefined)
    throw new OrgsyncError("ORG0802", "this run is not about a pull request", { hint: "name one: --pull-request 12" });
  const result = await resultOf(io, path, flags);
  const plan = "log" in result ? undefined : planOf(result);
  // Only a plan is one of a commit; what became of it is the last word about the pull request.
  const isPlan = plan !== undefined && plan === result;
  const kept = await keepComment(api, number, {
    key: flags.file,
    digest: plan?.digest ?? "",
    head: isPlan ? event.pullRequest?.head : undefined,
    markdown: `${markdownOf(io, result, event.pullRequest?.head)}\n<sub>[This run](${url})</sub>\n`,
    // Who was told of no plan need not hear what became of it.
    isNews: isPlan && plan.changes.length + plan.refusals.length > 0,
  });
  if ("url" in kept) io.stdout.write(`comment-url=${kept.url}\n`);
  io.stderr.write(`${WORDS[kept.what]}\n`);
  return EXIT.ok;
}

const WORDS = {
  created: "The pull request has a comment now.",
  edited: "The pull request's comment is up to date.",
  overtaken: "Nothing was written: the pull request has gone on, and a later run writes its comment.",
  needless: "Nothing was written: the pull request has no comment, and needs none.",
};

/** Links lead to the commit that somebody knows: that of the pull request, not of GitHub's merge for a trial. */
function markdownOf(io: Io, result: Document | { readonly log: string }, head = io.env["GITHUB_SHA"]): string {
  if ("log" in result) return `## orgsync ended without a result\n\n${logMarkdown(result.log)}`;
  return documentText(result, "markdown", { ...io, env: { ...io.env, GITHUB_SHA: head } });
}

async function keepIssue(io: Io, about: About, path: string, flags: ResultFlags): Promise<ExitCode> {
  const api = await connected(io);
  const { event, id, url } = api.run;
  const result = await resultOf(io, path, flags);
  const key = flags.file;
  const trouble = "log" in result ? { title: FAILED[about], digest: `run ${id}` } : troubleIn(result, id);
  const when = `${new Date(io.clock.now()).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  if (trouble !== undefined) {
    const raised = await raise(api, {
      ...trouble,
      about,
      key,
      title: key === "org.yaml" ? trouble.title : `${trouble.title} (${visible(key)})`,
      markdown: `${markdownOf(io, result)}\n<sub>[This run](${url}), ${when}</sub>\n`,
      news: `${NEWS[about]} [This run](${url}), ${when}`,
    });
    io.stdout.write(`issue-url=${raised.url}\n`);
    io.stderr.write(`The issue is ${raised.what}: ${trouble.title}.\n`);
    return EXIT.ok;
  }
  // The daily run ends access that is over, and nothing else: what is left of another apply is still left.
  if (about === "apply" && event.name === "schedule") return EXIT.ok;
  const closed = await settle(api, { about, key }, `${OVER[about]} [This run](${url}), ${when}`);
  if (closed !== undefined) io.stdout.write(`issue-url=${closed}\n`);
  io.stderr.write(
    closed === undefined ? "There is no trouble, and no issue.\n" : "The trouble is over, and the issue closed.\n",
  );
  return EXIT.ok;
}

const FAILED = { apply: "orgsync apply failed", drift: "orgsync could not measure whether AWS is what org.yaml says" };
const NEWS = {
  apply: "It failed again, as it stands above now.",
  drift: "What differs has changed, as it stands above now.",
};
const OVER = { apply: "AWS is what org.yaml says.", drift: "AWS is what org.yaml says again." };

/** What of a result somebody must look at. The same trouble has the same digest; an apply is each time a new one. */
function troubleIn(result: Document, run: number): Pick<Trouble, "title" | "digest"> | undefined {
  if ("outcome" in result) {
    const { done, failed, skipped, waiting, left } = result.outcome;
    const open = failed.length + skipped.length + waiting.length + left.length;
    const title = `orgsync apply stopped at ${done.length} of ${count(done.length + open, "change")}`;
    return open === 0 ? undefined : { title, digest: `run ${run}` };
  }
  const { changes, digest } = planOf(result);
  if (changes.length === 0) return undefined;
  return { title: `AWS is not what org.yaml says: ${count(changes.length, "difference")}`, digest };
}

async function fetchApproved(io: Io, { out, head, planWorkflow }: ApprovedFlags): Promise<ExitCode> {
  const api = await connected(io);
  const found = await approvedPlans(api, { head, planWorkflow, artifact: ARTIFACT, file: PLAN_FILE });
  const { base, pullRequests } = found;
  const texts = new Map<string, string>();
  for (const { number, plan } of pullRequests) {
    if ("text" in plan) texts.set(resolve(io.cwd, join(out, `${number}.json`)), plan.text);
    io.stderr.write(
      `pull request ${number}: ${"text" in plan ? "its plan is approved" : visible(`nothing is approved, ${plan.why}`)}\n`,
    );
  }
  if (pullRequests.length === 0) io.stderr.write("No pull request was merged since the last apply.\n");
  await io.files.writeAll(texts);
  io.stdout.write(`base=${base ?? ""}\npull-requests=${pullRequests.map(({ number }) => number).join(" ")}\n`);
  return EXIT.ok;
}
