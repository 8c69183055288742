import { setMaxListeners } from "node:events";
import { resolve } from "node:path";
import { apply, readPlan, requireApproval } from "../../index.ts";
import { organizationLine, organizationOf, unnamedOrganization } from "../../kinds/organization.ts";
import type { Config } from "../../model/config.ts";
import { OrgsyncError } from "../../model/errors.ts";
import type { Outcome } from "../../model/event.ts";
import { isRefused, type Plan } from "../../model/plan.ts";
import { approvedText } from "../../report/approval.ts";
import { visible } from "../../report/escape.ts";
import { refusalsText } from "../../report/refusals.ts";
import { count, planText } from "../../report/text.ts";
import { type Command, options } from "../command.ts";
import { compareWithProgress, HEADINGS } from "../comparison.ts";
import { readConfig } from "../config.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { applyView } from "../applyView.ts";
import { openSession, type SessionOptions } from "../session.ts";

const FORMATS = ["text", "json"] as const;

interface ApplyFlags extends SessionOptions {
  readonly file: string;
  readonly format: (typeof FORMATS)[number];
  readonly plan?: string;
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
      .option("--plan <file>", "apply what this file of plan --out has, without asking; anything else is refused")
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
  const text = flags.plan === undefined ? undefined : await readText(io, flags.plan);
  const interruption = listen(io);
  const session = await openSession(io, flags, { writes: true, signal: interruption.signal });
  const { clock } = session.connection;
  let begun = false;
  try {
    const approved =
      text === undefined ? undefined : await readPlan(text, { file: flags.plan ?? "", now: clock.now() });
    const comparison = await compareWithProgress(io, session, config, flags);
    const { plan } = comparison;
    if (!session.isSandbox) requireNamed(config, plan);
    if (flags.format === "text") io.stdout.write(planText(plan, { style: io.stdout, headings: HEADINGS }));
    if (approved !== undefined) {
      io.stderr.write(approvedText(approved, plan, clock.now()));
      requireApproval(approved, plan);
    }
    if (isRefused(plan)) {
      if (flags.format !== "text") io.stderr.write(refusalsText(plan, io.stderr));
      io.stderr.write("Nothing was changed.\n");
      return EXIT.refused;
    }
    if (flags.format === "text" && plan.changes.length === 0) return EXIT.ok;
    if (!said && !(await io.confirm(`Apply these ${count(plan.changes.length, "change")}?`))) {
      io.stderr.write("Nothing was changed.\n");
      return EXIT.ok;
    }
    begun = true;
    const view = applyView(io, clock, flags.format);
    const { outcome, live } = await apply(comparison, session.connection, {
      emit: view.show,
      signal: interruption.signal,
      approved,
    }).finally(view.stop);
    const organization = organizationOf(live);
    if (flags.format === "text" && plan.organization === null && organization !== undefined) {
      io.stdout.write(
        `\nAdd this to ${visible(flags.file)}, so that orgsync refuses any other organization:\n  ${visible(organizationLine(organization))}\n`,
      );
    }
    return interruption.exitCode() ?? exitCode(outcome);
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

async function readText(io: Io, file: string): Promise<string> {
  try {
    return await io.files.read(resolve(io.cwd, file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new OrgsyncError("ORG0702", `cannot read the plan ${file}: ${code}`, {
      hint: "name a file that orgsync plan --out wrote",
      cause: error,
    });
  }
}

/** Nothing is written to an organization that org.yaml does not name. */
function requireNamed(config: Config, { organization }: Plan): void {
  const unnamed = unnamedOrganization(config, organization ?? undefined);
  if (unnamed === undefined || organization === null) return;
  throw new OrgsyncError("ORG0403", unnamed.message, {
    hint: `nothing was changed; write this into ${config.file}, if it is the right one:\n  ${organizationLine(organization)}`,
  });
}

/** The first Ctrl-C or SIGTERM stops cleanly, the second leaves. */
function listen(io: Io) {
  const controller = new AbortController();
  // Every request and every wait listens for it: many at once are no leak.
  setMaxListeners(0, controller.signal);
  let code: ExitCode | undefined;
  const stop = io.onSignal((signal) => {
    if (code !== undefined) io.exit(code);
    code = signal === "SIGINT" ? EXIT.interrupted : EXIT.terminated;
    controller.abort(new OrgsyncError("ORG0604", "interrupted"));
    io.stderr.write("\nstopping: requests that were sent get their answer; once more to leave at once\n");
  });
  return { signal: controller.signal, stop, exitCode: () => code };
}

function exitCode({ done, failed, skipped, waiting, left }: Outcome): ExitCode {
  if (failed.length + skipped.length + waiting.length + left.length === 0) return EXIT.ok;
  return done.length > 0 ? EXIT.partly : EXIT.failed;
}
