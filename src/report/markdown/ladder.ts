/** How much of a document is written out. */
export interface Detail {
  readonly notManaged: boolean;
  /** The lines of policies and of YAML, and the picture of the units. */
  readonly lines: boolean;
  /** Everything but the summary and the alerts. */
  readonly tables: boolean;
  /** Names in one list. */
  readonly names: number;
  /** Rows of one table. */
  readonly rows: number;
  /** Characters of one text, as written. */
  readonly text: number;
  /** What a smaller step leaves out of the one before. */
  readonly without: string;
}

/** From all there is down to the alerts alone, which no step shortens: they have room of their own. */
const LADDER: readonly Detail[] = [
  { notManaged: true, lines: true, tables: true, names: 50, rows: Number.POSITIVE_INFINITY, text: 4_000, without: "" },
  {
    notManaged: false,
    lines: true,
    tables: true,
    names: 50,
    rows: Number.POSITIVE_INFINITY,
    text: 4_000,
    without: "what is not managed",
  },
  {
    notManaged: false,
    lines: false,
    tables: true,
    names: 50,
    rows: Number.POSITIVE_INFINITY,
    text: 4_000,
    without: "the lines of policies",
  },
  {
    notManaged: false,
    lines: false,
    tables: true,
    names: 3,
    rows: Number.POSITIVE_INFINITY,
    text: 400,
    without: "the ends of long lists and texts",
  },
  {
    notManaged: false,
    lines: false,
    tables: true,
    names: 3,
    rows: 100,
    text: 300,
    without: "rows beyond the first 100 of a table",
  },
  {
    notManaged: false,
    lines: false,
    tables: true,
    names: 3,
    rows: 25,
    text: 200,
    without: "rows beyond the first 25 of a table",
  },
  {
    notManaged: false,
    lines: false,
    tables: true,
    names: 1,
    rows: 8,
    text: 120,
    without: "rows beyond the first 8 of a table",
  },
  {
    notManaged: false,
    lines: false,
    tables: false,
    names: 1,
    rows: 0,
    text: 60,
    without: "everything but the summary and the alerts",
  },
];

/** What a document is written for. */
export type Target = "comment" | "summary";

/**
 * GitHub refuses a comment of more than 65,536 characters, and drops the summaries of a step that are more than 1 MiB
 * together. What its callers add (a mark to find the comment by) has the rest.
 */
const MOST: Record<Target, number> = { comment: 60_000, summary: 1_000_000 };
const LENGTH: Record<Target, (text: string) => number> = {
  comment: (text) => text.length,
  summary: (text) => new TextEncoder().encode(text).length,
};

const ELSEWHERE: Record<Target, string> = {
  comment: "The job's summary has more, the run's artifact all of it.",
  summary: "The run's artifact has all of it.",
};

/** One try to write a document. */
export interface Attempt {
  readonly detail: Detail;
  /** The same text, while there is room for it: what is long already is not written to its end. */
  spend(text: string): string;
}

/** The most that fits, and what had to be left out so that it does. */
export function fitted(target: Target, write: (attempt: Attempt, shortened: string) => string): string {
  for (const [step, detail] of LADDER.entries()) {
    let left = MOST[target];
    const spend = (text: string): string => {
      left -= text.length;
      if (left < 0) throw TOO_LONG;
      return text;
    };
    const before = LADDER.slice(1, step + 1).filter((one) => one.rows === Number.POSITIVE_INFINITY || one === detail);
    const without = (detail.tables ? before : [detail]).map((one) => one.without).join("; ");
    const shortened = step === 0 ? "" : `**Shortened to fit.** Left out: ${without}. ${ELSEWHERE[target]}`;
    try {
      const text = write({ detail, spend }, shortened);
      if (LENGTH[target](text) <= MOST[target]) return text;
    } catch (error) {
      if (error !== TOO_LONG) throw error;
    }
  }
  throw new Error("the summary and the alerts alone are too long");
}

const TOO_LONG = new Error("there is no room for it");
