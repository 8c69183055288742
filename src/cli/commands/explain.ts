import { accessIn, type Subject } from "../../engine/access.ts";
import { reachOf } from "../../engine/explain.ts";
import { nearest } from "../../config/nearest.ts";
import { assignmentsSection } from "../../kinds/assignment.ts";
import { membersKnown } from "../../kinds/views.ts";
import { codeIn, ERROR_CODES, isErrorCode, OrgsyncError } from "../../model/errors.ts";
import type { Resource } from "../../model/resource.ts";
import { errorCodeJson, errorCodeText } from "../../report/errorCode.ts";
import { visible } from "../../report/escape.ts";
import { reachJson, reachText } from "../../report/explain.ts";
import { paragraph } from "../../report/layout.ts";
import { type Command, options } from "../command.ts";
import { compareWithProgress } from "../comparison.ts";
import { readConfig } from "../config.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Io } from "../io.ts";
import { openSession, type SessionOptions } from "../session.ts";

const FORMATS = ["text", "json"] as const;

interface ExplainFlags extends SessionOptions {
  readonly file: string;
  readonly format: (typeof FORMATS)[number];
  readonly whoCan?: true;
}

export const command: Command = {
  define(parser, run) {
    options.file(parser);
    options.sandbox(parser);
    options.format(parser, FORMATS);
    options.logging(parser);
    parser
      .argument("<what>", "a user, a group or a code such as ORG0301; with --who-can an account")
      .argument("[where]", "an account; with --who-can a permission set")
      .option("--who-can", "who reaches an account, and by which ways")
      .addHelpText(
        "before",
        "Example:\n  orgsync explain dax@acme.com acme-dev\n  orgsync explain --who-can acme-dev AdministratorAccess\n  orgsync explain ORG0301\n",
      )
      .action((what: string, where: string | undefined, flags: ExplainFlags) =>
        run((io) => {
          // With --who-can it is an account, whatever it is called.
          const code = flags.whoCan === true ? undefined : codeIn(what);
          return code === undefined ? explainAccess(io, what, where, flags) : explainCode(io, code, where, flags);
        }),
      );
  },
};

async function explainCode(
  io: Io,
  code: string,
  where: string | undefined,
  { format }: ExplainFlags,
): Promise<ExitCode> {
  if (!isErrorCode(code)) {
    // Nobody looks a defect up: the message of one says it all.
    const { ORG0799: _, ...others } = ERROR_CODES;
    const near = nearest(code, Object.keys(others));
    throw new OrgsyncError("ORG0701", `there is no message code ${code}`, {
      hint: near === undefined ? "messages of orgsync show theirs, such as ORG0301" : `did you mean ${near}?`,
    });
  }
  if (where !== undefined)
    throw new OrgsyncError("ORG0701", `${code} is a message code, and ${where} says nothing about it`, {
      hint: `orgsync explain ${code}`,
    });
  io.stdout.write(format === "json" ? errorCodeJson(code) : errorCodeText(code, io.stdout));
  return EXIT.ok;
}

async function explainAccess(io: Io, what: string, where: string | undefined, flags: ExplainFlags): Promise<ExitCode> {
  const config = await readConfig(io, flags.file);
  if (assignmentsSection.of(config) === undefined)
    throw new OrgsyncError("ORG0605", `${config.file} has no assignments:, so nobody reads who reaches what`, {
      hint: "orgsync import --unmanaged adds what AWS has",
    });
  const session = await openSession(io, flags, { writes: false });
  try {
    const { live, desired } = await compareWithProgress(io, session, config, { file: flags.file });
    const knowsMembers = membersKnown(config, live);
    const [before, after] = [accessIn(live, knowsMembers), accessIn(desired, knowsMembers)];
    const there = [...desired.values(), ...live.values()];
    const account = flags.whoCan === true ? what : where;
    const reach = reachOf(config, before, after, {
      ...(flags.whoCan === true ? {} : { subject: subjectNamed(there, what) }),
      ...(account === undefined ? {} : { account: named(there, ["account"], account).key }),
      ...(flags.whoCan === true && where !== undefined
        ? { permissionSet: named(there, ["permissionSet"], where).key }
        : {}),
    });
    if (flags.format === "json") io.stdout.write(reachJson(reach));
    else if (reach.length > 0) io.stdout.write(reachText(reach, { one: flags.whoCan !== true, style: io.stdout }));
    else io.stdout.write(paragraph(nobodyText(what, where, flags), io.stdout));
    return EXIT.ok;
  } finally {
    await session.close();
  }
}

function nobodyText(what: string, where: string | undefined, { whoCan }: ExplainFlags): string {
  if (whoCan === true) return visible(`nobody reaches ${what}${where === undefined ? "" : ` with ${where}`}`);
  return visible(`${what} reaches ${where ?? "no account"}${where === undefined ? "" : " in no way"}`);
}

const subjectNamed = (there: readonly Resource[], name: string): Subject => {
  const { kind, key } = named(there, ["user", "group"], name);
  return { type: kind as Subject["type"], key };
};

/** What is called so, by its key, its name for people or, alone of its kind, the name before an @; in any letter case. */
function named(there: readonly Resource[], kinds: readonly string[], name: string): Resource {
  const candidates = there.filter(({ kind }) => kinds.includes(kind));
  const wanted = name.toLowerCase();
  const found = candidates.find(({ key, label = key }) => [key, label].some((one) => one.toLowerCase() === wanted));
  if (found !== undefined) return found;
  const [only, another] = new Map(
    candidates.filter(({ key }) => key.toLowerCase().startsWith(`${wanted}@`)).map((one) => [one.address, one]),
  ).values();
  if (only !== undefined && another === undefined) return only;
  const title = kinds.map((kind) => (kind === "permissionSet" ? "permission set" : kind)).join(" or ");
  const near = nearest(name, [...new Set(candidates.map(({ key }) => key))]);
  throw new OrgsyncError("ORG0301", `there is no ${title} ${name}, in org.yaml or in AWS`, {
    hint: near === undefined ? "orgsync plan lists what there is" : `did you mean ${near}?`,
  });
}
