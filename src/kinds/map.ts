import Type, { type Static, type TObjectOptions, type TSchema, type TSchemaOptions, type TUnsafe } from "typebox";

/**
 * A map whose keys people choose, such as account names: `keys` says what a key may look like, `entry` what stands
 * below it. Every key is checked, whatever characters it has.
 */
export function mapOf<Entry extends TSchema>(
  keys: TSchemaOptions,
  entry: Entry,
  options: TObjectOptions,
): TUnsafe<Record<string, Static<Entry>>> {
  return Type.Unsafe<Record<string, Static<Entry>>>({
    type: "object",
    propertyNames: { type: "string", ...keys },
    additionalProperties: entry,
    ...options,
  });
}
