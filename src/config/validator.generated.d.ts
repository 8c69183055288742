// Made by `npm run generate`.
import type { SchemaError } from "./validate.ts";

/** Whether a value is an org.yaml by the schema; `errors` says why the last one was not. */
export declare const validate: ((value: unknown) => boolean) & { errors?: readonly SchemaError[] | null };
