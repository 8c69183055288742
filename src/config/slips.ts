import { quote } from "./problems.ts";
import { alternative, propertySchema, type SchemaNode } from "./schema.ts";
import type { Span } from "./tree.ts";

/** What was written by mistake, where, and what to write. */
export interface Slip extends Span {
  readonly message: string;
  readonly hint: string;
  readonly related?: Span & { readonly message: string };
}

/**
 * The slip of the hand that made YAML of another shape than the lines show, near the place where the parser stumbled:
 * people think in lines and columns, the parser in tokens. Undefined when the lines do not show one.
 */
export function findSlip(text: string, stumbledAt: number, schema: SchemaNode | undefined): Slip | undefined {
  const lines = contentLines(text);
  let stumble = lines.findIndex(({ start, end }) => start <= stumbledAt && stumbledAt <= end);
  if (stumble === -1) stumble = lines.findLastIndex(({ start }) => start <= stumbledAt);
  const reader = new Reader(lines, text, schema);
  for (let index = 0; index <= stumble + 1;) {
    const { slip, next } = reader.read(index, index >= stumble - 1, index === stumble);
    if (slip !== undefined) return slip;
    index = next;
  }
  return undefined;
}

/** A line that is more than blanks and a comment. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Spaces before the text. */
  readonly indent: number;
  /** From the first character that is no space. */
  readonly body: string;
}

/** So much of a line shows what it is. */
const MAX_READ = 2_000;

function contentLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const indent = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
    const written = text.slice(start + indent, end).trimEnd();
    const body = written.slice(0, MAX_READ);
    if (body !== "" && !body.startsWith("#")) lines.push({ start, end: start + indent + written.length, indent, body });
    start = end + 1;
  }
  return lines;
}

/** A key or a dash that lines further to the right may belong to. */
interface Level {
  readonly column: number;
  readonly line: Line;
  /** Undefined for the dash of a list item. */
  readonly key: string | undefined;
  /** Whether lines below can be its value: it has none yet. */
  open: boolean;
  /** The key in the same column right before, which has been left without a value. */
  after?: Level;
}

interface Step {
  readonly slip?: Slip | undefined;
  /** The next line to read: values may go on over several. */
  readonly next: number;
}

class Reader {
  readonly #lines: readonly Line[];
  readonly #text: string;
  readonly #schema: SchemaNode | undefined;
  /** Keys with a meaning of their own, anywhere in the file. */
  readonly #words: ReadonlySet<string>;
  #levels: Level[] = [];
  /** How many lines each level that has been left had. */
  #left: { readonly level: Level; readonly lines: number }[] = [];
  readonly #siblings = new Map<Level, number>();

  constructor(lines: readonly Line[], text: string, schema: SchemaNode | undefined) {
    this.#lines = lines;
    this.#text = text;
    this.#schema = schema;
    const nodes = schema === undefined ? [] : [...nodesOf(schema)];
    this.#words = new Set(nodes.flatMap(({ properties }) => Object.keys(properties ?? {})));
  }

  /** Reads one line; `near` says that a slip in it may be what the parser stumbled over, `here` that it did so here. */
  read(index: number, near: boolean, here: boolean): Step {
    const line = this.#lines[index];
    if (line === undefined) return { next: index + 1 };
    let { body } = line;
    let column = line.indent;
    const slip = (found: Slip | undefined) => (near ? found : undefined);
    if (near && body.startsWith("\t")) return { slip: tabbed(line), next: index + 1 };

    const dashed = isDash(body);
    this.#leave(column, dashed);
    const misplaced = this.#misplaced(line, index, dashed);
    if (misplaced !== undefined && near) return { slip: misplaced, next: index + 1 };

    while (isDash(body)) {
      this.#enter({ column, line, key: undefined, open: true });
      const width = /^- */.exec(body)?.[0].length ?? 1;
      column += width;
      body = body.slice(width);
    }
    if (body === "" || body.startsWith("#")) return { next: index + 1 };

    const entry = keyOf(body);
    if (entry === undefined) {
      const top = this.#levels.at(-1);
      const continues = top !== undefined && !top.open && column > top.column && !dashed;
      if (!continues) {
        const isValue = dashed || (top !== undefined && top.open && column > top.column);
        const found = isValue && !here ? undefined : withoutColon(body, column, line, dashed);
        if (found !== undefined && near && !isPunctuated(body)) return { slip: found, next: index + 1 };
        if (top !== undefined) top.open = false;
      }
      return this.#value(index, column, body, slip);
    }

    const level: Level = { column, line, key: entry.key, open: true };
    this.#enter(level);
    const value = withoutComment(entry.value);
    if (value === "") return { next: index + 1 };
    level.open = false;
    return this.#value(index, column + entry.at, value, slip);
  }

