import { AwsError } from "../operation.ts";
import type { Violation } from "../operation.ts";

/** The error of both services of IAM Identity Center for an input that does not fit; personal values stay out of it. */
export function invalidInput(violations: readonly Violation[], values: "shown" | "hidden"): AwsError {
  const wrongType = violations.find(({ constraint }) => constraint === "type");
  if (wrongType) {
    return new AwsError("SerializationException", `Value at '${path(wrongType)}' is not of type ${wrongType.expected}`);
  }
  const texts = violations.map((violation) => {
    const value = values === "shown" ? ` ${shown(violation.value)}` : "";
    return `Value${value} at '${path(violation)}' failed to satisfy constraint: ${must(violation)}`;
  });
  const count = `${texts.length} validation error${texts.length === 1 ? "" : "s"} detected`;
  return new AwsError("ValidationException", `${count}: ${texts.join("; ")}`);
}

/** The services speak of members in camel case. */
function path({ member }: Violation): string {
  return member.replace(/(^|\.)([A-Z])/g, (_, dot: string, letter: string) => dot + letter.toLowerCase());
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "null";
  return `'${typeof value === "string" ? value : JSON.stringify(value)}'`;
}

function must({ constraint, value, expected }: Violation): string {
  const size = typeof value === "number" ? "value" : "length";
  switch (constraint) {
    case "required":
      return "Member must not be null";
    case "min":
      return `Member must have ${size} greater than or equal to ${expected}`;
    case "max":
      return `Member must have ${size} less than or equal to ${expected}`;
    case "pattern":
      return `Member must satisfy regular expression pattern: ${expected}`;
    case "enum":
      return `Member must satisfy enum value set: [${expected}]`;
    case "type":
      return `Member must be of type ${expected}`;
  }
}
