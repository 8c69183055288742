import { type Command, options } from "../command.ts";
import { DOCUMENT_FORMATS, type DocumentFormat, documentText, readDocument } from "../document.ts";
import { EXIT } from "../exit.ts";

interface ShowFlags {
  readonly format: DocumentFormat;
  readonly summary?: true;
}

export const command: Command = {
  define(parser, run) {
    options.format(parser, DOCUMENT_FORMATS);
    parser
      .argument("<file>", "what plan, apply or drift wrote with --out")
      .option("--summary", "markdown in the length of a job summary, not of a comment")
      .addHelpText("before", "Example:\n  orgsync show plan.json --format markdown\n")
      .action((file: string, { format, summary }: ShowFlags) =>
        run(async (io) => {
          io.stdout.write(documentText(await readDocument(io, file), format, io, summary));
          return EXIT.ok;
        }),
      );
  },
};