  #enter(level: Level): void {
    const above = this.#levels.at(-1);
    if (above?.column === level.column && (level.key !== undefined || above.key === undefined)) {
      this.#siblings.set(level, (this.#siblings.get(above) ?? 1) + 1);
      const after = above.open && above.key !== undefined ? above : above.after;
      if (after !== undefined) level.after = after;
      this.#levels.pop();
    }
    const parent = this.#levels.at(-1);
    if (parent !== undefined) parent.open = false;
    this.#levels.push(level);
  }

  /** Levels further to the right have ended. */
  #leave(column: number, dashed: boolean): void {
    this.#left = [];
    for (let top = this.#levels.at(-1); top !== undefined; top = this.#levels.at(-1)) {
      // The items of a list may stand in the column of the list's key; the key after it ends them.
      const below = this.#levels.at(-2);
      const ends =
        top.column > column || (top.column === column && top.key === undefined && !dashed && below?.column === column);
      if (!ends) return;
      this.#left.push({ level: top, lines: this.#siblings.get(top) ?? 1 });
      this.#levels.pop();
    }
  }

  #misplaced(line: Line, index: number, dashed: boolean): Slip | undefined {
    const top = this.#levels.at(-1);
    const isEntry = dashed || keyOf(line.body) !== undefined;
    if (!isEntry) return undefined;
    const last = this.#left[0]?.level;
    const outer = this.#left.at(-1)?.level;
    if (top === undefined && outer !== undefined && line.indent === 0) return outOfStep(outer, line);
    if (this.#left.length > 0 && (top === undefined ? line.indent > 0 : top.column < line.indent)) {
      return this.#fitsNothing(line, index, last);
    }
    if (top === undefined) return undefined;
    if (top.column < line.indent && !top.open) return this.#belowValue(line, index, top);
    if (top.column !== line.indent) return undefined;
    if (dashed && top.key !== undefined && !top.open) return this.#dashAmongKeys(line, top);
    if (!dashed && top.key === undefined) return this.#keyAmongItems(line, top);
    return undefined;
  }

  #fitsNothing(line: Line, index: number, last: Level | undefined): Slip {
    const outer = this.#left.at(-1);
    const top = this.#levels.at(-1);
    // A level of one line that is out of step, while this line is in step: the other is the slip.
    if (outer !== undefined && outer.lines === 1 && isOdd(outer.level.column) && !isOdd(line.indent))
      return outOfStep(outer.level, line);
    if (outer?.level.after !== undefined) return this.#notIndented(outer.level.after, outer.level, line);
    if (top !== undefined && isOdd(top.column) && !isOdd(line.indent) && !this.#siblings.has(top))
      return outOfStep(top, line);
    if (top?.column === 0 && top.key !== undefined && this.#schema?.properties?.[top.key] === undefined) {
      return {
        ...spanOf(top.line, top.column),
        message: `${labelOf(top)} is not a section, and starts in the first column`,
        hint: `write it ${indented(line.indent)}, beside ${nameOf(line)}`,
      };
    }
    const hints = this.#placesFor(line).map((level) => `${indented(level.column)}, beside ${labelOf(level)}`);
    if (last?.open === true && last.line === this.#lines[index - 1])
      hints.push(`${indented(last.column + 2)}, below ${labelOf(last)}`);
    return {
      ...spanOf(line),
      message: `${nameOf(line)} is indented by ${spaces(line.indent)}, which fits no line above it`,
      hint: `write it ${hints.join(", or ")}`,
    };
  }

  /** A key without a value, with what belongs below it in its own column. */
  #notIndented(empty: Level, below: Level, line: Line): Slip {
    return {
      ...spanOf(empty.line, empty.column),
      message: `${labelOf(empty)} has no value: what is below it starts in the same column`,
      hint: `write it ${indented(line.indent)}, beside ${nameOf(line)}`,
      related: { ...spanOf(below.line, below.column), message: "in the same column" },
    };
  }

  /** The levels that a line could stand beside: where the schema knows its key, else where it might. */
  #placesFor(line: Line): Level[] {
    const stack = [...this.#levels, ...this.#left.map(({ level }) => level).toReversed()];
    const key = isDash(line.body) ? undefined : keyOf(line.body)?.key;
    const places = stack.map((level, index) => ({ level, parent: this.#nodeAt(stack.slice(0, index)) }));
    const fitting =
      key === undefined
        ? places.filter(({ level }) => level.key === undefined)
        : places.filter(({ level, parent }) => level.key !== undefined && parent?.properties?.[key] !== undefined);
    const possible = places.filter(
      ({ level, parent }) =>
        level.key !== undefined && (parent === undefined || typeof parent.additionalProperties === "object"),
    );
    const chosen = [fitting, possible, places].find((some) => some.length > 0) ?? [];
    const far = ({ level }: (typeof places)[number]) => Math.abs(level.column - line.indent);
    const least = Math.min(...chosen.map(far));
    return chosen.filter((place) => far(place) === least).map(({ level }) => level);
  }

  #belowValue(line: Line, index: number, top: Level): Slip {
    const before = this.#lines[index - 2];
    const label = labelOf(top);
    if (this.#isFirstInList(top)) return dashMissing(top);
    // The line above the value, in the same column, is what waits for something below it.
    if (before !== undefined && before.indent === top.column && opens(before)) {
      return {
        ...spanOf(top.line, top.column),
        message: `${label} is not indented below ${nameOf(before)}, which has no value`,
        hint: `write it ${indented(line.indent)}`,
      };
    }
    if (before !== undefined && before.indent === line.indent && this.#couldBeBeside(top, before)) {
      return {
        ...spanOf(top.line, top.column),
        message: `${label} is indented by ${spaces(top.column)}, the lines around it by ${line.indent}`,
        hint: `write it ${indented(line.indent)}`,
      };
    }
    const key = keyOf(line.body)?.key;
    if (key !== undefined && this.#nodeAt(this.#levels)?.properties?.[key] !== undefined) {
      return {
        ...spanOf(top.line, top.column),
        message: `${label} has a value, and keys below it`,
        hint: `remove the value, or write it as a key of its own, such as ${quote(key)}`,
      };
    }
    if (isOdd(top.column) && !isOdd(line.indent)) return outOfStep(top, line);
    return {
      ...spanOf(line),
      message: `${nameOf(line)} is indented below ${label}, which has a value already`,
      hint: `write it ${indented(top.column)}, beside ${label}`,
    };
  }

  /** Whether the schema knows a key beside that of a line; without one, it might. */
  #couldBeBeside({ key }: Level, line: Line): boolean {
    const other = keyOf(line.body.replace(/^(?:- +)+/, ""))?.key;
    if (this.#schema === undefined || key === undefined || other === undefined) return true;
    return [...nodesOf(this.#schema)].some(
      ({ properties }) => properties?.[key] !== undefined && properties[other] !== undefined,
    );
  }

  #keyAmongItems(line: Line, top: Level): Slip {
    const key = keyOf(line.body)?.key ?? "";
    const list = this.#levels.findLast((level) => level.key !== undefined);
    const beside = this.#placesFor(line).at(-1);
    const known = beside?.key !== undefined && this.#words.has(key) && beside.column !== top.column;
    return {
      ...spanOf(line),
      message: `${quote(key)} is among the items of ${list === undefined ? "a list" : labelOf(list)}, without a dash`,
      hint: known
        ? `write it ${indented(beside.column)}, beside ${labelOf(beside)}`
        : `write \`- ${excerpt(line.body)}\` for an item; the keys of an item start in the column after its \`- \``,
    };
  }

  #dashAmongKeys(line: Line, top: Level): Slip {
    const body = line.body.replace(/^- */, "");
    const named = /^name:\s+(\S.*)$/.exec(body)?.[1];
    return {
      ...spanOf(line),
      message: `a list item is among keys: ${labelOf(top)} above it is one`,
      hint:
        named === undefined
          ? "remove the dash, or indent the item below the key of its list"
          : `write \`${withoutComment(named)}:\` without a dash, and the rest below it`,
    };
  }

  /** Whether a key is the first thing below the key of what has to be a list. */
  #isFirstInList(level: Level): boolean {
    if (level.key === undefined) return false;
    const parent = this.#levels.at(-2);
    if (parent?.key === undefined || parent.column >= level.column || this.#siblings.has(level)) return false;
    return this.#nodeAt(this.#levels.slice(0, -1))?.type === "array";
  }

  #nodeAt(levels: readonly Level[]): SchemaNode | undefined {
    let node = this.#schema;
    for (const { key } of levels) {
      if (key === undefined) node = alternative(node, "list")?.items;
      else node = propertySchema(alternative(node, "map"), key);
    }
    return alternative(node, "list") ?? node;
  }

  /** Reads a value that begins at a column of a line, to its end. */
  #value(index: number, column: number, value: string, slip: (found: Slip | undefined) => Slip | undefined): Step {
    const line = this.#lines[index] as Line;
    const start = line.start + column;
    const span = { start, end: line.end };
    const first = value[0] ?? "";
    if (first === '"' || first === "'") return this.#quoted(index, start, first, slip);
    if (first === "[" || first === "{") return this.#bracketed(index, start, slip);
    if (first === "|" || first === ">") {
      if (/^[|>][-+0-9]{0,2}$/.test(value)) return { next: this.#after(index, line.indent) };
      return {
        slip: slip({
          ...span,
          message: `text after ${quote(first)}, which begins a text on the lines below`,
          hint: inQuotes(value),
        }),
        next: index + 1,
      };
    }
    if (/^[-?] /.test(value)) {
      const hint =
        first === "-"
          ? `begin a list on the line below its key; text that starts with - needs quotes`
          : inQuotes(value);
      return {
        slip: slip({ ...span, message: `a value cannot start with ${quote(`${first} `)}`, hint }),
        next: index + 1,
      };
    }
    const colon = /:(?=[ \t]|$)/.exec(value);
    if (colon !== null && !/^[&*!%@`]/.test(value))
      return { slip: slip(this.#secondColon(value, colon.index, span)), next: index + 1 };
    return { next: index + 1 };
  }

  #secondColon(value: string, colon: number, span: Span): Slip {
    const before = value.slice(0, colon);
    const word = /(?:^|[\s,;])([A-Za-z]+)$/.exec(before)?.[1];
    if (word !== undefined && this.#words.has(word)) {
      const rest = value.slice(colon - word.length);
      const whole = word === before;
      return {
        start: span.start + colon - word.length,
        end: span.end,
        message: `a second key on one line: ${quote(word)}`,
        hint: `write ${quote(rest)} on ${whole ? "the line below, further to the right" : "a line of its own"}`,
      };
    }
    return { ...span, message: `a colon and a space inside a text: ${quote(value)}`, hint: inQuotes(value) };
  }

  #quoted(index: number, start: number, mark: string, slip: (found: Slip | undefined) => Slip | undefined): Step {
    const pattern = mark === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
    pattern.lastIndex = start;
    const end = start + (pattern.exec(this.#text)?.[0].length ?? this.#text.length);
    const last = this.#lineAt(end - 1, index);
    const line = this.#lines[last];
    const rest = line === undefined || end > line.end ? "" : this.#text.slice(end, line.end);
    const next = last + 1;
    if (/^\s*(?:#.*)?$/.test(rest) || /^\s+#/.test(rest)) return { next };
    if (last > index) {
      const found = {
        start,
        end: start + 1,
        message: "a quote that is not closed",
        hint: "end the text with the same quote",
      };
      return { slip: found, next };
    }
    // A key in quotes, or one after a dash, has been told apart before.
    const written = this.#text.slice(start, line?.end);
    const hint =
      mark === "'" && /^\w/.test(rest)
        ? `in 'single quotes', an apostrophe is written twice: \`''\`; or use "double quotes"`
        : inQuotes(withoutComment(written));
    return {
      slip: slip({
        start: end,
        end: line?.end ?? end,
        message: `text after the closing quote: ${quote(rest.trim())}`,
        hint,
      }),
      next,
    };
  }

  #bracketed(index: number, start: number, slip: (found: Slip | undefined) => Slip | undefined): Step {
    let depth = 0;
    const token = /"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'|[[{]|[\]}]|[^[\]{}"']+|["']/y;
    token.lastIndex = start;
    for (let found = token.exec(this.#text)?.[0]; found !== undefined; found = token.exec(this.#text)?.[0]) {
      if (found === "[" || found === "{") depth++;
      else if (found === "]" || found === "}") depth--;
      if (depth === 0) break;
    }
    const end = depth === 0 ? token.lastIndex : this.#text.length;
    const last = this.#lineAt(end - 1, index);
    const line = this.#lines[last];
    const rest = line === undefined || end > line.end ? "" : this.#text.slice(end, line.end);
    if (last > index || /^\s*(?:#.*)?$/.test(rest) || /^\s*[\]},:]/.test(rest)) return { next: last + 1 };
    const written = withoutComment(this.#text.slice(start, line?.end));
    return {
      slip: slip({
        start: end + (/^\s*/.exec(rest)?.[0].length ?? 0),
        end: line?.end ?? end,
        message: `text after the closing ${quote(this.#text[end - 1] ?? "")}`,
        hint: `remove it, or ${inQuotes(written)}`,
      }),
      next: last + 1,
    };
  }

  #lineAt(offset: number, from: number): number {
    let index = from;
    while (index + 1 < this.#lines.length && (this.#lines[index + 1]?.start ?? 0) <= offset) index++;
    return index;
  }

  /** The first line that is not further to the right. */
  #after(index: number, indent: number): number {
    let next = index + 1;
    while (next < this.#lines.length && (this.#lines[next]?.indent ?? 0) > indent) next++;
    return next;
  }
}

const isDash = (body: string): boolean => /^-(?: |$)/.test(body);
const isOdd = (column: number): boolean => column % 2 === 1;

/** The key that a line begins with, what follows its colon, and where that begins. */
function keyOf(body: string): { key: string; value: string; at: number } | undefined {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*:(?=[ \t]|$)[ \t]*/.exec(body);
  const plain = /^(?!["'[\]{}#&*!|>%@`]|- |\? )(.*?)[ \t]*:(?=[ \t]|$)[ \t]*/.exec(body);
  const found = quoted ?? plain;
  if (found === null || /\s#/.test(plain?.[1] ?? "")) return undefined;
  const key = found[1] ?? found[2] ?? "";
  return { key, value: body.slice(found[0].length), at: found[0].length };
}

/** Whether a line has a key that waits for its value. */
const opens = ({ body }: Line): boolean => {
  const entry = keyOf(body.replace(/^(?:- +)+/, ""));
  return entry !== undefined && withoutComment(entry.value) === "";
};

const withoutComment = (value: string): string =>
  /^["']/.test(value) ? value : value.replace(/(?:^|\s+)#.*$/, "").trimEnd();

const spaces = (count: number): string => `${count} ${count === 1 ? "space" : "spaces"}`;
const indented = (column: number): string =>
  column === 0 ? "without spaces before it" : `with ${spaces(column)} before it`;
const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
const labelOf = ({ key }: Level): string => (key === undefined ? "the `- ` above" : quote(key));

function nameOf({ body }: Line): string {
  if (isDash(body)) return "this `- `";
  return quote(keyOf(body)?.key ?? withoutComment(body));
}

/** What a line begins with. */
function spanOf(line: Line, column = line.indent): Span {
  const start = line.start + column;
  const body = line.body.slice(column - line.indent);
  const length = isDash(body) ? 1 : (keyOf(body)?.key.length ?? body.length);
  return { start, end: start + Math.max(length, 1) };
}

const inQuotes = (value: string): string => {
  const text = excerpt(value);
  return `put the whole text in quotes: \`${text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`}\``;
};

const outOfStep = (level: Level, line: Line): Slip => ({
  ...spanOf(level.line, level.column),
  message: `${labelOf(level)} is indented by ${spaces(level.column)}, ${nameOf(line)} below it by ${line.indent}`,
  hint: `keys of one map start in the same column: write both ${indented(line.indent)}`,
});

const tabbed = (line: Line): Slip => ({
  start: line.start + line.indent,
  end: line.start + line.indent + 1,
  message: "a tab in the indentation",
  hint: "YAML is indented with spaces; editors can turn tabs into spaces",
});

function dashMissing({ line, column, key }: Level): Slip {
  const written = line.body.slice(column - line.indent);
  const spaced = written.replace(/^-/, "");
  return {
    ...spanOf(line, column),
    message:
      spaced === written
        ? `a list item without a dash: ${quote(key ?? "")}`
        : `no space after the dash: ${quote(key ?? "")}`,
    hint: `write \`- ${excerpt(spaced)}\`, and its other keys in the column after the \`- \``,
  };
}

/** Text that only brackets, quotes and the like begin is somebody else's to explain. */
const isPunctuated = (body: string): boolean => /^["'[\]{}&*!|>%@`]/.test(body);

/** A line that should be a key with its value, and lacks the colon, or the space after it or after the dash. */
function withoutColon(body: string, column: number, line: Line, dashed: boolean): Slip | undefined {
  const start = line.start + column;
  const written = withoutComment(body);
  const slip = (message: string, write: string): Slip => ({
    start,
    end: start + written.length,
    message,
    hint: `write \`${excerpt(write)}\``,
  });
  const dash = /^-(?=\S)(.+)$/.exec(written)?.[1];
  if (dash !== undefined && !dashed) return slip(`no space after the dash: ${quote(written)}`, `- ${dash}`);
  const wide = /^([^\s\uff1a\ufe55]+)[\uff1a\ufe55]\s*(.*)$/.exec(written);
  if (wide !== null) return slip("not an ordinary colon", `${wide[1] ?? ""}: ${wide[2] ?? ""}`.trimEnd());
  const odd = /^([^\s:]+):([^\S \t])\s*(.*)$/.exec(written);
  if (odd !== null) return slip("not an ordinary space after the colon", `${odd[1] ?? ""}: ${odd[3] ?? ""}`.trimEnd());
  const unspaced = /^([^\s:]+)\s*:(\S.*)$/.exec(written);
  if (unspaced !== null) {
    const [, key = "", value = ""] = unspaced;
    return slip(`no space after the colon: ${quote(written)}`, `${key}: ${value.trim()}`);
  }
  const equals = /^([^\s=]+)\s*=\s*(.*)$/.exec(written);
  if (equals !== null) return slip(`\`=\` instead of a colon`, `${equals[1] ?? ""}: ${equals[2] ?? ""}`.trimEnd());
  const words = /^(\S+)\s+(\S.*)$/.exec(written);
  if (words !== null) return slip(`no colon after ${quote(words[1] ?? "")}`, `${words[1] ?? ""}: ${words[2] ?? ""}`);
  return slip(`no colon after ${quote(written)}`, `${written}:`);
}

/** A schema with everything in it. */
function* nodesOf(node: SchemaNode, seen = new Set<SchemaNode>()): Generator<SchemaNode> {
  if (seen.has(node)) return;
  seen.add(node);
  yield node;
  const below = [...Object.values(node.properties ?? {}), node.items, node.additionalProperties, ...(node.anyOf ?? [])];
  for (const one of below) if (typeof one === "object") yield* nodesOf(one, seen);
}
