/** One line of a file of AWS settings. */
export interface Line {
  readonly text: string;
  /** `\n`, `\r\n`, or nothing at the end of the file. */
  readonly eol: string;
}

/** A key with its value; lines count from 0, `end` is the line behind it. */
export interface Key {
  readonly name: string;
  /** As the AWS CLI takes it: a remark behind it is part of it. */
  readonly value: string;
  readonly line: number;
  readonly end: number;
}

/** A section from its header to behind its last key: remarks after that belong to what follows. */
export interface Section {
  /** `profile`, `sso-session`, or what else stands before the name; empty for a header of one word. */
  readonly type: string;
  readonly name: string;
  /** What stands between the brackets. */
  readonly header: string;
  readonly line: number;
  readonly end: number;
  readonly keys: readonly Key[];
}

/** One of the lines around a block of orgsync's. */
export interface Mark {
  readonly opens: boolean;
  readonly name: string;
  /** Whom the block was written for. */
  readonly who?: string;
  readonly line: number;
}

/** A file of AWS settings: its lines make the text again, byte for byte. */
export interface Ini {
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly marks: readonly Mark[];
  /** Keys that stand under no header, or behind one of orgsync's marks before the next header. */
  readonly loose: readonly Key[];
  /** Numbers of lines that are nothing of all this. */
  readonly strange: readonly number[];
}

const MARK = /^[#;]\s*(>>>|<<<) orgsync ([\w.-]+)(?: \(([^)]*)\))?(?:[:\s].*)?$/;
const HEADER = /^\[([^\]]*)\]/;
const KEY = /^([^=:]*?)\s*[=:]\s*(.*)$/;

type Open<T> = { -readonly [Field in keyof T]: T[Field] };

/** Reads a file as the AWS CLI does, and goes on where that gives up. */
export function parseIni(text: string): Ini {
  const lines = linesOf(text);
  const sections: Section[] = [];
  const marks: Mark[] = [];
  const loose: Key[] = [];
  const strange: number[] = [];
  let section: (Open<Section> & { keys: Key[] }) | undefined;
  let key: Open<Key> | undefined;
  let indent = 0;
  lines.forEach((line, number) => {
    const written = withoutMark(line.text, number);
    const content = written.trim();
    const [, arrow, name, who] = MARK.exec(content) ?? [];
    if (arrow !== undefined && name !== undefined) {
      marks.push({ opens: arrow === ">>>", name, line: number, ...(who === undefined ? {} : { who }) });
      section = undefined;
      key = undefined;
      return;
    }
    if (content === "" || /^[#;]/.test(content)) return;
    const header = HEADER.exec(content)?.[1];
    if (header !== undefined) {
      section = { ...nameOf(header), header, line: number, end: number + 1, keys: [] };
      sections.push(section);
      key = undefined;
      return;
    }
    const depth = written.length - written.trimStart().length;
    const [, found, value] = KEY.exec(content) ?? [];
    if (key !== undefined && depth > indent) {
      key.value = `${key.value}\n${content}`;
      key.end = number + 1;
    } else if (found === undefined || found === "" || value === undefined) {
      strange.push(number);
      return;
    } else {
      indent = depth;
      key = { name: found, value, line: number, end: number + 1 };
      (section?.keys ?? loose).push(key);
    }
    if (section !== undefined) section.end = number + 1;
  });
  return { lines, sections, marks, loose, strange };
}

/** The text of lines. */
export const textOf = (lines: readonly Line[]): string => lines.map(({ text, eol }) => text + eol).join("");

/** How the first line ends, which is how a file's lines do. */
export const eolOf = ([first]: readonly Line[]): string => (first?.eol === "\r\n" ? "\r\n" : "\n");

export const BYTE_ORDER_MARK = "\ufeff";

function linesOf(text: string): Line[] {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => {
    const eol = /\r?\n$/.exec(line)?.[0] ?? "";
    return { text: line.slice(0, line.length - eol.length), eol };
  });
}

/** A byte order mark is no part of the first line. */
const withoutMark = (text: string, number: number): string =>
  number === 0 && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;

/** Quotes and blanks that one of the parsers looks over do not make it another name. */
function nameOf(header: string): { type: string; name: string } {
  const [, type, name] = /^\s*([\w-]+)\s+(.*?)\s*$/.exec(header) ?? [];
  if (type === undefined || name === undefined) return { type: "", name: header.trim() };
  return { type, name: /^(["'])(.*)\1$/.exec(name)?.[2] ?? name };
}
