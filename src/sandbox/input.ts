import type { Shape, Violation } from "./operation.ts";

type Structure = Shape & { readonly type: "structure" };

/** An input as an operation gets it, and everything in which it does not fit. */
export interface ReadInput {
  readonly input: Record<string, unknown>;
  readonly violations: readonly Violation[];
}

/**
 * Reads an input by its shape. What comes out has the shape's members only: AWS ignores those it does not know, and a
 * null says as much as nothing.
 */
export function readInput(shape: Structure, value: object): ReadInput {
  const violations: Violation[] = [];
  const input = structure(shape, value as Record<string, unknown>, "", violations);
  return { input, violations };
}

function structure(shape: Structure, value: Record<string, unknown>, path: string, violations: Violation[]) {
  const read: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const where = path === "" ? name : `${path}.${name}`;
    if (given !== undefined && given !== null) read[name] = anything(member, given, where, violations);
    else if (shape.required?.includes(name)) {
      violations.push({ member: where, value: undefined, constraint: "required", expected: "a value" });
    }
  }
  return read;
}

function anything(shape: Shape, value: unknown, path: string, violations: Violation[]): unknown {
  const wrong = (constraint: Violation["constraint"], expected: string): void => {
    violations.push({ member: path, value, constraint, expected });
  };
  const within = (size: number, { min, max }: { readonly min?: number; readonly max?: number }): void => {
    if (min !== undefined && size < min) wrong("min", String(min));
    if (max !== undefined && size > max) wrong("max", String(max));
  };
  switch (shape.type) {
    case "string":
      if (typeof value !== "string") return wrong("type", "String");
      within(characters(value), shape);
      if (shape.pattern && !shape.pattern.test(value)) wrong("pattern", shape.pattern.source);
      if (shape.enum && !shape.enum.includes(value)) wrong("enum", shape.enum.join(", "));
      return value;
    case "integer":
      if (!Number.isInteger(value)) return wrong("type", "Integer");
      within(value as number, shape);
      return value;
    case "boolean":
      if (typeof value !== "boolean") return wrong("type", "Boolean");
      return value;
    case "document":
      return value;
    case "list":
      if (!Array.isArray(value)) return wrong("type", "List");
      within(value.length, shape);
      return value.map((item, index) => anything(shape.of, item, `${path}.${index + 1}.member`, violations));
    case "structure":
      if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong("type", "Structure");
      return structure(shape, value as Record<string, unknown>, path, violations);
  }
}

/** AWS's limits count characters, of which one outside the basic plane is one and not two. */
function characters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at += 1) if (text.codePointAt(at)! > 0xffff) count -= 1;
  return count;
}
