import { callerRegion } from "../aws/clients.ts";
import { slugOf, type Start, whyNot } from "../draft/start.ts";
import { OrgsyncError } from "../model/errors.ts";
import { visible } from "../report/escape.ts";
import type { Io } from "./io.ts";

/** One thing that init has to know: how it is given, and how it is asked for. */
interface Field {
  readonly part: keyof Start;
  readonly flag: string;
  readonly question: string;
  readonly example: string;
  /** What it is unless somebody says otherwise; without one it has to be said. */
  readonly usual?: (answers: Partial<Start>) => string | Promise<string>;
}

/** In the order in which they are asked: what one suggests, the next can use. */
const FIELDS: readonly Field[] = [
  { part: "company", flag: "--company", question: "How is the company called?", example: "Acme" },
  {
    part: "email",
    flag: "--email",
    question: "E-mail of the management account's root user?",
    example: "aws@acme.com",
  },
  {
    part: "stages",
    flag: "--stages",
    question: "For which stages is there to be an account each?",
    example: "dev,production",
    usual: () => "dev,production",
  },
  { part: "name", flag: "--name", question: "Your name?", example: "Dax Raad" },
  { part: "user", flag: "--user", question: "Your work e-mail, to sign in with?", example: "dax@acme.com" },
  {
    part: "region",
    flag: "--region",
    question: "Region of IAM Identity Center?",
    example: "us-east-1",
    usual: () => callerRegion(),
  },
  {
    part: "startUrl",
    flag: "--start-url",
    question: "Address where people will sign in?",
    example: "https://acme.awsapps.com/start",
    usual: ({ company = "" }) => `https://${slugOf(company)}.awsapps.com/start`,
  },
];

/** What flags say of it. */
export type Given = { readonly [Part in keyof Start]?: string | undefined };

type Answers = { -readonly [Part in keyof Start]?: string };

/**
 * Throws an `OrgsyncError` (ORG0701) that names all that is not right with the flags; where nobody can be asked, what
 * they leave out belongs to it.
 */
export function checkFlags(given: Given, { asks }: { readonly asks: boolean }): void {
  const { unfit } = said(given);
  const needed = FIELDS.filter(({ usual }) => usual === undefined);
  const missing = needed.filter(({ part }) => given[part] === undefined).map(({ flag }) => flag);
  if (asks || missing.length === 0) return refuse(unfit);
  const names = missing.length === 1 ? missing.join("") : `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}`;
  throw new OrgsyncError("ORG0701", `init needs ${names} where there is nobody to ask`, {
    details: unfit.map(({ reason }) => reason),
    hint: `such as\n  orgsync init ${needed.map(exampleOf).join(" ")}`,
  });
}

/**
 * What flags that were checked say, and for the rest what somebody answers or, with nobody to ask, what is usual.
 * Undefined when somebody cancels.
 */
export async function answersTo(given: Given, asked: Io | undefined): Promise<Start | undefined> {
  const { answers } = said(given);
  for (const field of FIELDS) {
    const { part, flag, usual } = field;
    if (answers[part] !== undefined) continue;
    const initial = await usual?.(answers);
    const answer = asked === undefined ? initial : await ask(asked, field, initial, answers);
    if (answer === undefined) return undefined;
    answers[part] = answer;
    const reason = whyNot(part, answers);
    if (reason !== undefined) refuse([{ field, reason: `${flag} would be ${answer}: ${reason}` }]);
  }
  return answers as Start;
}

async function ask(
  io: Io,
  { part, question, example }: Field,
  initial: string | undefined,
  before: Partial<Start>,
): Promise<string | undefined> {
  const answer = await io.ask({
    message: question,
    initial,
    placeholder: example,
    validate(text) {
      const reason = text.trim() === "" ? "it is empty" : whyNot(part, { ...before, [part]: text.trim() });
      return reason === undefined ? undefined : visible(reason);
    },
  });
  return answer?.trim();
}

interface Unfit {
  readonly field: Field;
  readonly reason: string;
}

/** What flags say, and what of it does not fit. */
function said(given: Given) {
  const answers: Answers = {};
  const unfit: Unfit[] = [];
  for (const field of FIELDS) {
    const { part, flag } = field;
    const answer = given[part]?.trim();
    if (answer === undefined) continue;
    const reason = answer === "" ? "it is empty" : whyNot(part, { ...answers, [part]: answer });
    if (reason === undefined) answers[part] = answer;
    else unfit.push({ field, reason: `${flag} ${answer}: ${reason}` });
  }
  return { answers, unfit };
}

function refuse(unfit: readonly Unfit[]): void {
  const [first, ...others] = unfit;
  if (first === undefined) return;
  throw new OrgsyncError("ORG0701", first.reason, {
    details: others.map(({ reason }) => reason),
    hint: `such as ${unfit.map(({ field }) => exampleOf(field)).join(" ")}; nothing was written`,
  });
}

const exampleOf = ({ flag, example }: Field): string => `${flag} ${example.includes(" ") ? `"${example}"` : example}`;
