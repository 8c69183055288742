import type { Section } from "../model/section.ts";
import { defaultsSection } from "./defaults.ts";
import { ignoreSection } from "./ignore.ts";
import { includeSection } from "./include.ts";
import { KINDS } from "./index.ts";

/** Sections about the file itself, which no kind decides. */
export const SETTINGS: readonly Section[] = [includeSection, defaultsSection, ignoreSection];

/** Those of the kinds, as the registry has them, but for accounts: people think of them before the units they are in. */
const decided = KINDS.filter(({ ownsSection }) => ownsSection).map(({ section }) => section);
const rank = ({ key }: Section): number =>
  decided.findIndex((section) => section.key === (key === "accounts" ? "organizationalUnits" : key)) -
  (key === "accounts" ? 0.5 : 0);

/** Every section that org.yaml can have, in the order in which a reader wants them. */
export const sections: readonly Section[] = [
  ...decided.toSorted((left, right) => rank(left) - rank(right)),
  ...SETTINGS,
];
