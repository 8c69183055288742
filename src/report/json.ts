import type { Applied } from "../model/applied.ts";
import type { Drift } from "../model/drift.ts";
import type { ApplyEvent } from "../model/event.ts";
import type { Plan } from "../model/plan.ts";
import { visibleJson } from "./escape.ts";

/** One document, as plan, apply and drift write it. */
export const documentJson = (document: Plan | Applied | Drift): string =>
  `${visibleJson(JSON.stringify(document, null, 2))}\n`;

/** One event a line. */
export const eventJson = (event: ApplyEvent): string => `${visibleJson(JSON.stringify(event))}\n`;
