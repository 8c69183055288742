import stringWidth from "string-width";
import type { AccessChange, AccessEffect } from "../model/plan.ts";
import { columns, placeText, wrapped } from "./layout.ts";
import { accessText, type Brevity, dangerOf, isMore } from "./reach.ts";
import type { Format, Style } from "./style.ts";

const SYMBOLS: Record<AccessEffect, { readonly symbol: string; readonly format: Format }> = {
  gains: { symbol: "+", format: "green" },
  loses: { symbol: "-", format: "red" },
  widens: { symbol: "\u25b2", format: "green" },
  narrows: { symbol: "\u25bc", format: "red" },
  changes: { symbol: "~", format: "yellow" },
  keeps: { symbol: "=", format: "dim" },
};

/** Everybody in a short list; of a longer one its beginning. */
const SHORT = 6;
const FEW: Brevity = { people: 3, accounts: 4 };
/** Who comes to more than others have is named, unless there are a great many. */
const MOST = 10;

/** How far the rest of a sentence stands in. */
const INDENT = "      ";
/** So wide that a place on the right leaves room for a sentence. */
const WIDE = 80;

/** Who reaches what after a plan that they do not before it, and the other way round: a sentence for each row. */
export const accessLines = (access: readonly AccessChange[], style: Style): string[] =>
  access.length === 0
    ? []
    : [style.paint("bold", "Who reaches what"), ...access.flatMap((row) => sentenceLines(row, style))];

function sentenceLines(row: AccessChange, style: Style): string[] {
  const danger = dangerOf(row) !== undefined;
  const { symbol, format } = SYMBOLS[row.effect];
  const alarming = danger && isMore(row);
  const formats: Format[] = alarming ? ["bold", "red"] : danger && row.effect !== "keeps" ? ["bold", format] : [format];
  const sentence = accessText(row, {
    people: fewOf(row.who.length, danger ? MOST : SHORT, danger ? MOST : FEW.people),
    accounts: fewOf(row.accounts.length, SHORT, FEW.accounts),
  });
  const place = placeText(row.source);
  const mark = style.paint(formats, alarming ? "!" : symbol);
  const paint = (text: string): string => (alarming || row.effect === "keeps" ? style.paint(formats, text) : text);
  if (style.columns < WIDE) {
    const [head = "", ...rest] = wrapped(place === "" ? sentence : `${sentence} \u00b7 ${place}`, style.columns - 4);
    return [`  ${mark} ${paint(head)}`, ...rest.map((part) => `    ${paint(part)}`)];
  }
  const [head = "", ...rest] = wrapped(sentence, style.columns - INDENT.length - stringWidth(place));
  return [
    columns(`  ${mark} ${paint(head)}`, place === "" ? "" : style.paint("dim", place), style),
    ...rest.map((part) => INDENT + paint(part)),
  ];
}

const fewOf = (length: number, all: number, few: number): number => (length <= all ? all : few);
