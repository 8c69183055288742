/** What came of one check. What could not be checked has not failed, and what does not apply was not checked. */
export type CheckOutcome = "ok" | "failed" | "unchecked" | "skipped";

/** Something that is wrong, or that could not be looked at. */
export interface Complaint {
  /** In one sentence without a full stop, as all texts here. */
  readonly what: string;
  readonly fix: string;
  /** A command, a line or a link that does it, to be copied as it stands. */
  readonly copy?: string;
}

export type Verdict =
  | { readonly outcome: "ok" | "skipped"; readonly says: string; readonly notes?: readonly string[] }
  | {
      readonly outcome: "failed" | "unchecked";
      readonly complaints: readonly [Complaint, ...Complaint[]];
      /** What a person should know, or look at where no API tells. */
      readonly notes?: readonly string[];
    };

/** One check, made. */
export type CheckReport = Verdict & {
  readonly name: string;
  /** What is checked, as a statement that is to be true. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
};
