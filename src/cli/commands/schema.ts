import schema from "../../../schema/org.schema.json" with { type: "json" };
import type { Command } from "../command.ts";
import { EXIT } from "../exit.ts";

export const command: Command = {
  define(parser, run) {
    parser.addHelpText("before", "Example:\n  orgsync schema > org.schema.json\n").action(() =>
      run(async (io) => {
        io.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
        return EXIT.ok;
      }),
    );
  },
};
