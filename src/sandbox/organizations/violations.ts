import { AwsError } from "../operation.ts";
import type { Violation } from "../operation.ts";
import { invalid } from "./errors.ts";

/** The service's error for an input that does not fit; it speaks of the first thing only. */
export function invalidInput([first]: readonly Violation[]): AwsError {
  if (!first) throw new RangeError("an input that fits is not invalid");
  const { member, constraint, value, expected } = first;
  const isNumber = typeof value === "number";
  switch (constraint) {
    case "required":
      return invalid("INPUT_REQUIRED");
    case "type":
      return new AwsError("SerializationException", `Value at '${member}' is not of type ${expected}`);
    case "min":
      return invalid(isNumber ? "MIN_VALUE_EXCEEDED" : "MIN_LENGTH_EXCEEDED");
    case "max":
      return invalid(isNumber ? "MAX_VALUE_EXCEEDED" : "MAX_LENGTH_EXCEEDED");
    case "pattern":
      return invalid(PATTERNS[member] ?? "INVALID_PATTERN");
    case "enum":
      if (POLICY_TYPES.includes(member)) return invalid("INVALID_ENUM_POLICY_TYPE");
      return invalid(member.endsWith(".member") ? "INVALID_LIST_MEMBER" : "INVALID_ENUM");
  }
}

/** Members whose pattern has a reason of its own. */
const PATTERNS: Readonly<Record<string, "INVALID_PATTERN_TARGET_ID" | "INVALID_SYNTAX_POLICY_ID">> = {
  TargetId: "INVALID_PATTERN_TARGET_ID",
  PolicyId: "INVALID_SYNTAX_POLICY_ID",
};

/** Members that are a type of policies. */
const POLICY_TYPES: readonly string[] = ["Filter", "PolicyType", "Type"];
