import { Composer, isMap, isScalar, isSeq, Lexer, Parser, CST, type ErrorCode as YamlCode } from "yaml";
import { escaped, hasHidden, hiddenCharacters } from "../model/characters.ts";
import type { ErrorCode } from "../model/errors.ts";
import { quote } from "./problems.ts";
import type { SchemaNode } from "./schema.ts";
import { findSlip } from "./slips.ts";
import type { ListTree, MapTree, Span, TextTree, Tree } from "./tree.ts";

/** A problem with the file as text, at offsets. */
export interface Mistake extends Span {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
  readonly related?: Span & { readonly message: string };
}

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 64;
/** Words and signs, line ends too: an organization of 1,000 accounts and 16,000 assignments has some 900,000. */
const MAX_LEXEMES = 1_000_000;
/** The same organization has some 220,000. */
const MAX_LINES = 500_000;
/** So many things after a value that is complete, each a mistake, are not read to their end. */
const MAX_TRAILING = 1_000;
/** So many places of one sort of mistake are enough to see what is wrong. */
const ENOUGH = 20;
/** Keys that objects have a meaning for. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads YAML as maps, lists and text, with positions. Everything that YAML can do beyond that is refused: every
 * scalar means the text as it is written. No tree when there are mistakes that leave its shape in doubt. The schema, when
 * there is one, helps to say what was meant.
 */
export function readYaml(
  text: string,
  schema?: SchemaNode,
): { readonly tree?: Tree; readonly mistakes: readonly Mistake[] } {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    return { mistakes: [{ code: "ORG0105", message: "the file is larger than 4 MiB", start: 0, end: 0 }] };
  }
  if (hasMoreLines(text, MAX_LINES)) return { mistakes: [tooMany(MAX_LINES, "lines", 0)] };
  const hidden = findHidden(text);
  if (hidden.length > 0) return { mistakes: hidden };
  const { tokens, mistakes, stopped, opened, quotes } = tokenize(text);
  if (stopped) return { mistakes };

  const options = { schema: "failsafe", uniqueKeys: false, stringKeys: true, prettyErrors: false } as const;
  const document = compose(tokens, options, text.length);
  // One slip makes the parser stumble many times: only its first complaint says something.
  const first = document?.errors
    .filter(({ code, message, pos }) => {
      const known = REFUSED_BEFORE.has(code) || /directives-end/.test(message);
      return !known && !mistakes.some(({ start }) => start === pos[0]);
    })
    .toSorted((left, right) => left.pos[0] - right.pos[0])[0];
  if (first) mistakes.push(explain(first.code, first.message, first.pos, { text, schema, opened, quotes }));
  if (mistakes.length > 0 || !document) return { mistakes };
  return toTree(document.contents, text);
}

/**
 * The library's document of the tokens. It makes an error, with its stack, of each of its complaints, however many
 * there are: after enough of them the document is cut short.
 */
function compose(
  tokens: readonly CST.Token[],
  options: ConstructorParameters<typeof Composer>[0],
  end: number,
): { readonly contents: unknown; readonly errors: readonly Complaint[] } | undefined {
  const composer = new Composer(options);
  const internals = composer as unknown as { onError: (...complaint: never[]) => void };
  const errors: Complaint[] = [];
  const report = (source: unknown, code: YamlCode, message: string, warning?: boolean): void => {
    if (warning === true) return;
    const [from, to] = positionOf(source);
    errors.push({ code, message, pos: [from, to] });
    if (errors.length === MOST_COMPLAINTS) throw new Crowded();
  };
  internals.onError = report;
  try {
    const [document] = [...composer.compose(tokens, true, end)];
    return document && { contents: document.contents, errors: [...document.errors, ...errors] };
  } catch (error) {
    if (error instanceof Crowded) return { contents: undefined, errors };
    throw error;
  }
}

