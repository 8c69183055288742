import type { NewAccount, NewUser, NextSteps } from "../model/nextSteps.ts";
import { visible } from "./escape.ts";
import { wrapped } from "./layout.ts";
import { shellWord } from "./shell.ts";
import { asStarted } from "./started.ts";
import type { Style } from "./style.ts";
import { count } from "./text.ts";

/** One thing that a person has to do; texts are not yet made visible. */
export interface Step {
  readonly says: string;
  /** Commands, links or lines of org.yaml, to be copied as they stand. */
  readonly copy: readonly string[];
  /** Whom or what it is about, with what is particular about each. */
  readonly items: readonly { readonly name: string; readonly remark?: string }[];
}

/** What is left to people after an apply, in the order in which they do it; only what is true of this organization. */
export function stepsOf({ users, accounts, signIn }: NextSteps): Step[] {
  return [
    ...(signIn === undefined ? [] : signInSteps(users, signIn)),
    ...accountSteps(accounts),
    ...profileSteps(users),
  ];
}

function signInSteps(users: readonly NewUser[], { portal, consoleUrl }: NonNullable<NextSteps["signIn"]>): Step[] {
  if (users.length === 0) return [];
  const one = users.length === 1;
  return [
    {
      says: `AWS invites nobody who is made through its API, and no API tells whether it sends them a code. Once for all: in the console under Settings, Authentication, Standard authentication, switch on "Send email OTP"`,
      copy: [consoleUrl],
      items: [],
    },
    {
      says: `Tell ${one ? "the new user" : "the new users"} to sign in at ${portal} with ${one ? "this name" : "these names"}: AWS mails a code, and asks for a password`,
      copy: [],
      items: users.map(({ name, reaches }) =>
        reaches === false ? { name, remark: "reaches no account yet: no assignment gives any" } : { name },
      ),
    },
  ];
}

function accountSteps(accounts: readonly NewAccount[]): Step[] {
  const unnamed = accounts.filter(({ named }) => !named);
  const one = accounts.length === 1;
  const roots = accounts.every(({ rootless }) => rootless === true)
    ? `${one ? "its root user has" : "their root users have"} no credentials, and rootAccess keeps it so`
    : accounts.every(({ rootless }) => rootless === false)
      ? `${one ? "its root user has" : "their root users have"} no password until somebody sets one by such a mail`
      : "";
  return [
    ...(unnamed.length === 0
      ? []
      : [
          {
            says: `Write ${unnamed.length === 1 ? "the id into its entry" : "each id into its entry"} in org.yaml, so that aws-config need not ask AWS, and no other account is ever taken for it`,
            copy: unnamed.map(({ key, id }) => `id: "${id}" # ${key}`),
            items: [],
          },
        ]),
    ...(accounts.length === 0
      ? []
      : [
          {
            says: `See that mail to ${one ? "the new account" : "the new accounts"} arrives: AWS writes there what it has to say of ${one ? "it" : "each"}${roots === "" ? "" : `; ${roots}`}`,
            copy: [],
            items: accounts.map(({ key, email, reached }) => ({
              name: email,
              remark: reached === false ? `${key}, which nobody reaches yet: no assignment names it` : key,
            })),
          },
        ]),
  ];
}

function profileSteps(users: readonly NewUser[]): Step[] {
  const [first, ...others] = users.filter(({ reaches }) => reaches === true);
  if (first === undefined) return [];
  return [
    {
      says:
        others.length === 0
          ? "Write their profiles for the AWS CLI, on their own machine"
          : `Have each of the ${count(others.length + 1, "new user")} write their profiles for the AWS CLI, on their own machine, such as`,
      copy: [`orgsync aws-config --user ${shellWord(first.name)}`],
      items: [],
    },
  ];
}

/** So many of one sort are named one by one. */
const MOST = 20;

/** The steps for a terminal; nothing when there are none. */
export function nextStepsText(next: NextSteps, style: Style): string {
  const steps = stepsOf(next);
  if (steps.length === 0) return "";
  const lines = steps.flatMap(({ says, copy, items }, index) => {
    const number = `${index + 1}.`;
    const [head = "", ...rest] = wrapped(
      `${visible(says)}${copy.length + items.length === 0 ? "." : ":"}`,
      style.columns - 5,
    );
    return [
      `  ${number} ${head}`,
      ...rest.map((line) => `     ${line}`),
      ...limited(copy).map((line) => `       ${style.paint("cyan", asStarted(visible(line), style))}`),
      ...limited(items.map(({ name, remark }) => (remark === undefined ? name : `${name} (${remark})`))).flatMap(
        (line) => {
          const [first = "", ...others] = wrapped(visible(line), style.columns - 7);
          return [`     - ${first}`, ...others.map((other) => `       ${other}`)];
        },
      ),
    ];
  });
  return `\n${style.paint("bold", "Next steps")}\n${lines.join("\n")}\n`;
}

/** The rest is a number. */
export const limited = (lines: readonly string[]): string[] =>
  lines.length <= MOST ? [...lines] : [...lines.slice(0, MOST), `and ${lines.length - MOST} more`];
