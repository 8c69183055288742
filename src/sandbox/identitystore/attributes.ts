import type { Shape } from "../operation.ts";
import { invalid } from "./errors.ts";
import { userAttributes } from "./shapes.ts";
import { invalidInput } from "./violations.ts";

/** One step of UpdateUser or UpdateGroup, as it comes on the wire; no value, or null, removes the attribute. */
export interface AttributeOperation {
  readonly AttributePath: string;
  readonly AttributeValue?: unknown;
}

type Attributes = Record<string, unknown>;

/** What Identity Center wants of every user, by where it is kept and by what its error calls it. */
const required: readonly (readonly [path: readonly [string, string?], label: string])[] = [
  [["DisplayName"], "displayname"],
  [["Name"], "name"],
  [["Name", "FamilyName"], "familyname"],
  [["Name", "GivenName"], "givenname"],
];

/** Refuses attributes without something that every user of Identity Center has. */
export function requireAttributes(attributes: Attributes): void {
  const name = attributes["Name"];
  const hasName = isObject(name) && Object.keys(name).length > 0;
  const missing = required.filter(([[member, part]]) =>
    part === undefined
      ? member === "Name"
        ? !hasName
        : attributes[member] === undefined
      : hasName && name[part] === undefined,
  );
  if (missing.length === 0) return;
  throw invalid(missing.map(([, label]) => `${label}: The attribute ${label} is required`).join(", "));
}

/** Attributes after one operation of UpdateUser. */
export function changed(
  attributes: Attributes,
  { AttributePath: path, AttributeValue: value }: AttributeOperation,
): Attributes {
  const [first = "", part, ...deeper] = path.split(".");
  const member = pascal(first);
  const shape = Object.hasOwn(userAttributes, member) && first !== member ? userAttributes[member] : undefined;
  if (!shape || deeper.length > 0) throw unsupported(path);
  if (part === undefined) return assigned(attributes, member, value, shape, path);
  const partShape = shape.type === "structure" ? shape.members[pascal(part)] : undefined;
  if (shape.type !== "structure" || !partShape || part === pascal(part)) throw unsupported(path);
  const inner = assigned((attributes[member] as Attributes | undefined) ?? {}, pascal(part), value, partShape, path);
  return assigned(attributes, member, Object.keys(inner).length > 0 ? inner : undefined, null, path);
}

/** A value of UpdateUser in the form in which it is kept: documents speak camel case, the rest of the wire does not. */
export function fromDocument(value: unknown, shape: Shape, path: string): unknown {
  switch (shape.type) {
    case "string":
      return checkedText(value, shape, path);
    case "boolean":
      if (typeof value !== "boolean") throw invalid(`Attribute ${path} must be a boolean`);
      return value;
    case "list":
      if (!Array.isArray(value) || value.length === 0) throw invalid(`Attribute ${path} must be a list with a value`);
      if (value.length > (shape.max ?? Number.POSITIVE_INFINITY)) {
        throw invalid(`List attribute ${path} exceeds allowed limit of ${shape.max}`);
      }
      return value.map((entry) => fromDocument(entry, shape.of, path));
    case "structure": {
      if (!isObject(value)) throw invalid(`Attribute ${path} must be an object`);
      return Object.fromEntries(
        Object.entries(value).map(([key, entry]) => {
          const member = shape.members[pascal(key)];
          if (!member || key === pascal(key)) throw unsupported(`${path}.${key}`);
          return [pascal(key), fromDocument(entry, member, `${path}.${key}`)];
        }),
      );
    }
    default:
      throw unsupported(path);
  }
}

/** The error for an attribute path that the operation does not know. */
export function unsupported(path: string) {
  return invalid(`The attribute path ${path} is not supported`);
}

/** `shape` is null when the value has its final form already. */
function assigned(
  attributes: Attributes,
  member: string,
  value: unknown,
  shape: Shape | null,
  path: string,
): Attributes {
  const { [member]: _before, ...others } = attributes;
  if (value === undefined || value === null) return others;
  return { ...others, [member]: shape ? fromDocument(value, shape, path) : value };
}

function checkedText(value: unknown, shape: Shape & { readonly type: "string" }, path: string): string {
  if (typeof value !== "string") throw invalid(`Attribute ${path} must be a string`);
  const violation = broken(value, shape);
  if (violation) throw invalidInput([{ member: path, value, ...violation }], "hidden");
  return value;
}

function broken(
  value: string,
  { min = 0, max = Number.POSITIVE_INFINITY, pattern }: Shape & { readonly type: "string" },
) {
  const { length } = [...value];
  if (length < min) return { constraint: "min", expected: `${min}` } as const;
  if (length > max) return { constraint: "max", expected: `${max}` } as const;
  if (pattern && !pattern.test(value)) return { constraint: "pattern", expected: pattern.source } as const;
  return undefined;
}

const isObject = (value: unknown): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