interface Complaint {
  readonly code: YamlCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

const MOST_COMPLAINTS = 1_000;
class Crowded extends Error {}

/** As the library takes it: an offset, a range, or a token. */
function positionOf(source: unknown): [number, number] {
  if (typeof source === "number") return [source, source + 1];
  if (Array.isArray(source)) {
    const [from, to] = source as number[];
    return [from ?? 0, to ?? from ?? 0];
  }
  const { offset = 0, source: text } = source as { offset?: number; source?: unknown };
  return [offset, offset + (typeof text === "string" ? text.length : 1)];
}

/** Mistakes that `tokenize` has already told of in its own words. */
const REFUSED_BEFORE: ReadonlySet<YamlCode> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_COLLECTION_TYPE",
  "BAD_DIRECTIVE",
  "BAD_PROP_ORDER",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_DOCS",
  "MULTIPLE_TAGS",
  "TAG_RESOLVE_FAILED",
]);

function findHidden(text: string): Mistake[] {
  if (/^\ufffd{2}|^[^\0]?\0[^\0]\0/.test(text) && text.includes("\0")) {
    return [{ code: "ORG0107", message: "the file is not UTF-8", hint: "save it as UTF-8", start: 0, end: 0 }];
  }
  const mistakes: Mistake[] = [];
  for (const { offset, character } of hiddenCharacters(text)) {
    const message =
      character === "\ufffd" ? "a byte here is not UTF-8" : `an invisible character: ${escaped(character)}`;
    const hint = character === "\ufffd" ? "save the file as UTF-8" : "delete it, or type the text again";
    mistakes.push({ code: "ORG0107", message, hint, start: offset, end: offset + character.length });
    if (mistakes.length === ENOUGH) break;
  }
  return mistakes;
}

interface Tokens {
  readonly tokens: CST.Token[];
  readonly mistakes: Mistake[];
  /** Enough is known, and the tokens are not all there are. */
  readonly stopped: boolean;
  /** Where the bracket stands that was never closed, if there is one. */
  readonly opened: number | undefined;
  /** Where texts in quotes begin. */
  readonly quotes: readonly number[];
}

/**
 * Cuts the text into tokens, and refuses what org.yaml does not use before the library gives it a meaning. Stops early
 * where going on could only cost time.
 */
