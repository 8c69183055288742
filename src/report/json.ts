import type { ApplyEvent } from "../model/event.ts";
import type { Plan } from "../model/plan.ts";

/** One document. */
export const planJson = (plan: Plan): string => `${JSON.stringify(plan, null, 2)}\n`;

/** One event a line. */
export const eventJson = (event: ApplyEvent): string => `${JSON.stringify(event)}\n`;
