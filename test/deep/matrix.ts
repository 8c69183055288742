import { OPERATIONS } from "../../src/aws/operations.ts";
import {
  FAULT_KINDS,
  type Fault,
  type FaultKind,
  type ObservedCall,
  type Sandbox,
  type VirtualClock,
  type WireRequest,
  type World,
  createSandbox,
} from "../../src/sandbox/index.ts";
import { asyncWork } from "../../src/sandbox/faults.ts";
import { endpoints } from "../../src/sandbox/services.ts";
import { targetOf } from "../../src/sandbox/wire.ts";
import { bench, configOf } from "../support/engine.ts";
import { type OrgFile, textOf } from "../worlds/file.ts";
import { worldOf } from "../worlds/world.ts";
import { type Case, bigCases, scenarioCases } from "./cases.ts";

/** Lists that leave something out, for which test/faults/incomplete.test.ts has a law of its own. */
const INCOMPLETE: readonly FaultKind[] = ["lost-items", "empty-list"];

/** What goes wrong: what the sandbox can do, and two things that are done on the way to it. */
export const KINDS_OF_FAULT = [
  ...FAULT_KINDS.filter((kind) => !INCOMPLETE.includes(kind)),
  /** The answer is that of a moment ago, before the last write. */
  "stale-read",
  /** A page without items before the first. */
  "empty-page",
] as const;
export type KindOfFault = (typeof KINDS_OF_FAULT)[number];

/** Why CreateAccount can fail: the enumeration of the AWS Organizations API reference. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  "organizations:CreateAccount": [
    "ACCOUNT_LIMIT_EXCEEDED",
    "EMAIL_ALREADY_EXISTS",
    "INVALID_ADDRESS",
    "INVALID_EMAIL",
    "CONCURRENT_ACCOUNT_MODIFICATION",
    "INTERNAL_FAILURE",
    "GOVCLOUD_ACCOUNT_ALREADY_EXISTS",
    "MISSING_BUSINESS_VALIDATION",
    "FAILED_BUSINESS_VALIDATION",
    "PENDING_BUSINESS_VALIDATION",
    "UNKNOWN_BUSINESS_VALIDATION",
    "INVALID_IDENTITY_FOR_BUSINESS_VALIDATION",
    "MISSING_PAYMENT_INSTRUMENT",
    "INVALID_PAYMENT_INSTRUMENT",
    "UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED",
  ],
};
const OTHER_REASONS = ["Received a 500 status error: internal failure", "Received a 404 status error: Not supported"];

const ROOT_ACCESS: OrgFile = {
  accounts: { acme: { email: "aws@acme.com", management: true } },
  trustedServices: ["iam.amazonaws.com"],
};

/** From a member account that administers Identity Center for the organization. */
async function delegatedCase(): Promise<Case> {
  const file: OrgFile = {
    accounts: {
      acme: { email: "aws@acme.com", management: true },
      identity: { email: "aws+identity@acme.com" },
      dev: { email: "aws+dev@acme.com" },
    },
    users: { "ann@acme.com": { givenName: "Ann", familyName: "Li" } },
    groups: { admins: { members: ["ann@acme.com"] } },
    permissionSets: { Everywhere: {}, Members: {} },
    assignments: [{ groups: ["admins"], permissionSets: ["Everywhere", "Members"], accounts: ["dev"] }],
    delegatedAdministrators: { "sso.amazonaws.com": ["identity"] },
  };
  const { delegatedAdministrators: _, ...wanted } = file;
  const made = (): World => worldOf(file);
  const caller = Object.values(made().organization?.accounts ?? {}).find(({ name }) => name === "identity")?.id ?? "";
  return {
    name: "from a delegated administrator",
    world: made,
    config: await configOf(
      textOf({ ...wanted, permissionSets: { Everywhere: { sessionDuration: "2h" }, Members: {}, Third: {} } }),
    ),
    options: { caller },
  };
}

