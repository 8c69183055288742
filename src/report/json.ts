import type { ApplyEvent } from "../model/event.ts";
import type { Plan } from "../model/plan.ts";
import { visibleJson } from "./escape.ts";

/** One document. */
export const planJson = (plan: Plan): string => `${visibleJson(JSON.stringify(plan, null, 2))}\n`;

/** One event a line. */
export const eventJson = (event: ApplyEvent): string => `${visibleJson(JSON.stringify(event))}\n`;
