import { setMaxListeners } from "node:events";
import { resolve } from "node:path";
import { applied, requireNamed } from "../../api/apply.ts";
import { organizationLine, organizationOf } from "../../kinds/organization.ts";
import { OrgsyncError } from "../../model/errors.ts";
import type { Outcome } from "../../model/event.ts";
import { isRefused } from "../../model/plan.ts";
import { approvedText } from "../../report/approval.ts";
import { documentJson } from "../../report/json.ts";
import { visible } from "../../report/escape.ts";
import { paragraph } from "../../report/layout.ts";
import { nextStepsText } from "../../report/nextSteps.ts";
import { refusalsText } from "../../report/refusals.ts";
import { count, planText } from "../../report/text.ts";
import { plansIn, readApproved, requireApprovalBy } from "../approved.ts";
import { type Command, options } from "../command.ts";
import { compareWithProgress, HEADINGS } from "../comparison.ts";
import { readConfig } from "../config.ts";
import { documentText } from "../document.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { type ApplyView, applyView } from "../applyView.ts";
import { remember } from "../known.ts";
import { openSession, type SessionOptions } from "../session.ts";

const FORMATS = ["text", "json", "markdown", "github"] as const;

interface ApplyFlags extends SessionOptions {
  readonly file: string;
  readonly format: (typeof FORMATS)[number];
  readonly plan?: string;
  readonly expired?: true;
  readonly out?: string;
  readonly yes?: true;
  readonly input: boolean;
  readonly base?: string;
}

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.base(parser);
    options.format(parser, FORMATS);
    options.logging(parser);
    parser
      .option(
        "--plan <path>",
        "apply what this file of plan --out has, or the files in this folder, without asking; anything else is refused",
      )
      .option("--expired", "only take away access whose until: has passed")
      .option("--out <file>", "also write what became of the plan as JSON to this file")
      .option("-y, --yes", "apply without asking")
      .option("--no-input", "never ask")
      .addHelpText("before", "Example:\n  orgsync apply --yes\n")
      .action((flags: ApplyFlags) => run((io) => applyFile(io, flags)));
  },
};

async function applyFile(io: Io, flags: ApplyFlags): Promise<ExitCode> {
  const config = await readConfig(io, flags.file);
  // Who approved the plan has said yes.
  const said = flags.yes === true || flags.plan !== undefined;
  if (!said && !(io.interactive && flags.input && flags.format === "text")) {
    throw new OrgsyncError("ORG0601", "apply asks before it changes anything, and there is nobody to ask", {
      hint: "look at orgsync plan, then run orgsync apply --yes",
    });
  }
  const named = flags.plan === undefined ? undefined : await readApproved(io, flags.plan);
  let view: ApplyView | undefined;
  const interruption = listen(io, () => view?.clear());
  const session = await openSession(io, flags, { writes: true, signal: interruption.signal });
  const { clock } = session.connection;
  let begun = false;
  try {
    const approved = named && (await plansIn(named, clock.now()));
    const comparison = await compareWithProgress(io, session, config, flags);
    const { plan } = comparison;
    if (!session.isSandbox) requireNamed(config, plan);
    if (flags.format === "text") io.stdout.write(planText(plan, { style: io.stdout, headings: HEADINGS }));
    if (named !== undefined && approved !== undefined) {
      for (const one of approved) io.stderr.write(approvedText(one, plan, { now: clock.now(), style: io.stderr }));
      requireApprovalBy(named, approved, plan);
    }
    if (isRefused(plan)) {
      if (flags.format !== "text") io.stderr.write(refusalsText(plan, io.stderr));
      io.stderr.write("Nothing was changed.\n");
      return EXIT.refused;
    }
    if (flags.format === "text" && flags.out === undefined && plan.changes.length === 0) return EXIT.ok;
    const answer = said || (await io.confirm(`Apply these ${count(plan.changes.length, "change")}?`));
    if (answer !== true) {
      io.stderr.write("Nothing was changed.\n");
      return answer === undefined ? EXIT.interrupted : EXIT.ok;
    }
    begun = true;
    const shown = (view = applyView(io, clock, flags.format));
    const { applied: document, live } = await applied(config, comparison, session.connection, {
      emit: shown.show,
      signal: interruption.signal,
      approved,
    }).finally(shown.stop);
    await remember(io, session, live);
    if (flags.out !== undefined) await io.files.write(resolve(io.cwd, flags.out), documentJson(document));
    if (flags.format === "markdown" || flags.format === "github")
      io.stdout.write(documentText(document, flags.format, io));
    const organization = organizationOf(live);
    if (flags.format === "text" && plan.organization === null && organization !== undefined) {
      io.stdout.write(
        `\n${paragraph(`Add this to ${visible(flags.file)}, so that orgsync refuses any other organization:`, io.stdout)}  ${visible(organizationLine(organization))}\n`,
      );
    }
    if (flags.format === "text") io.stdout.write(nextStepsText(document.next, io.stdout));
    return interruption.exitCode() ?? exitCode(document.outcome);
  } catch (error) {
    const code = interruption.exitCode();
    if (code === undefined || begun) throw error;
    io.stderr.write("Interrupted before anything was changed.\n");
    return code;
  } finally {
    interruption.stop();
    await session.close();
  }
}

/** The first Ctrl-C or SIGTERM stops cleanly, the second leaves. */
function listen(io: Io, clear: () => void) {
  const controller = new AbortController();
  // Every request and every wait listens for it: many at once are no leak.
  setMaxListeners(0, controller.signal);
  let code: ExitCode | undefined;
  const stop = io.onSignal((signal) => {
    if (code !== undefined) io.exit(code);
    code = signal === "SIGINT" ? EXIT.interrupted : EXIT.terminated;
    controller.abort(new OrgsyncError("ORG0604", "interrupted"));
    clear();
    io.stderr.write("Stopping after the requests in flight. Ctrl-C again to quit now.\n");
  });
  return { signal: controller.signal, stop, exitCode: () => code };
}

function exitCode({ done, failed, skipped, waiting, left }: Outcome): ExitCode {
  if (failed.length + skipped.length + waiting.length + left.length === 0) return EXIT.ok;
  return done.length > 0 ? EXIT.partly : EXIT.failed;
}
