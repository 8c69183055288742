import type { Operation, Shape } from "../operation.ts";

/** Members and limits of the service model of AWS Organizations. */
export const accountId: Shape = { type: "string", pattern: /^\d{12}$/ };
export const rootId: Shape = { type: "string", pattern: /^r-[0-9a-z]{4,32}$/ };
export const unitId: Shape = { type: "string", pattern: /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/ };
export const parentId: Shape = { type: "string", pattern: /^(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/ };
export const childId: Shape = { type: "string", pattern: /^(?:\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/ };
export const targetId: Shape = { type: "string", pattern: /^(?:r-[0-9a-z]{4,32}|\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/ };
export const taggableId: Shape = { type: "string", pattern: /^(?:r-[0-9a-z]{4,32}|\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|p-[0-9a-zA-Z_]{8,128})$/ };
export const policyId: Shape = { type: "string", pattern: /^p-[0-9a-zA-Z_]{8,128}$/ };
export const unitName: Shape = { type: "string", min: 1, max: 128 };
export const requestId: Shape = { type: "string", pattern: /^car-[a-z0-9]{8,32}$/ };
export const servicePrincipal: Shape = { type: "string", min: 1, max: 128, pattern: /^[\w+=,.@-]*$/ };

/** 1 to 50 characters of printable ASCII. */
export const newAccountName: Shape = { type: "string", min: 1, max: 50, pattern: /^[\u0020-\u007e]+$/ };
export const email: Shape = { type: "string", min: 6, max: 64, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ };
export const roleName: Shape = { type: "string", max: 64, pattern: /^[\w+=,.@-]{1,64}$/ };

const tagKey: Shape = { type: "string", min: 1, max: 128 };
const tagValue: Shape = { type: "string", max: 256 };
export const tags: Shape = {
  type: "list",
  of: { type: "structure", members: { Key: tagKey, Value: tagValue }, required: ["Key", "Value"] },
};
export const tagKeys: Shape = { type: "list", of: tagKey };

export const paging: Readonly<Record<string, Shape>> = {
  NextToken: { type: "string", max: 100_000 },
  MaxResults: { type: "integer", min: 1, max: 20 },
};

/** An input by its required members and its others. */
export function input(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Operation["input"] {
  return { type: "structure", members: { ...required, ...optional }, required: Object.keys(required) };
}
