import { resolve } from "node:path";
import { drift } from "../../api/drift.ts";
import { documentJson } from "../../report/json.ts";
import { type Command, options } from "../command.ts";
import { commitOf, withProgress } from "../comparison.ts";
import { readConfig } from "../config.ts";
import { DOCUMENT_FORMATS, type DocumentFormat, documentText } from "../document.ts";
import { EXIT } from "../exit.ts";
import { openSession, type SessionOptions } from "../session.ts";
import { VERSION } from "../../api/version.ts";

interface DriftFlags extends SessionOptions {
  readonly file: string;
  readonly format: DocumentFormat;
  readonly out?: string;
}

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.format(parser, DOCUMENT_FORMATS);
    options.logging(parser);
    parser
      .option("--out <file>", "also write it as JSON to this file")
      .addHelpText("before", "Example:\n  orgsync drift --format markdown\n")
      .addHelpText("after", "\nExits with 0 when AWS is what org.yaml says, and with 2 when it is not.\n")
      .action((flags: DriftFlags) =>
        run(async (io) => {
          const config = await readConfig(io, flags.file);
          const session = await openSession(io, flags, { writes: false });
          const { connection, isSandbox } = session;
          try {
            const commit = await commitOf(io, flags.file);
            const found = await withProgress(io, connection, (onRead) =>
              drift(config, connection, { version: VERSION, commit, wantsOrganizationId: !isSandbox, onRead }),
            );
            io.stdout.write(documentText(found, flags.format, io));
            if (flags.out !== undefined) await io.files.write(resolve(io.cwd, flags.out), documentJson(found));
            return found.plan.changes.length > 0 ? EXIT.changes : EXIT.ok;
          } finally {
            await session.close();
          }
        }),
      );
  },
};
