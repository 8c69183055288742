import type { AccessChange, AccessEffect, ReachedAccount } from "../model/plan.ts";
import { listText } from "./changes.ts";
import { visible } from "./escape.ts";

/** How much of a row of access is said. */
export interface Brevity {
  readonly people: number;
  readonly accounts: number;
}

/** What a reviewer must not miss about a row, the worst first; `undefined` where there is nothing. */
export const DANGERS = ["administrator of everything", "administrator", "management account"] as const;
export type Danger = (typeof DANGERS)[number];

export function dangerOf({ administrator, accounts }: AccessChange): Danger | undefined {
  const management = accounts.some((account) => account.management);
  if (administrator) return management ? "administrator of everything" : "administrator";
  return management ? "management account" : undefined;
}

/** They can do something there that they could not. */
export const isMore = ({ effect }: AccessChange): boolean =>
  effect === "gains" || effect === "widens" || effect === "changes";

/** They can no longer do something there that they could. */
export const isLess = ({ effect }: AccessChange): boolean =>
  effect === "loses" || effect === "narrows" || effect === "changes";

/** `jay, kim, lee and 34 more gain PowerUserAccess in acme-dev, via developers (…)`: visible text. */
export function accessText(row: AccessChange, { people, accounts }: Brevity, verbs: Verbs = CHANGED): string {
  const [one, many] = verbs[row.effect];
  const verb = row.who.length === 1 ? one : many;
  const remark = row.remark === undefined ? "" : ` (${visible(row.remark)})`;
  return `${whoText(row, people)} ${verb} ${setText(row)} in ${whereText(row, accounts)}${viaText(row)}${remark}`;
}

type Verbs = Readonly<Record<AccessEffect, readonly [one: string, many: string]>>;

const CHANGED: Verbs = {
  gains: ["gains", "gain"],
  loses: ["loses", "lose"],
  widens: ["can do more with", "can do more with"],
  narrows: ["can do less with", "can do less with"],
  changes: ["can do other things with", "can do other things with"],
  keeps: ["keeps", "keep"],
};

/** Of a plan that nobody has decided to apply: what they have now that org.yaml does not give, and the other way round. */
export const NOW: Verbs = {
  ...CHANGED,
  gains: ["lacks", "lack"],
  loses: ["has", "have"],
  widens: CHANGED.narrows,
  narrows: CHANGED.widens,
};

const whoText = ({ who }: AccessChange, most: number): string =>
  listText(who, most, ({ name, group }) => (group ? `the group ${visible(name)}` : visible(name)));

/** With the word that makes one look, where the name does not say it. */
const setText = ({ permissionSet, administrator }: AccessChange): string =>
  administrator && permissionSet !== "AdministratorAccess"
    ? `${visible(permissionSet)} (administrator)`
    : visible(permissionSet);

const whereText = ({ accounts }: AccessChange, most: number): string =>
  listText(managementFirst(accounts), most, ({ name, management }) =>
    management ? `${visible(name)} (management account)` : visible(name),
  );

/** Whatever is left out at the end, it is not that one. */
export const managementFirst = (accounts: readonly ReachedAccount[]): ReachedAccount[] =>
  accounts.toSorted((left, right) => Number(right.management) - Number(left.management));

const viaText = ({ group }: AccessChange): string => (group === undefined ? "" : `, via ${visible(group)}`);
