import pLimit from "p-limit";
import type { Clock } from "../model/clock.ts";
import { OrgsyncError } from "../model/errors.ts";
import type { ConnectOptions } from "./options.ts";
import { OPERATIONS, type OperationSpec, SERIAL_WRITES, type ServiceName, SHARED_RATES } from "./operations.ts";
import { type Bucket, bucket } from "./quotas.ts";
import { withRetry } from "./retry.ts";

interface Modules {
  organizations: typeof import("./services/organizations.ts");
  account: typeof import("./services/account.ts");
  sts: typeof import("./services/sts.ts");
  ssoAdmin: typeof import("./services/ssoAdmin.ts");
  identityStore: typeof import("./services/identityStore.ts");
  iam: typeof import("./services/iam.ts");
  serviceQuotas: typeof import("./services/serviceQuotas.ts");
}

/** The SDK is loaded when the first call needs it, and only the services that are called. */
const LOADERS: { readonly [Name in ServiceName]: () => Promise<Modules[Name]> } = {
  organizations: () => import("./services/organizations.ts"),
  account: () => import("./services/account.ts"),
  sts: () => import("./services/sts.ts"),
  ssoAdmin: () => import("./services/ssoAdmin.ts"),
  identityStore: () => import("./services/identityStore.ts"),
  iam: () => import("./services/iam.ts"),
  serviceQuotas: () => import("./services/serviceQuotas.ts"),
};

/** An operation as a function, with the types of the SDK's command for it. */
type Call<Command> = Command extends {
  prototype: {
    input: infer Input;
    resolveMiddleware(
      stack: never,
      configuration: never,
      options: never,
    ): (input: never) => Promise<{ output: infer Output }>;
  };
}
  ? (input: Input) => Promise<Output>
  : never;

type Operations<Name extends ServiceName> = {
  readonly [
    Operation in keyof (typeof OPERATIONS)[Name] & string
  ]: `${Capitalize<Operation>}Command` extends keyof Modules[Name]
    ? Call<Modules[Name][`${Capitalize<Operation>}Command`]>
    : never;
};

/** The whole AWS that orgsync can reach: the operations of the table, each paced, retried and with errors explained. */
export interface Aws {
  readonly organizations: Operations<"organizations">;
  readonly account: Operations<"account">;
  readonly iam: Operations<"iam">;
  readonly serviceQuotas: Operations<"serviceQuotas">;
  readonly sts: Operations<"sts">;
  /** Identity Center answers only in its own region. */
  ssoAdmin(region: string): Operations<"ssoAdmin">;
  identityStore(region: string): Operations<"identityStore">;
  /** The caller's region, where Identity Center is looked for first. */
  readonly region: string;
  readonly clock: Clock;
  /** Calls sent so far, retries included. */
  calls(): number;
  /** The same AWS for a write that refers to things just made: "missing" is given a minute to become visible. */
  settling(): Aws;
  /** The same AWS for a look by natural key: "missing" is an answer, not a delay. */
  asking(): Aws;
}

/** Global services answer in one region, whatever the caller's is. */
const GLOBAL_REGION = "us-east-1";

export function connect(options: ConnectOptions): Aws {
  let sent = 0;
  const clock: Clock = {
    now: () => options.clock.now(),
    sleep: (ms, signal) => options.clock.sleep(ms, signal ?? options.signal),
  };
  // What AWS answers to a request that was on its way counts as ever.
  const isInterruption = (error: unknown): boolean =>
    options.signal?.aborted === true &&
    (error === options.signal.reason || (error instanceof Error && error.name === "AbortError"));
  const wires = new Map<string, Promise<Wire>>();
  const buckets = new Map<string, Bucket>();
  const serial = new Map([...SERIAL_WRITES].map((name): [ServiceName, ReturnType<typeof pLimit>] => [name, pLimit(1)]));

  const wire = (name: ServiceName, region: string): Promise<Wire> => {
    const key = `${name} ${region}`;
    const known = wires.get(key);
    if (known !== undefined) return known;
    const made = openWire(name, region, options);
    wires.set(key, made);
    return made;
  };

  const bucketFor = (name: ServiceName, operation: string, spec: OperationSpec): Bucket => {
    const shared = SHARED_RATES[name];
    const key = shared === undefined ? `${name}:${operation}` : name;
    let found = buckets.get(key);
    if (found === undefined) buckets.set(key, (found = bucket(shared ?? spec.rate, clock)));
    return found;
  };

  const operations = <Name extends ServiceName>(name: Name, region: string, settling: boolean): Operations<Name> => {
    const made: Record<string, (input: object) => Promise<unknown>> = {};
    for (const [operation, spec] of Object.entries<OperationSpec>(OPERATIONS[name])) {
      const command = operation.charAt(0).toUpperCase() + operation.slice(1);
      const title = `${name}:${command}`;
      const pace = bucketFor(name, operation, spec);
      const line = spec.access === "write" ? serial.get(name) : undefined;
      const call = (input: object): Promise<unknown> => {
        let attempt = 0;
        const paced = async (sdk: Wire): Promise<unknown> => {
          await pace.take();
          return line === undefined ? send(sdk) : line(() => send(sdk));
        };
        const send = (sdk: Wire): Promise<unknown> => {
          options.signal?.throwIfAborted();
          sent++;
          options.observe?.({ operation: title, attempt: ++attempt });
          return sdk.send(command, input);
        };
        return withRetry(
          title,
          {
            clock,
            random: options.random,
            resend: spec.resend,
            settling,
            impatient: options.impatient === true,
            isInterruption,
            onThrottle: (ms) => pace.pause(ms),
          },
          async () => {
            const sdk = await wire(name, region);
            // The SDK loads parts of itself during its first call: calls that wait for that would then go all at once.
            if (sdk.first === undefined) return (sdk.first = paced(sdk));
            await sdk.first.catch(() => undefined);
            return paced(sdk);
          },
        );
      };
      Object.defineProperty(call, "name", { value: title });
      made[operation] = call;
    }
    return made as unknown as Operations<Name>;
  };

  const aws = (settling: boolean): Aws => {
    const regional = new Map<string, unknown>();
    const inRegion = <Name extends ServiceName>(name: Name, region: string): Operations<Name> => {
      const key = `${name} ${region}`;
      if (!regional.has(key)) regional.set(key, operations(name, region, settling));
      return regional.get(key) as Operations<Name>;
    };
    return {
      organizations: operations("organizations", GLOBAL_REGION, settling),
      account: operations("account", GLOBAL_REGION, settling),
      iam: operations("iam", GLOBAL_REGION, settling),
      serviceQuotas: operations("serviceQuotas", GLOBAL_REGION, settling),
      sts: operations("sts", options.region, settling),
      ssoAdmin: (region) => inRegion("ssoAdmin", region),
      identityStore: (region) => inRegion("identityStore", region),
      region: options.region,
      clock,
      calls: () => sent,
      settling: () => settlingAws,
      asking: () => askingAws,
    };
  };
  const settlingAws = aws(true);
  const askingAws = aws(false);
  return askingAws;
}