/** A creation that an earlier run has begun, and that takes its time. */
function withCreation(world: World): World {
  const { organization, now } = world;
  if (organization === null) throw new Error("the world has one");
  const id = "car-0123456789abcdef0123456789abcdef";
  organization.createRequests[id] = {
    id,
    accountName: "acme-new",
    email: "aws+new@acme.com",
    requestedAt: now,
    endsAt: now + 30_000,
    state: "IN_PROGRESS",
    tags: { stage: "new" },
    accountId: "299999999999",
  };
  return world;
}

/** Cases that together send every operation there is. */
export async function matrixCases(): Promise<Case[]> {
  const [big, back] = await bigCases();
  if (big === undefined || back === undefined) throw new Error("there are two");
  const lost = (name: string): Fault => ({ operation: `*:${name}`, kind: "reset-after", nth: 1 });
  return [
    ...(await scenarioCases()),
    big,
    back,
    { ...big, name: "without paths", options: { paths: false } },
    {
      ...big,
      name: "after lost answers",
      prelude: ["CreateUser", "CreateGroup", "CreateGroupMembership", "MoveAccount", "CreateAccount"].map(lost),
    },
    await delegatedCase(),
    { ...big, name: "while an earlier run's account is being made", world: () => withCreation(big.world()) },
    {
      name: "root access switched off",
      world: () => worldOf({ ...ROOT_ACCESS, rootAccess: { credentialsManagement: true, sessions: true } }),
      config: await configOf(textOf({ ...ROOT_ACCESS, rootAccess: { credentialsManagement: false, sessions: false } })),
    },
  ];
}

/** Operations that only doctor sends: its own tests try it with every fault. */
export const ONLY_OF_DOCTOR = ["ssoAdmin:DescribeInstance", "serviceQuotas:GetServiceQuota"];

