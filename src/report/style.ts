export type Format = "bold" | "dim" | "red" | "green" | "yellow" | "cyan" | "underline";

/** What a text report may assume of where it is shown. */
export interface Style {
  /** Columns to fit into. */
  readonly columns: number;
  /** Whether a person reads it at a terminal; messages are wrapped only there. */
  readonly isTTY?: boolean;
  /** What starts orgsync in commands to paste, when that is more than its name: `npx orgsync`. */
  readonly startedAs?: string | undefined;
  paint(format: Format | Format[], text: string): string;
}

/** No colours, for files and tests. */
export const plain = (columns: number): Style => ({ columns, paint: (_format, text) => text });