/** One SDK client; commands by name. */
interface Wire {
  /** The call that was made first, answered or not. */
  first?: Promise<unknown>;
  send(command: string, input: object): Promise<unknown>;
}

async function openWire(name: ServiceName, region: string, options: ConnectOptions): Promise<Wire> {
  const module: Record<string, unknown> = { ...(await LOADERS[name]()) };
  const Client = module["Client"] as new (configuration: object) => {
    send(command: object): Promise<unknown>;
    middlewareStack: { add(middleware: unknown, options: object): void };
  };
  const client = new Client({
    region,
    // Every retry is ours (retry.ts): the SDK would resend creates and wait on the wall clock.
    maxAttempts: 1,
    cacheMiddleware: true,
    requestHandler: options.requestHandler ?? (await networkHandler(options.impatient === true ? SHORT : LONG)),
    // A logger without methods: the default one makes the SDK prepare log lines that nobody sees. Only with credentials
    // that are given: the SDK's default chain calls its methods without asking.
    ...(options.credentials === undefined ? {} : { credentials: options.credentials, logger: {} }),
  });
  client.middlewareStack.add(refuseEmptyAnswers(name), {
    step: "deserialize",
    name: "orgsyncEmptyAnswers",
    priority: "low",
  });
  if (!options.writes)
    client.middlewareStack.add(refuseWrites(name), { step: "initialize", name: "orgsyncReadOnly", priority: "high" });
  return {
    send(command, input) {
      const Command = module[`${command}Command`] as new (input: object) => object;
      return client.send(new Command(input));
    },
  };
}

/** Connect, answer and total time limits in milliseconds; nothing waits for ever. */
const LONG = { connectionTimeout: 5_000, socketTimeout: 30_000, requestTimeout: 60_000 };
const SHORT = { connectionTimeout: 3_000, socketTimeout: 5_000, requestTimeout: 5_000 };

async function networkHandler(limits: typeof LONG): Promise<object> {
  const { NodeHttpHandler } = await import("@smithy/node-http-handler");
  return new NodeHttpHandler({
    ...limits,
    throwOnRequestTimeout: true,
    httpsAgent: { maxSockets: 32 },
    httpAgent: { maxSockets: 32 },
  });
}

/** The SDK takes an empty body for an answer that leaves everything out; half of that would be "it does not exist". */
function refuseEmptyAnswers(name: ServiceName) {
  return (next: (args: object) => Promise<{ response: unknown }>, context: { commandName?: string }) =>
    async (args: object) => {
      const result = await next(args);
      const { statusCode, headers } = result.response as { statusCode: number; headers: Record<string, string> };
      if (statusCode === 200 && headers["content-length"] === "0" && specOf(name, context)?.access === "read") {
        throw new SyntaxError("the answer is empty");
      }
      return result;
    };
}

function specOf(name: ServiceName, { commandName = "" }: { commandName?: string }): OperationSpec | undefined {
  const specs: Readonly<Record<string, OperationSpec>> = OPERATIONS[name];
  return specs[commandName.charAt(0).toLowerCase() + commandName.slice(1).replace(/Command$/, "")];
}

/** The structural dry run: it sits in the SDK client, so no code of ours can go around it. */
function refuseWrites(name: ServiceName) {
  return (next: (args: object) => Promise<unknown>, context: { commandName?: string }) => (args: object) => {
    if (specOf(name, context)?.access !== "read") {
      throw new OrgsyncError(
        "ORG0510",
        `${name}:${context.commandName?.replace(/Command$/, "")} is a write; this command only reads`,
        {
          hint: "this is a defect in orgsync; nothing was sent",
        },
      );
    }
    return next(args);
  };
}

/** The caller's region by the SDK's own chain (environment, profile); us-east-1 when none is set. */
export async function callerRegion(): Promise<string> {
  const { Client } = await LOADERS.sts();
  try {
    return await new Client({}).config.region();
  } catch {
    return GLOBAL_REGION;
  }
}
