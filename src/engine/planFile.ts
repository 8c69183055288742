import { OrgsyncError } from "../model/errors.ts";
import { isObject } from "../model/json.ts";
import { type Plan, PLAN_FORMAT_VERSION } from "../model/plan.ts";
import { contentOf, hashOf } from "./plan.ts";

export interface PlanFileOptions {
  /** What the file is called, for messages. */
  readonly file: string;
  /** Milliseconds since the epoch, of the clock that plans are made by. */
  readonly now: number;
}

const DAY = 24 * 60 * 60_000;
/** In milliseconds: AWS moves on, and so do those who approved. */
const GOOD_FOR = 14 * DAY;
/** In milliseconds: how far the clocks of two machines may be apart. */
const AHEAD = 5 * 60_000;
/** Levels of lists and objects within each other; documents of AWS have a fifth of it. */
const DEEPEST = 100;

const ANOTHER = "run orgsync plan --out FILE again, and have the new plan approved";

/**
 * The plan that a file has, with all of its parts checked. Throws an `OrgsyncError` (ORG0612) when the file is not a
 * plan, was edited after it was made, is of another format or is too old.
 */
export async function readPlan(text: string, { file, now }: PlanFileOptions): Promise<Plan> {
  const unusable = (why: string, hint = ANOTHER): OrgsyncError =>
    new OrgsyncError("ORG0612", `${file} cannot be applied: ${why}`, { hint });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unusable(text.trim() === "" ? "it is empty" : "it is not JSON", "name a file that orgsync plan --out wrote");
  }
  const format = isObject(value) && Object.hasOwn(value, "formatVersion") ? value["formatVersion"] : undefined;
  if (typeof format === "number" && format !== PLAN_FORMAT_VERSION) {
    throw unusable(
      `it has the plan format ${format}, and this version of orgsync knows ${PLAN_FORMAT_VERSION} only`,
      "plan and apply with the same version of orgsync",
    );
  }
  const wrong = whyNoPlan(value);
  if (wrong !== undefined) throw unusable(`it is not a plan: ${wrong}`, "name a file that orgsync plan --out wrote");
  const plan = value as Plan;
  const { integrity, ...rest } = plan;
  const [whole, content] = await Promise.all([hashOf(rest), hashOf(contentOf(plan))]);
  if (integrity !== whole || plan.digest !== content) {
    const [said, found] = integrity === whole ? [plan.digest, content] : [integrity, whole];
    throw unusable(
      `it was edited after it was made: it says that its hash is ${said.slice(0, 8)}, but that is ${found.slice(0, 8)}`,
    );
  }
  const age = now - Date.parse(plan.createdAt);
  if (age > GOOD_FOR) {
    throw unusable(
      `it is ${(age / DAY).toFixed(1)} days old (${plan.createdAt}), and an approval is good for ${GOOD_FOR / DAY} days`,
    );
  }
  if (age < -AHEAD) {
    throw unusable(
      `it says that it was made on ${plan.createdAt}, ${Math.round(-age / 60_000)} minutes from now`,
      "check the clocks of this machine and of the one that planned",
    );
  }
  return plan;
}

/** Says what is wrong with a value, behind the words for the value; nothing if it is right. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === "string" ? undefined : " is not text");
const number: Check = (value) => (typeof value === "number" ? undefined : " is not a number");
const truth: Check = (value) => (typeof value === "boolean" ? undefined : " is neither true nor false");
const object: Check = (value) => (isObject(value) ? undefined : " is not an object");
const anything: Check = () => undefined;

const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value) ? undefined : ` is not ${allowed.join(" or ")}`;

const matching =
  (pattern: RegExp, what: string): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? undefined : ` is not ${what}`;

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value);

const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return " is not a list";
    for (const [index, item] of value.entries()) {
      const wrong = check(item);
      if (wrong !== undefined) return `[${index}]${wrong}`;
    }
    return undefined;
  };

/** Members that must be there, and those that may; others are no matter. */
const having =
  (members: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value) => {
    if (!isObject(value)) return " is not an object";
    for (const [name, check] of Object.entries({ ...members, ...optional })) {
      if (!Object.hasOwn(value, name)) {
        if (Object.hasOwn(optional, name)) continue;
        return `.${name} is missing`;
      }
      const wrong = check(value[name]);
      if (wrong !== undefined) return `.${name}${wrong}`;
    }
    return undefined;
  };

/** The first thing that is wrong with a value. */
const allOf =
  (...checks: readonly Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const wrong = check(value);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

const hash = matching(/^[0-9a-f]{64}$/, "a SHA-256");
const source = having({ file: text, line: number, column: number }, { endColumn: number });

/** What there is before and after goes with the action. */
const sides: Check = (value) => {
  const { action, before, after } = value as { action: string; before: unknown; after: unknown };
  if ((action === "create") !== (before === null)) return `.before does not go with ${action}`;
  return (action === "delete") === (after === null) ? undefined : `.after does not go with ${action}`;
};

const change = allOf(
  having(
    {
      address: text,
      kind: text,
      key: text,
      label: text,
      action: oneOf("create", "update", "delete"),
      reason: text,
      before: orNull(object),
      after: orNull(object),
      fields: list(having({ field: text }, { before: anything, after: anything })),
      reversible: truth,
      expected: having({ calls: number, seconds: number }),
    },
    { source, remarks: object, waits: text, replacedBy: text, origin: oneOf("file", "aws", "both", "unmanaged") },
  ),
  sides,
);

const access = having(
  {
    effect: oneOf("gains", "loses", "widens", "narrows", "changes", "keeps"),
    who: list(having({ name: text, group: truth })),
    permissionSet: text,
    accounts: list(having({ name: text, management: truth })),
    administrator: truth,
  },
  { group: text, remark: text, source },
);

const plan = having({
  formatVersion: oneOf(PLAN_FORMAT_VERSION),
  tool: having({ name: oneOf("orgsync"), version: text }),
  createdAt: allOf(text, (value) => (Number.isNaN(Date.parse(value as string)) ? " is not a time" : undefined)),
  organization: orNull(having({ id: text, managementAccountId: text })),
  source: having({ file: text, digest: hash }, { commit: text }),
  changes: list(change),
  access: list(access),
  refusals: list(having({ rail: text, message: text, changes: list(text), hint: text }, { acknowledged: object })),
  notices: list(having({ code: text, severity: oneOf("warning", "info"), message: text }, { hint: text, source })),
  notManaged: list(having({ address: text, kind: text, label: text, reason: text })),
  read: having({ resources: number, calls: number, seconds: number }),
  digest: hash,
  integrity: hash,
});

/** What keeps a value from being a plan, as the path to it; nothing if it is one. */
export const whyNoPlan: Check = (value) => tooMuch(value) ?? plan(value)?.replace(/^[. ]/, "") ?? twice(value as Plan);

/** What a check that follows the parts of a value could not take. */
function tooMuch(value: unknown): string | undefined {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === "number" && !Number.isFinite(next.value)) return "a number in it is too large";
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > DEEPEST) return `it has more than ${DEEPEST} levels`;
    for (const member of Object.values(next.value)) open.push({ value: member, depth: next.depth + 1 });
  }
  return undefined;
}

/** A plan changes a thing once. */
function twice({ changes }: Plan): string | undefined {
  const seen = new Set<string>();
  for (const { address } of changes) {
    if (seen.has(address)) return `it has two changes of ${address}`;
    seen.add(address);
  }
  return undefined;
}
