import { setMaxListeners } from "node:events";
import { apply } from "../../index.ts";
import { organizationOf } from "../../kinds/organization.ts";
import { OrgsyncError } from "../../model/errors.ts";
import type { Outcome } from "../../model/event.ts";
import { visible } from "../../report/escape.ts";
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
  readonly yes?: true;
  readonly input: boolean;
}

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.format(parser, FORMATS);
    options.logging(parser);
    parser
      .option("-y, --yes", "apply without asking")
      .option("--no-input", "never ask")
      .addHelpText("before", "Example:\n  orgsync apply --yes\n")
      .action((flags: ApplyFlags) => run((io) => applyFile(io, flags)));
  },
};

async function applyFile(io: Io, flags: ApplyFlags): Promise<ExitCode> {
  const config = await readConfig(io, flags.file);
  if (flags.yes !== true && !(io.interactive && flags.input && flags.format === "text")) {
    throw new OrgsyncError("ORG0601", "apply asks before it changes anything, and there is nobody to ask", {
      hint: "look at orgsync plan, then run orgsync apply --yes",
    });
  }
  const interruption = listen(io);
  const session = await openSession(io, flags, { writes: true, signal: interruption.signal });
  let begun = false;
  try {
    const comparison = await compareWithProgress(io, session, config, flags.file);
    const { plan } = comparison;
    if (flags.format === "text") io.stdout.write(planText(plan, { style: io.stdout, headings: HEADINGS }));
    if (flags.format === "text" && plan.changes.length === 0) return EXIT.ok;
    if (flags.yes !== true && !(await io.confirm(`Apply these ${count(plan.changes.length, "change")}?`))) {
      io.stderr.write("Nothing was changed.\n");
      return EXIT.ok;
    }
    begun = true;
    const view = applyView(io, session.connection.clock, flags.format);
    const { outcome, live } = await apply(comparison, session.connection, {
      emit: view.show,
      signal: interruption.signal,
    }).finally(view.stop);
    const organization = organizationOf(live);
    if (flags.format === "text" && plan.organization === null && organization !== undefined) {
      io.stdout.write(
        `\nAdd this to ${visible(flags.file)}, so that orgsync refuses any other organization:\n  organization: { id: ${visible(organization.id)} }\n`,
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
