/**
 * What a GitHub runner would do with a log: its two parsers of workflow commands, after actions/runner
 * src/Runner.Common/ActionCommand.cs (what a command is), src/Runner.Worker/ActionCommandManager.cs (which there are,
 * and that both parsers are asked) and src/Runner.Worker/Handlers/OutputManager.cs (that every line is).
 */

/** Every command that the runner registers; letter case does not matter to it. */
const REGISTERED: ReadonlySet<string> = new Set([
  "stop-commands",
  "internal-set-repo-path",
  "set-env",
  "set-output",
  "save-state",
  "add-mask",
  "add-path",
  "add-matcher",
  "remove-matcher",
  "debug",
  "warning",
  "error",
  "notice",
  "group",
  "endgroup",
  "echo",
]);

export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What .NET's `TrimStart` takes for blanks. */
const BLANKS = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
/** What .NET's comparison of texts, which depends on the culture, leaves out of account. */
// oxlint-disable-next-line no-control-regex -- control characters are among them
const IGNORED = /[\0-\u0008\u000e-\u001f\u007f-\u009f]|\p{Default_Ignorable_Code_Point}/gu;

/** The commands that a runner finds in what a process prints. */
export function runnerCommands(output: string): RunnerCommand[] {
  // It reads line by line, and ends a line at each of these. A line is taken as it is, and as .NET may compare it.
  if (!/::|#.*\[/su.test(output)) return [];
  return output.split(/\r\n|\r|\n/).flatMap((line) => commandIn(line) ?? commandIn(line.replace(IGNORED, "")) ?? []);
}

const commandIn = (line: string): RunnerCommand | undefined => atStart(line) ?? anywhere(line);

/** `::name property=value,property=value::data`, after blanks. */
function atStart(line: string): RunnerCommand | undefined {
  const text = line.replace(BLANKS, "");
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  return command(text.slice(2, end), ",", text.slice(end + 2), { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": "," });
}

/** `##[name property=value;property=value]data`, wherever it stands. */
function anywhere(line: string): RunnerCommand | undefined {
  const start = line.indexOf("##[");
  const end = line.indexOf("]", start);
  if (start < 0 || end < 0) return undefined;
  return command(line.slice(start + 3, end), ";", line.slice(end + 1), {
    "%3B": ";",
    "%0D": "\r",
    "%0A": "\n",
    "%5D": "]",
  });
}

function command(
  head: string,
  separator: string,
  data: string,
  escapes: Readonly<Record<string, string>>,
): RunnerCommand | undefined {
  const plain = (text: string): string =>
    Object.entries({ ...escapes, "%25": "%" }).reduce((all, [code, meant]) => all.replaceAll(code, meant), text);
  const space = head.indexOf(" ");
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!REGISTERED.has(name)) return undefined;
  const properties = space < 0 ? [] : head.slice(space + 1).split(separator);
  return {
    name,
    properties: Object.fromEntries(
      properties.flatMap((property) => {
        const at = property.indexOf("=");
        return at < 1 ? [] : [[property.slice(0, at).trim(), plain(property.slice(at + 1))] as const];
      }),
    ),
    data: plain(data),
  };
}
