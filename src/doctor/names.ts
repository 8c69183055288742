/** What nobody is told by: names that orgsync and AWS give to everybody's things. */
const EVERYBODYS: ReadonlySet<string> = new Set([
  "~/.aws/config",
  ".orgsync/aws-config",
  "org.yaml",
  "AdministratorAccess",
  "FullAWSAccess",
  "default",
]);

const REGION = /^[a-z]{2}(?:-[a-z]{4,9}){1,2}-\d$/;

/** How names and other words of the reader's are shown. */
export interface Names {
  readonly areHidden: boolean;
  /** A name, whatever it is the name of. */
  name(text: string): string;
  /** A text that others made, in which names may be: those that are given, and what looks like one. */
  quoted(text: string, names?: readonly string[]): string;
}

/** As they are. */
export const openNames: Names = { areHidden: false, name: (text) => text, quoted: (text) => text };

/** Nothing by which anybody is known: the same name is the same number, so that a report can still be read. */
export function hiddenNames(): Names {
  const known = new Map<string, string>();
  const name = (text: string): string => {
    if (EVERYBODYS.has(text) || REGION.test(text)) return text;
    const number = known.get(text) ?? `[name ${known.size + 1}]`;
    known.set(text, number);
    return number;
  };
  return {
    areHidden: true,
    name,
    quoted(text, names = []) {
      const longest = [...names].filter((one) => one !== "").toSorted((left, right) => right.length - left.length);
      return withoutIds(longest.reduce((shown, one) => shown.replaceAll(one, () => name(one)), text));
    },
  };
}

/** What tells accounts, people and things apart wherever it stands: account ids, e-mails, ids, and names in ARNs. */
export function withoutIds(text: string): string {
  return text
    .replace(/\barn:[\w-]+:([\w-]+):[^\s,;"')\]]*/g, "arn:aws:$1:…")
    .replace(/[^\s<>()[\],;:"'=/]+/g, (word) => (word.includes("@") ? "…@…" : word))
    .replace(/\b\d{12}\b/g, "…")
    .replace(/\b(o|r|ou|d|p|ps|ssoins|car)-[0-9a-z]{4,}(?:-[0-9a-z]+)?\b/g, "$1-…")
    .replace(/\b(https:\/\/)[^\s/]+(\.awsapps\.com|\.app\.aws)/g, "$1…$2");
}
