/** What IAM counts of a policy: every character that is not white space. */
export const sizeOf = (policy: object): number => JSON.stringify(policy).replaceAll(/\s/g, "").length;

/** An action of a policy as IAM matches it. */
export const globOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*")}$`, "i");
