import { AwsError } from "../operation.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Refuses what AWS does not take for a policy of a type: anything but a JSON object, and statements without effect. */
export function requireDocument(type: string, content: string): void {
  const document = objectIn(content);
  const check = STATEMENTS[type];
  if (document && (!check || statementsOf(document)?.every(check))) return;
  const text = "The policy document does not meet the requirements of its policy type.";
  throw new AwsError("MalformedPolicyDocumentException", text);
}

/** The object that a JSON text is, if it is one. */
export function objectIn(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The statements of a policy, of which there must be one at least; a single one needs no list around it. */
export function statementsOf({ Statement }: Fields): readonly Fields[] | undefined {
  const all: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  return all.length > 0 && all.every(isObject) ? all : undefined;
}

/** What each statement must be, for the types that have statements. */
const STATEMENTS: Readonly<Record<string, (statement: Fields) => boolean>> = {
  SERVICE_CONTROL_POLICY: ({ Effect, Principal, NotPrincipal }) =>
    (Effect === "Allow" || Effect === "Deny") && Principal === undefined && NotPrincipal === undefined,
  RESOURCE_CONTROL_POLICY: ({ Effect, Principal, NotPrincipal }) =>
    Effect === "Deny" && Principal === "*" && NotPrincipal === undefined,
};

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
