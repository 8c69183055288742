import { resolve } from "node:path";
import { isRefused } from "../../model/plan.ts";
import { documentJson } from "../../report/json.ts";
import { type Command, options } from "../command.ts";
import { compareWithProgress } from "../comparison.ts";
import { readConfig } from "../config.ts";
import { DOCUMENT_FORMATS, type DocumentFormat, documentText } from "../document.ts";
import { EXIT } from "../exit.ts";
import { remember } from "../known.ts";
import { openSession, type SessionOptions } from "../session.ts";

interface PlanFlags extends SessionOptions {
  readonly file: string;
  readonly format: DocumentFormat;
  readonly out?: string;
  readonly detailedExitcode?: true;
  readonly base?: string;
}

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.base(parser);
    options.format(parser, DOCUMENT_FORMATS);
    options.logging(parser);
    parser
      .option("--out <file>", "also write the plan as JSON to this file")
      .option("--detailed-exitcode", "exit with 2 when there are changes")
      .addHelpText("before", "Example:\n  orgsync plan --out plan.json\n")
      .action((flags: PlanFlags) =>
        run(async (io) => {
          const config = await readConfig(io, flags.file);
          const session = await openSession(io, flags, { writes: false });
          try {
            const { plan, live } = await compareWithProgress(io, session, config, flags);
            await remember(io, session, live);
            io.stdout.write(documentText(plan, flags.format, io));
            if (flags.out !== undefined) await io.files.write(resolve(io.cwd, flags.out), documentJson(plan));
            if (isRefused(plan)) return EXIT.refused;
            return flags.detailedExitcode === true && plan.changes.length > 0 ? EXIT.changes : EXIT.ok;
          } finally {
            await session.close();
          }
        }),
      );
  },
};