function tokenize(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const mistakes: Mistake[] = [];
  const brackets: number[] = [];
  let opened: number | undefined;
  const quotes: number[] = [];
  let documents = 0;
  let stopped = false;
  let inScalar = false;
  /** Nothing has come since the last comma of a list or map in brackets. */
  let afterComma = false;
  const refuse = (feature: string, end: number, hint: string) =>
    mistakes.push({ code: "ORG0103", message: `${feature} cannot be used here`, start: parser.offset, end, hint });

  function take(token: CST.Token): void {
    tokens.push(token);
    if (token.type !== "document" || ++documents !== 2) return;
    const start = token.start.find(({ type }) => type === "doc-start") ?? token;
    const end = start.offset + ("source" in start ? start.source.length : 0);
    const hint = "a file is one document: remove the ---";
    mistakes.push({ code: "ORG0103", message: "a second document begins here", start: start.offset, end, hint });
  }

  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const end = parser.offset + lexeme.length;
    if (++lexemes > MAX_LEXEMES) {
      mistakes.push(tooMany(MAX_LEXEMES, "words, signs and lines", parser.offset));
      stopped = true;
    }
    if (inScalar) {
      inScalar = false;
      afterComma = false;
    } else {
      if (lexeme[0] === "," && afterComma && brackets.length > 0) {
        // The library takes each of many for a complaint of its own, which costs seconds.
        mistakes.push({
          code: "ORG0102",
          message: "an empty entry between two commas",
          start: parser.offset,
          end,
          hint: "remove one of the commas",
        });
      }
      if (!/^[\s#]/.test(lexeme)) afterComma = lexeme[0] === ",";
      switch (lexeme[0]) {
        case SCALAR_FOLLOWS:
          inScalar = true;
          break;
        case BRACKET_UNCLOSED:
          opened ??= brackets.pop();
          break;
        case "'":
        case '"':
          quotes.push(parser.offset);
          break;
        case "[":
        case "{":
          brackets.push(parser.offset);
          break;
        case "]":
        case "}": {
          const open = brackets.pop();
          if (open !== undefined && text[open] !== (lexeme[0] === "]" ? "[" : "{")) opened ??= open;
          break;
        }
        case "&":
        case "*":
          mistakes.push({ code: "ORG0103", start: parser.offset, end, ...anchorOrText(lexeme, text, parser.offset) });
          break;
        case "!":
          refuse(`the tag ${quote(lexeme)}`, end, "text that starts with ! needs quotes");
          break;
        case "%":
          refuse(`the directive ${quote(lexeme)}`, end, "the file is YAML 1.2, where no directive is needed");
          break;
      }
    }
    for (const token of parser.next(lexeme)) take(token);
    if (parser.stack.length > MAX_DEPTH + 1 && CST.isCollection(parser.stack.at(-1))) {
      const start = parser.offset - lexeme.length;
      mistakes.push({ code: "ORG0105", message: `nested more than ${MAX_DEPTH} levels deep`, start, end: start });
      stopped = true;
    }
    stopped ||= mistakes.length >= ENOUGH || documents > 1;
    if (stopped || tokens.at(-1)?.type === "error" || trailing(parser) > MAX_TRAILING) break;
  }
  for (const token of parser.end()) take(token);
  return { tokens, mistakes, stopped, opened: opened ?? brackets.pop(), quotes };
}

/** An anchor and its aliases belong together; one alone is text that lacks its quotes, or a pattern. */
function anchorOrText(lexeme: string, text: string, at: number): Pick<Mistake, "message" | "hint"> {
  const isAnchor = lexeme.startsWith("&");
  const rest = text.slice(at + lexeme.length, at + lexeme.length + 80);
  const name = lexeme.slice(1);
  if (name !== "" && (text.includes(`${isAnchor ? "*" : "&"}${name}`) || (isAnchor && /^ +[^\s#]/.test(rest)))) {
    const message = `the ${isAnchor ? "anchor" : "alias"} ${quote(lexeme)} cannot be used here`;
    return { message, hint: "write the value out in each place" };
  }
  const before = text.slice(0, at);
  const [section] = [...before.matchAll(/^[A-Za-z]+(?=:)/gm)].at(-1) ?? [];
  const [key = ""] = [...before.slice(-MOST_BEFORE).matchAll(/[A-Za-z]+(?=:\s)/g)].at(-1) ?? [];
  if (isAnchor || section === "ignore" || !LISTS_OF_NAMES.has(key)) {
    return { message: `text that starts with ${quote(lexeme[0] ?? "")} needs quotes`, hint: `write "${lexeme}"` };
  }
  return {
    message: `${quote(lexeme)} is not a name, and names have no patterns here`,
    hint: "list each name",
  };
}

/** So far before an item its list's key is looked for. */
const MOST_BEFORE = 4_000;
const LISTS_OF_NAMES: ReadonlySet<string> = new Set([
  "accounts",
  "groups",
  "members",
  "ous",
  "permissionSets",
  "requiredAdmins",
  "targets",
  "users",
]);

/** How much stands after the value that was read last: blanks and a comment, or mistakes. */
function trailing({ stack }: Parser): number {
  const last = stack.at(-1);
  return last !== undefined && "end" in last && last.type !== "document" ? (last.end?.length ?? 0) : 0;
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 1;
  for (let end = text.indexOf("\n"); end !== -1 && lines <= most; end = text.indexOf("\n", end + 1)) lines++;
  return lines > most;
}

const tooMany = (most: number, what: string, at: number): Mistake => ({
  code: "ORG0105",
  message: `more than ${most.toLocaleString("en-US")} ${what}`,
  hint: "take parts of it into files of their own, with include:",
  start: at,
  end: at,
});

const SCALAR_FOLLOWS = "\u001f";
const BRACKET_UNCLOSED = "\u0018";

/** Complaints about the shape of the file, of which its lines show more than the library says. */
const LINE_FOR_LINE: ReadonlySet<YamlCode> = new Set([
  "BAD_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "IMPOSSIBLE",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
]);

/** The YAML library's complaint in our words. */
function explain(
  code: YamlCode,
  message: string,
  [start, end]: readonly [number, number],
  context: { text: string; schema: SchemaNode | undefined } & Pick<Tokens, "opened" | "quotes">,
): Mistake {
  const { text, schema, opened, quotes } = context;
  const say = (what: string, hint: string, from = start, to = Math.max(end, from + 1)): Mistake => ({
    code: code === "NON_STRING_KEY" ? "ORG0106" : "ORG0102",
    message: what,
    hint,
    start: Math.min(from, text.length),
    end: Math.min(to, text.length),
  });
  if (message.startsWith("Missing closing")) {
    const from = quotes.findLast((at) => at < start) ?? start;
    return say("a quote that is not closed", "end the text with the same quote", from, from + 1);
  }
  if (opened !== undefined && opened <= start) {
    const [what, closing] = text[opened] === "[" ? ["list", "]"] : ["map", "}"];
    return say(`a ${what} that is not closed`, `end it with ${closing}`, opened, opened + 1);
  }
  if (/[\]}]/.test(text[start] ?? "") && code !== "BAD_DQ_ESCAPE") {
    return say(`a ${quote(text[start] ?? "")} too many`, "remove it");
  }
  if (code === "TAB_AS_INDENT")
    return say("a tab in the indentation", "YAML is indented with spaces; editors can turn tabs into spaces");
  if (/\r(?!\n)/.test(text)) {
    const at = text.search(/\r(?!\n)/);
    return say("a carriage return without a line feed", "save the file with LF or CRLF line ends", at, at + 1);
  }
  const slip = LINE_FOR_LINE.has(code) ? findSlip(text, start, schema) : undefined;
  if (slip !== undefined) return { code: "ORG0102", ...slip };
  switch (code) {
    case "BAD_DQ_ESCAPE":
      return say(
        `${quote(text.slice(start, start + 2))} is not an escape that YAML has`,
        "write the text in 'single quotes', or the backslash as \"\\\\\"",
      );
    case "BAD_SCALAR_START":
      return say(
        `text cannot start with ${text[start] === "`" ? "a backtick" : quote(text[start] ?? "")}`,
        `write it in quotes: "${/^[^\n,\]}"]*/.exec(text.slice(start, start + 80))?.[0].trimEnd() ?? ""}"`,
      );
    case "BLOCK_AS_IMPLICIT_KEY":
      return say("a second `key:` on one line", "put it on a line of its own, or the text in quotes");
    case "KEY_OVER_1024_CHARS":
      return say("a key longer than 1024 characters", "keys are short names", start, start + 1);
    case "MULTILINE_IMPLICIT_KEY":
      return say(
        "a key without a value, or one that goes on over several lines",
        "write `key: value` on one line, with a space after the colon",
      );
    case "NON_STRING_KEY":
      return say("a key that is a list or a map", "keys are plain text");
    case "BAD_INDENT": {
      const from = start + (/^ */.exec(text.slice(start, start + 200))?.[0].length ?? 0);
      const hint = "keys of one map start in the same column; what belongs to a key stands further to the right";
      return say("the indentation does not fit", hint, from);
    }
    case "BLOCK_IN_FLOW":
      return say("a comma or a bracket is missing here", "inside { } and [ ], commas stand between items");
    case "MISSING_CHAR":
      if (message.endsWith("map values"))
        return say("a key without a colon", "write `key: value`, with a space after the colon");
      if (message.startsWith("Missing ,"))
        return say("a comma is missing before this", "items in { } and [ ] are separated by commas");
      if (message.startsWith("Comments"))
        return say("a comment without a space before it", "write a space before the #");
      break;
    case "UNEXPECTED_TOKEN":
      if (/Unexpected ,|empty item/.test(message)) return say("a comma too many", "remove it");
      if (/block-seq-ind/.test(message))
        return say("a list item on the line of its key", "begin the list on the next line");
      break;
    default:
  }
  return say("the file is not valid YAML from here on", "look for a missing colon, quote, bracket or space before it");
}

/** From the library's nodes to ours, with the checks that a text needs. */
function toTree(root: unknown, source: string): { tree?: Tree; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];

  function convert(node: unknown, at: number): Tree {
    if (isMap(node)) return convertMap(node);
    if (isSeq(node)) {
      const [start, end] = node.range ?? [at, at];
      const items: Tree[] = [];
      let offset = start;
      for (const item of node.items) {
        const tree = convert(item, offset);
        if (tree.type === "text" && tree.plain) refuseSwallowedDash(tree);
        items.push(tree);
        offset = tree.end;
      }
      return { type: "list", start, end, items } satisfies ListTree;
    }
    return convertText(node, at);
  }

  /** Text may go on over several lines: a dash that is too far to the right would be a part of it. */
  function refuseSwallowedDash({ start, end }: TextTree): void {
    const written = source.slice(start, end);
    const dash = /\n[ \t]*-(?=[ \t])/.exec(written);
    if (dash === null) return;
    const at = start + dash.index + dash[0].length - 1;
    mistakes.push({
      code: "ORG0102",
      message: "this `- ` is further to the right than the one above, and would be a part of its text",
      hint: "write all `- ` of a list in one column",
      start: at,
      end: at + 1,
    });
  }

  function convertText(node: unknown, at: number): TextTree {
    if (!isScalar(node)) return { type: "text", start: at, end: at, text: "", plain: true };
    const [start, end] = node.range ?? [at, at];
    const text = typeof node.value === "string" ? node.value : "";
    // The file's own text is clean by now, so only an escape such as "\u202e" can bring one of these in.
    if (node.type === "QUOTE_DOUBLE" && hasHidden(text)) {
      mistakes.push({
        code: "ORG0107",
        message: `an escape for an invisible character: ${quote(text)}`,
        hint: "write the text without it; in \"double quotes\" a backslash begins an escape, in 'single quotes' it is one",
        start,
        end,
      });
    }
    const plain = node.type === "PLAIN";
    const comment = text === "" && plain && /^[ \t]*#/.test(source.slice(end, node.range?.[2] ?? end));
    return { type: "text", start, end, text, plain, ...(comment ? { comment } : {}) };
  }

  function convertMap(node: {
    items: readonly { key: unknown; value: unknown }[];
    range?: readonly number[] | null;
  }): MapTree {
    const [start = 0, end = start] = node.range ?? [];
    const entries = new Map<string, { key: TextTree; value: Tree }>();
    for (const item of node.items) {
      const key = convertText(item.key, start);
      const value = convert(item.value, key.end);
      const first = entries.get(key.text);
      const refused = refusal(key);
      if (refused) mistakes.push({ ...refused, start: key.start, end: key.end });
      else if (first) {
        mistakes.push({
          code: "ORG0104",
          message: `a duplicate key: ${quote(key.text)}`,
          hint: "merge the two, or rename one",
          start: key.start,
          end: key.end,
          related: { message: "first here", start: first.key.start, end: first.key.end },
        });
      } else entries.set(key.text, { key, value });
    }
    return { type: "map", start, end, entries };
  }

  const tree = convert(root, 0);
  return { tree, mistakes };
}

function refusal({ text, plain }: TextTree): Omit<Mistake, keyof Span> | undefined {
  if (text === "<<" && plain) {
    return { code: "ORG0103", message: "the merge key `<<` cannot be used here", hint: "write the keys out" };
  }
  if (text === "") return { code: "ORG0106", message: "an empty key", hint: "a key is a name before the colon" };
  if (UNSAFE_KEYS.has(text)) {
    return { code: "ORG0106", message: `${quote(text)} cannot be a key`, hint: "choose another name" };
  }
  return undefined;
}
