import type { Aws } from "../aws/clients.ts";
import { present } from "../aws/paging.ts";
import { type Ini, parseIni } from "../awsconfig/lines.ts";
import { identityCenter, type IdentityCenterIds } from "../kinds/identityCenter.ts";
import { describeOrganization, ORGANIZATION, organizationSection } from "../kinds/organization.ts";
import { type Config, nothingIn } from "../model/config.ts";
import { InvalidConfig, OrgsyncError } from "../model/errors.ts";
import type { Clock } from "../model/clock.ts";
import { unlessForeseen } from "./check.ts";
import type { Names } from "./names.ts";
import type { Setup } from "./setup.ts";

/** What the checks see of the outside: they can read, and nothing else. */
export interface Ports {
  /** Node's version: `20.19.0`. */
  readonly node: string;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** org.yaml, as it was named. */
  readonly file: string;
  /** Where the schema is once orgsync is installed here, as seen from org.yaml. */
  readonly schema: string;
  /** The AWS settings, as people call them. */
  readonly settingsFile: string;
  readonly isSandbox: boolean;
  /** The profile that was asked about. */
  readonly profile: string | undefined;
  readonly names: Names;
  /**
   * A file's text, undefined where there is none. Paths are from where the command runs, or begin with `~/`. Throws an
   * `OrgsyncError` (ORG0702) for what is there and cannot be read.
   */
  read(path: string): Promise<string | undefined>;
  /** The names in a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** What a program prints. */
  command(
    name: string,
    args: readonly string[],
    ms: number,
  ): Promise<{ readonly code: number | "missing" | "late"; readonly stdout: string; readonly stderr: string }>;
  /** Throws `InvalidConfig`. */
  loadConfig(): Promise<Config>;
  /** AWS, for reads only; opened when it is first asked for. */
  connect(): Promise<Aws>;
  /** Hears that something is not waited for any longer, which may go on for ever. */
  abandoned(): void;
}

export interface Caller {
  readonly accountId: string;
  readonly arn: string;
}

/** The caller's organization, whichever one org.yaml names. */
export type Described = {
  readonly id: string;
  readonly managementAccountId: string;
  readonly featureSet: string;
};

export interface Settings {
  readonly name: string;
  readonly text: string;
  readonly ini: Ini;
}

/** What checks see. Everything is looked up once, however many ask for it, and only when somebody does. */
export interface Context extends Ports {
  /** Undefined where there is no such file; throws `InvalidConfig`. */
  config(): Promise<Config | undefined>;
  /** The same, but what is not valid says nothing: for what AWS can tell without it. */
  whatConfigSays(): Promise<Config>;
  /** The AWS settings; undefined where there are none. */
  settings(): Promise<Settings | undefined>;
  /** What decides on this machine with which credentials AWS is asked. */
  setup(): Promise<Setup>;
  /** Who the credentials belong to. */
  identity(): Promise<Caller>;
  /** The same for whoever needs AWS: that there are no usable credentials is for one check to say. */
  caller(): Promise<Caller & { readonly aws: Aws }>;
  organization(): Promise<Described | undefined>;
  /** The same, but nothing of one that org.yaml is not for. */
  ownOrganization(): Promise<Described | undefined>;
  /** The organization's Identity Center, as plan finds it. */
  instance(): Promise<IdentityCenterIds | undefined>;
}

/** The SDK asks other services for credentials, some of which wait for ever. In milliseconds. */
const CREDENTIALS_LIMIT = 8_000;

export function makeContext(ports: Ports): Context {
  const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => (made ??= work());
  };
  const config = once(async () =>
    (await ports.read(ports.file)) === undefined ? undefined : await ports.loadConfig(),
  );
  const whatConfigSays = once(async () => {
    try {
      return (await config()) ?? nothingIn(ports.file);
    } catch (error) {
      if (error instanceof InvalidConfig) return nothingIn(ports.file);
      throw error;
    }
  });
  const aws = once(() => ports.connect());
  const identity = once(async (): Promise<Caller> => {
    const { Account, Arn } = await within(CREDENTIALS_LIMIT, ports, async () =>
      (await aws()).sts.getCallerIdentity({}),
    );
    return {
      accountId: present(Account, "sts:GetCallerIdentity", "Account"),
      arn: present(Arn, "sts:GetCallerIdentity", "Arn"),
    };
  });
  const caller = once(async () => {
    try {
      return { ...(await identity()), aws: await aws() };
    } catch (error) {
      if (!(error instanceof OrgsyncError)) throw error;
      throw new OrgsyncError(error.code, "AWS was not asked, for want of an answer to who asks", {
        hint: "see the check credentials",
        cause: error,
      });
    }
  });
  const organization = once(async (): Promise<Described | undefined> => {
    const found = await describeOrganization((await caller()).aws);
    const operation = "organizations:DescribeOrganization";
    return (
      found && {
        id: present(found.Id, operation, "Id"),
        managementAccountId: present(found.MasterAccountId, operation, "MasterAccountId"),
        featureSet: found.FeatureSet ?? "ALL",
      }
    );
  });
  const ownOrganization = once(async () => {
    const [there, file] = await Promise.all([organization(), whatConfigSays()]);
    const wanted = organizationSection.of(file)?.id;
    if (there === undefined || wanted === undefined || wanted === there.id) return there;
    throw new OrgsyncError("ORG0403", "org.yaml is for another organization, and nothing is read of this one", {
      hint: "see the check organization-id",
    });
  });
  const instance = once(async (): Promise<IdentityCenterIds | undefined> => {
    const there = await ownOrganization();
    if (there === undefined) return undefined;
    const [found] = await identityCenter.read({
      aws: (await caller()).aws,
      config: await whatConfigSays(),
      managed: true,
      whole: true,
      resources: async () => [
        { address: ORGANIZATION, kind: "organization", key: "organization", spec: {}, ids: there },
      ],
      notice: () => undefined,
    });
    return found?.ids;
  });
  const settings = once(async () => {
    const text = await ports.read(ports.settingsFile);
    return text === undefined ? undefined : { name: ports.settingsFile, text, ini: parseIni(text) };
  });
  const setup = once(async (): Promise<Setup> => {
    const credentials = ports.env["AWS_SHARED_CREDENTIALS_FILE"] || "~/.aws/credentials";
    return {
      env: ports.env,
      config: { name: ports.settingsFile, text: (await unlessForeseen(settings()))?.text },
      credentials: { name: credentials, text: await unlessForeseen(ports.read(credentials)) },
      name: ports.names.name,
    };
  });
  return {
    ...ports,
    config,
    whatConfigSays,
    settings,
    setup,
    identity,
    caller,
    organization,
    ownOrganization,
    instance,
  };
}

/** Throws an `OrgsyncError` (ORG0508) when the work has not ended by then; it may go on, and nobody waits for it. */
async function within<T>(ms: number, { clock, abandoned }: Ports, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = clock.sleep(ms, done.signal).then(
    () => {
      abandoned();
      throw new OrgsyncError("ORG0508", `nobody answered within ${ms / 1000} seconds`, {
        hint: "check the network, AWS_PROFILE and AWS_ENDPOINT_URL",
      });
    },
    // Ended before: whoever waits has the work's own result.
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work(), late]);
  } finally {
    done.abort();
  }
}
