import type { Section } from "../model/section.ts";
import { acknowledgeSection } from "./acknowledge.ts";
import { defaultsSection } from "./defaults.ts";
import { ignoreSection } from "./ignore.ts";
import { includeSection } from "./include.ts";
import { KINDS } from "./index.ts";
import { railsSection } from "./rails.ts";

/** Sections about the file itself, which no kind decides. */
export const SETTINGS: readonly Section[] = [
  includeSection,
  defaultsSection,
  ignoreSection,
  railsSection,
  acknowledgeSection,
];

const decided = KINDS.filter(({ ownsSection }) => ownsSection).map(({ section }) => section);
const units = decided.findIndex(({ key }) => key === "organizationalUnits");
const accounts = decided.filter(({ key }) => key === "accounts");

/**
 * Every section that org.yaml can have, in the order in which a reader wants them: as the registry has them, but for
 * accounts, which are read after the units that they are in, and come before them in people's minds.
 */
export const sections: readonly Section[] = [
  ...decided.slice(0, units),
  ...accounts,
  ...decided.slice(units).filter((section) => !accounts.includes(section)),
  ...SETTINGS,
];