/** All that plan and apply may call, as `service:Operation`. */
export const OPERATION_NAMES: readonly string[] = Object.entries(OPERATIONS)
  .flatMap(([service, operations]) =>
    Object.keys(operations).map((name) => `${service}:${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  )
  .filter((name) => !ONLY_OF_DOCTOR.includes(name));

export const nameOf = ({ service, operation }: Pick<ObservedCall, "service" | "operation">): string =>
  `${service}:${operation}`;

/**
 * Operations that only a run sends into whose way somebody else comes (test/faults/races.test.ts), or that misses
 * something which its base has (test/faults/reads.test.ts).
 */
export const ONLY_ELSEWHERE = ["organizations:ListParents", "organizations:ListChildren"];

/** What there is to know about an operation's answers, to tell which faults they can have. */
export interface Answers {
  readonly paged: boolean;
  readonly write: boolean;
  readonly listed: boolean;
  readonly enums: boolean;
  readonly members: boolean;
  /** Whether it starts asynchronous work, and whether that can fail: a closing or a policy type cannot. */
  readonly starts: boolean;
  readonly fails: boolean;
}

/** Why a fault cannot happen to an operation; nothing when it can. */
export function inapplicable(kind: KindOfFault, answers: Answers): string | undefined {
  switch (kind) {
    case "lost-page":
    case "repeated-token":
    case "empty-page":
      return answers.paged ? undefined : "it does not answer in pages";
    case "duplicate-item":
      return answers.paged || answers.listed ? undefined : "its answer has no list";
    case "unknown-enum":
      return answers.enums ? undefined : "its answer has no enumeration";
    case "missing-field":
      return answers.members ? undefined : "its answer is empty";
    case "async-failed":
      return answers.fails ? undefined : answers.starts ? "what it starts cannot fail" : "it starts nothing";
    case "async-stuck":
      return answers.starts ? undefined : "it starts nothing";
    case "stale-read":
      return answers.write ? "it is a write" : undefined;
    default:
      return undefined;
  }
}

/** Reasons to try for a fault that takes one. */
export const reasonsOf = (operation: string, kind: KindOfFault): readonly (string | undefined)[] =>
  kind === "async-failed" ? (REASONS[operation] ?? OTHER_REASONS) : [undefined];

const isPaged = (operation: string): boolean => {
  const [service, name = ""] = operation.split(":");
  const found = endpoints.find((endpoint) => endpoint.name === service)?.service.operations[name];
  return found !== undefined && Object.hasOwn(found.input.members, "NextToken");
};

const ENUM = /(?:State|Status|Type|Method|FeatureSet)(?:":"|>)[A-Z_]+["<]/;

/** Learns what the answers of every operation are like from one undisturbed apply. */
export async function learn({ world: made, config, options, prelude = [] }: Case, known: Map<string, Answers>) {
  const world = made();
  const there = bench(world, {
    ...options,
    faults: prelude,
    between: (sandbox) => async (request, requestOptions) => {
      const { endpoint, operation } = targetOf(request);
      const before = asyncWork(world);
      const answer = await sandbox.handle(request, requestOptions);
      const started = [...asyncWork(world)].filter((work) => !before.has(work));
      const name = `${endpoint?.name}:${operation}`;
      const text = Buffer.from(answer.body).toString();
      const good = answer.statusCode === 200;
      const old = known.get(name);
      known.set(name, {
        paged: isPaged(name),
        write: endpoint?.service.operations[operation]?.access === "write",
        listed: (old?.listed ?? false) || (good && (text.includes("[{") || text.includes('["'))),
        enums: (old?.enums ?? false) || (good && ENUM.test(text)),
        members: (old?.members ?? false) || (good && text !== "{}" && text !== ""),
        starts: (old?.starts ?? false) || started.length > 0,
        fails: (old?.fails ?? false) || started.some((work) => "endsAt" in work && !("Type" in work)),
      });
      return answer;
    },
  });
  await there.apply(config);
  return there.calls;
}

/** Faults that the sandbox does not have: done on the way to it. */
export function onTheWay(operation: string, kind: KindOfFault, nth: number | undefined) {
  if (kind !== "stale-read" && kind !== "empty-page") return undefined;
  let calls = 0;
  const isDue = (request: WireRequest): boolean => {
    const { endpoint, operation: name } = targetOf(request);
    if (`${endpoint?.name}:${name}` !== operation) return false;
    calls += 1;
    return nth === undefined || calls === nth;
  };
  return kind === "stale-read" ? stale(isDue) : emptyPage(isDue);
}

const stale = (isDue: (request: WireRequest) => boolean) => (sandbox: Sandbox, clock: VirtualClock) => {
  let earlier = structuredClone(sandbox.world);
  const handle: Sandbox["handle"] = (request, options) => {
    if (isDue(request)) {
      return createSandbox({ world: structuredClone(earlier), clock, throttle: false }).handle(request, options);
    }
    const { endpoint, operation } = targetOf(request);
    if (endpoint?.service.operations[operation]?.access === "write") earlier = structuredClone(sandbox.world);
    return sandbox.handle(request, options);
  };
  return handle;
};

const NOWHERE = "bm90aGluZy15ZXQ";

const emptyPage = (isDue: (request: WireRequest) => boolean) => (sandbox: Sandbox) => {
  const handle: Sandbox["handle"] = async (request, options) => {
    const input = typeof request.body === "string" ? request.body : new TextDecoder().decode(request.body);
    if (input.includes(NOWHERE)) {
      const { NextToken: _, ...rest } = JSON.parse(input) as Record<string, unknown>;
      return sandbox.handle({ ...request, body: JSON.stringify(rest) }, options);
    }
    const due = isDue(request);
    const answer = await sandbox.handle(request, options);
    if (!due || answer.statusCode !== 200 || input.includes('"NextToken"')) return answer;
    const output = JSON.parse(Buffer.from(answer.body).toString()) as Record<string, unknown>;
    const emptied = Object.fromEntries(
      Object.entries(output).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
    );
    const body = Buffer.from(JSON.stringify({ ...emptied, NextToken: NOWHERE }));
    return { ...answer, headers: { ...answer.headers, "content-length": String(body.length) }, body };
  };
  return handle;
};

export const isSandboxFault = (kind: KindOfFault): kind is FaultKind =>
  (FAULT_KINDS as readonly string[]).includes(kind);
