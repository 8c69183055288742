import { InvalidConfig } from "../../model/errors.ts";
import { visible } from "../../report/escape.ts";
import { problemsGithub, problemsJson } from "../../report/problems.ts";
import { type Command, options } from "../command.ts";
import { readConfig } from "../config.ts";
import { EXIT } from "../exit.ts";
import { writeProblems } from "../problems.ts";

const FORMATS = ["text", "json", "github"] as const;

interface ValidateFlags {
  readonly file: string;
  readonly format: (typeof FORMATS)[number];
}

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.format(parser, FORMATS);
    parser
      .addHelpText("before", "Example:\n  orgsync validate --file org.yaml\n")
      .action(({ file, format }: ValidateFlags) =>
        run(async (io) => {
          try {
            await readConfig(io, file, { offline: true });
          } catch (error) {
            if (!(error instanceof InvalidConfig)) throw error;
            if (format === "text") await writeProblems(io, io.stdout, error);
            else io.stdout.write(format === "json" ? problemsJson(error.problems) : problemsGithub(error.problems));
            return EXIT.invalid;
          }
          if (format === "json") io.stdout.write(problemsJson([]));
          if (format === "text") io.stdout.write(`${io.stdout.paint("green", "✓")} ${visible(file)} is valid\n`);
          return EXIT.ok;
        }),
      );
  },
};
