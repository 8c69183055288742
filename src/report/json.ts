import type { Applied } from "../model/applied.ts";
import type { Drift } from "../model/drift.ts";
import type { ApplyEvent } from "../model/event.ts";
import type { Plan } from "../model/plan.ts";
import { visibleJson } from "./escape.ts";

/** One document. */
export const documentJson = (document: Plan | Applied | Drift): string =>
  `${visibleJson(JSON.stringify(document, null, 2))}\n`;

export const planJson: (plan: Plan) => string = documentJson;

/** One event a line. */
export const eventJson = (event: ApplyEvent): string => `${visibleJson(JSON.stringify(event))}\n`;
