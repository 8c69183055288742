import type { Trap } from "../model/awsConfig.ts";
import { BYTE_ORDER_MARK, type Ini, type Section } from "./lines.ts";

/** Section names as the JavaScript SDK reads them. */
const READ_BY_SDK = /^[\w-]+\s(["'])?[\w\-@+.%:/]+\1$/;

/** What the AWS CLI or the JavaScript SDK stumbles over in a file, in the order of its lines. */
export function trapsIn({ lines, sections, loose, strange, marks }: Ini): Trap[] {
  const traps: Trap[] = [];
  const add = (line: number, message: string): void => void traps.push({ line: line + 1, message });
  if (lines[0]?.text.startsWith(BYTE_ORDER_MARK) === true)
    add(0, "begins with a byte order mark: the AWS CLI reads nothing of such a file; save it as UTF-8 without one");
  const first = new Map<string, Section>();
  for (const section of sections) {
    const { header, line, keys, type } = section;
    const other = first.get(header);
    if (other === undefined) first.set(header, section);
    else add(line, `[${header}] stands in line ${other.line + 1}, too: the AWS CLI refuses the whole file`);
    if (type === "profile" && !READ_BY_SDK.test(header))
      add(line, `[${header}]: the JavaScript SDK does not read this name`);
    const known = new Map<string, number>();
    for (const key of keys) {
      const name = key.name.toLowerCase();
      const twice = known.get(name);
      if (twice !== undefined)
        add(key.line, `${key.name} stands in line ${twice + 1}, too: the AWS CLI refuses the whole file`);
      else known.set(name, key.line);
      if (
        key.value.startsWith("\n") &&
        key.value
          .slice(1)
          .split("\n")
          .some((one) => !one.includes("="))
      )
        add(key.line, `below ${key.name} stands what is no key: the AWS CLI refuses the whole file`);
      if (/\s[#;]/.test(key.value.split("\n", 1)[0] ?? ""))
        add(key.line, `for the AWS CLI the remark is a part of ${key.name}; write it on a line of its own`);
    }
    const before = sections[sections.indexOf(section) - 1];
    const last = before?.keys.at(-1);
    if (last !== undefined && indentOf(lines[line]?.text) > indentOf(lines[last.line]?.text))
      add(line, `stands further in than ${last.name} above, of which the AWS CLI takes it for a part`);
  }
  // What stands behind a mark is refused anyway.
  for (const { line, name } of loose)
    if (!marks.some((mark) => mark.line < line))
      add(line, `${name} stands under no header: the AWS CLI refuses the whole file`);
  for (const line of strange) add(line, "is neither a key nor a header: the AWS CLI refuses the whole file");
  return traps.toSorted((left, right) => left.line - right.line);
}

const indentOf = (text = ""): number => text.length - text.trimStart().length;
