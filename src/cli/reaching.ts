import { type Known, knownOffline, startUrlOf } from "../awsconfig/known.ts";
import { type Login, sessionName } from "../awsconfig/profiles.ts";
import { type Reaching, reachOf, type Who } from "../awsconfig/reach.ts";
import { readKnown } from "../api/profiles.ts";
import { accountsSection } from "../kinds/account.ts";
import { identityCenterSection } from "../kinds/identityCenter.ts";
import type { Config } from "../model/config.ts";
import { InvalidConfig, OrgsyncError } from "../model/errors.ts";
import { some } from "../kinds/lookup.ts";
import { withProgress } from "./comparison.ts";
import type { Io } from "./io.ts";
import { explained } from "./setup.ts";
import { openSession, type SessionOptions } from "./session.ts";

/** What somebody has, and what is known of the names in it. */
interface Found {
  readonly known: Known;
  readonly reaching: Reaching;
  /** What a reader should know about what is not there. */
  readonly remarks: readonly string[];
}

/**
 * Who has what, from org.yaml and what earlier runs have learned where these tell all; else, or when it is asked for, AWS
 * tells the rest.
 */
export async function whatIsReached(
  io: Io,
  options: SessionOptions & { readonly live?: true },
  config: Config,
  learned: Known | undefined,
  who: Who,
): Promise<Found> {
  const offline = knownOffline(config, learned);
  const reaching = reachOf(config, offline, who, io.clock.now());
  const lacks = lacking(config, offline, reaching);
  const assumed =
    identityCenterSection.of(config)?.startUrl === undefined
      ? ["org.yaml has no identityCenter.startUrl: the one from before it was customized is used"]
      : [];
  if (options.sandbox === undefined && options.live !== true && lacks.length === 0) {
    const partly = reaching.reachesUnlisted && offline.organization === undefined;
    const unlisted = partly ? ["ous: may reach accounts that org.yaml does not list; --live asks AWS for them"] : [];
    return { known: offline, reaching, remarks: [...assumed, ...unlisted] };
  }
  const { known, now } = await ask(io, options, config, lacks);
  if (known.identityCenter === undefined)
    throw new OrgsyncError("ORG0603", "IAM Identity Center is not there yet, so nobody can sign in", {
      hint: "orgsync plan says how it is switched on",
    });
  const found = reachOf(config, known, who, now);
  if (found.problems.length > 0) throw new InvalidConfig(found.problems);
  const missing = found.reached.filter(({ id }) => id === undefined).map(({ account }) => account);
  const left =
    missing.length === 0 ? [] : [`left out, because AWS does not have it yet: ${some(missing)}; apply creates it`];
  return { known, reaching: found, remarks: [...assumed, ...left] };
}

/** What only AWS tells. */
function lacking(config: Config, known: Known, { reached, problems, unplaced }: Reaching): string[] {
  const ids = reached.filter(({ id }) => id === undefined).map(({ account }) => account);
  const center = identityCenterSection.of(config);
  return [
    ...(ids.length === 0 ? [] : [`the id of ${some(ids)}`]),
    ...(unplaced.length === 0 ? [] : [`the organizational unit of ${some(unplaced)}`]),
    ...(startUrlOf(config, known) === undefined ? [START_URL] : []),
    ...((center?.region ?? known.identityCenter) === undefined ? ["identityCenter.region"] : []),
    ...problems.map(({ message }) => message),
  ];
}

/** What AWS tells, and when: the sandbox has a time of its own. */
async function ask(
  io: Io,
  options: SessionOptions,
  config: Config,
  lacks: readonly string[],
): Promise<{ readonly known: Known; readonly now: number }> {
  const session = await openSession(io, options, { writes: false });
  try {
    const { connection } = session;
    const known = await withProgress(io, connection, (onRead) => readKnown(config, connection, { onRead }));
    return { known, now: connection.clock.now() };
  } catch (thrown) {
    const error = await explained(io, thrown);
    if (!(error instanceof OrgsyncError) || error instanceof InvalidConfig || lacks.length === 0) throw error;
    const { file } = config;
    throw new OrgsyncError("ORG0704", `${file} does not say ${lacks.join("; ")}, and AWS could not be asked`, {
      details: [
        ...(lacks.includes(START_URL) ? [ABOUT_START_URL] : []),
        `${error.message} (${error.code})`,
        ...error.details,
      ],
      hint: `${OFFLINE}${error.hint === undefined ? "" : `\n  or have AWS asked: ${error.hint}`}`,
      cause: error,
    });
  } finally {
    await session.close();
  }
}

const START_URL = "identityCenter.startUrl";
const ABOUT_START_URL =
  "startUrl is the address where people sign in, such as https://acme.awsapps.com/start: no API tells the one that was chosen";
const OFFLINE =
  "write it into org.yaml (accounts take id:); what orgsync plan has read here counts, too, once org.yaml has organization.id";

/** How they sign in, once all that was lacking is known. */
export function loginOf(config: Config, known: Known, session: string | undefined): Login {
  const startUrl = startUrlOf(config, known);
  const region = identityCenterSection.of(config)?.region ?? known.identityCenter?.region;
  if (startUrl === undefined || region === undefined) throw new Error("no Identity Center");
  const management =
    Object.entries(accountsSection.of(config) ?? {}).find(([, entry]) => entry.management === true)?.[0] ??
    known.accounts.find((account) => account.management)?.name;
  return { session: session ?? sessionName(management, startUrl), startUrl, region };
}
