import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

type Node = DefaultTreeAdapterMap["node"];

/** Markdown as GitHub shows it, up to what GitHub looks for in its texts. */
export interface Page {
  /** All that one reads, block after block, but what stands in `code`. */
  readonly text: string;
  /** The elements in order, without those that show nothing of themselves: how the page is built. */
  readonly skeleton: string;
  /** What only hostile text can have brought, each in words. */
  readonly flaws: readonly string[];
  /** The links' addresses. */
  readonly links: readonly string[];
  /** Each alert's sort, title, and the texts below it. */
  readonly alerts: readonly { readonly sort: string; readonly title: string; readonly items: readonly string[] }[];
  /** The blocks of code by their language. */
  readonly code: readonly { readonly language: string; readonly text: string }[];
}

export function pageOf(markdown: string): Page {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const root = parseFragment(html);
  const nodes = all(root);
  return {
    text: nodes.flatMap((node) => ("value" in node && !isWithin(node, LANGUAGE) ? [node.value] : [])).join(""),
    skeleton: nodes.flatMap((node) => (isElement(node) && !QUIET.has(node.tagName) ? [node.tagName] : [])).join(" "),
    flaws: nodes.flatMap(flawsOf),
    links: nodes.flatMap((node) => (isElement(node) && node.tagName === "a" ? [attribute(node, "href")] : [])),
    alerts: nodes.flatMap((node) => (isElement(node) && node.tagName === "blockquote" ? [alertOf(node)] : [])),
    code: nodes.flatMap((node) =>
      isElement(node) && node.tagName === "code" && attribute(node, "class") !== ""
        ? [{ language: attribute(node, "class").replace("language-", ""), text: textOf(node) }]
        : [],
    ),
  };
}

type Element = DefaultTreeAdapterMap["element"];

const isElement = (node: Node): node is Element => "tagName" in node;
const all = (node: Node): Node[] => ("childNodes" in node ? node.childNodes.flatMap((one) => [one, ...all(one)]) : []);
const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
const attribute = (node: Element, name: string): string => node.attrs.find((one) => one.name === name)?.value ?? "";

/** Those that come and go with the text, and change nothing. */
const QUIET: ReadonlySet<string> = new Set(["span", "a", "br"]);

/** What a report is made of, with the attributes that it may have. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  b: [],
  blockquote: [],
  br: [],
  code: ["class"],
  details: ["open"],
  h2: [],
  h3: [],
  li: [],
  p: [],
  pre: [],
  span: [],
  strong: [],
  sub: [],
  summary: [],
  table: [],
  tbody: [],
  td: [],
  th: [],
  thead: [],
  tr: [],
  ul: [],
};

/**
 * What GitHub makes something of in the text of a page that is neither code nor a link: people, issues and tickets,
 * commits, emoji, addresses, formulas.
 */
const FOUND: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a mention", /(?<![\w`])@[a-z0-9]/i],
  ["an e-mail address", /[\w.+-]+@[\w-]/],
  ["an issue", /#\d/],
  ["a ticket", /(?:\bgh|\b[a-z]+)-\d|ghsa-/i],
  ["a commit", /(?<!\w)[0-9a-f]{7,}(?!\w)/i],
  ["an emoji", /:[\w+-]+:/],
  ["an address", /:\/\/|www\./i],
  // A dollar sign alone in an element is one, as GitHub's documentation has it.
  ["a formula", /.\$|\$./s],
];

function flawsOf(node: Node): string[] {
  if (isElement(node)) {
    const known = KNOWN[node.tagName];
    if (known === undefined) return [`<${node.tagName}>`];
    return node.attrs.filter(({ name }) => !known.includes(name)).map(({ name }) => `<${node.tagName} ${name}>`);
  }
  if (node.nodeName === "#text" && "value" in node) {
    if (isWithin(node, CODE)) return [];
    return FOUND.flatMap(([what, pattern]) => {
      const [match] = pattern.exec(node.value) ?? [];
      return match === undefined ? [] : [`${what}: ${match}`];
    });
  }
  return node.nodeName === "#document-fragment" ? [] : [`a ${node.nodeName}`];
}

const CODE = (element: Element): boolean => element.tagName === "code" || element.tagName === "pre";
const LANGUAGE = (element: Element): boolean => element.tagName === "code" && attribute(element, "class") !== "";

function isWithin(node: Node, is: (element: Element) => boolean): boolean {
  const parent = "parentNode" in node ? node.parentNode : null;
  return parent !== null && ((isElement(parent) && is(parent)) || isWithin(parent, is));
}

function alertOf(quote: Element): Page["alerts"][number] {
  const below = all(quote).filter(isElement);
  return {
    sort: /^\s*\[!([A-Z]+)\]/.exec(textOf(quote))?.[1] ?? "",
    title: textOf(below.find(({ tagName }) => tagName === "strong") ?? quote),
    items: below.filter(({ tagName }) => tagName === "li").map(textOf),
  };
}
