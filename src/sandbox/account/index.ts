import type { Service } from "../operation.ts";
import { contacts } from "./contacts.ts";
import { invalidInput } from "./errors.ts";
import { names } from "./names.ts";
import { regions } from "./regions.ts";

/** Account Management: what an account says about itself. */
export const accountManagement: Service = {
  signingName: "account",
  operations: { ...names, ...contacts, ...regions },
  throttled: { name: "TooManyRequestsException", message: "Too Many Requests", status: 429 },
  invalid: (_operation, violations) => invalidInput(violations),
};
