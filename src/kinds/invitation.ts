import type { Aws } from "../aws/clients.ts";
import { createOnce } from "../aws/create.ts";
import { AwsError } from "../aws/errors.ts";
import { incredible, listAll, present } from "../aws/paging.ts";
import type { Config } from "../model/config.ts";
import type { Kind, ReadContext } from "../model/kind.ts";
import type { Resource } from "../model/resource.ts";
import {
  accountAddress,
  type AccountEntry,
  type AccountResource,
  accountsSection,
  invitationAddress,
  sameEmail,
} from "./account.ts";
import { ACCOUNT_QUOTA_CONSOLE, accountQuota } from "./accountQuota.ts";
import { managementOnly } from "./caller.ts";
import { ORGANIZATION, organizationOf } from "./organization.ts";

interface InvitationSpec {
  /** The id of the account that is invited; its e-mail where somebody else invited it by that. */
  readonly account: string;
}

/** All are there of an invitation that AWS listed. */
interface InvitationIds {
  readonly id?: string;
  /** Days: `2026-03-01`. */
  readonly sent?: string;
  readonly expires?: string;
}

type InvitationResource = Resource<InvitationSpec, InvitationIds>;

/** What waits to be accepted; written as `invite:` of an account. */
export const invitation: Kind<InvitationSpec, InvitationIds, Aws> = {
  name: "invitation",
  title: "invitation",
  plural: "Invitations",
  section: accountsSection,
  ownsSection: false,
  needs: () => ["organization", "account"],
  neverRemoved: "not in org.yaml; it lapses 15 days after it was sent; cancel it in the AWS Organizations console",
  expected: { create: { calls: 1, seconds: 1 } },

  desired({ config, live, desired, notice }) {
    return invitesIn(config).flatMap(({ key, invite }) => {
      const account = desired.get(accountAddress(key));
      // The account is a member already, or cannot be one.
      if (account === undefined || account.ids !== undefined) return [];
      const source = config.at(["accounts", key, "invite"]);
      const there = live.get(invitationAddress(key));
      if (there?.ids !== undefined) {
        const { id, sent, expires } = there.ids as InvitationIds;
        notice({
          code: "ORG0603",
          severity: "warning",
          message: `account ${key} (${invite}) has not accepted its invitation of ${sent}, which expires on ${expires}`,
          hint: `with credentials of ${invite}: aws organizations accept-handshake --handshake-id ${id}; or there in the console: https://console.aws.amazon.com/organizations/v2/home, Invitations`,
          source,
        });
      }
      return [{ ...identity(key, invite), spec: { account: invite }, source }];
    });
  },

  refs: () => [ORGANIZATION],

  async read(context) {
    const { aws, config, resources } = context;
    const organization = organizationOf(await resources("organization"));
    if (organization === undefined) return [];
    const accounts = (await resources("account")) as unknown as readonly AccountResource[];
    const handshakes = await readHandshakes(aws, invitesIn(config).length > 0);
    tellOfFailures(context, accounts, handshakes);
    // AWS tells the quota of whoever asks, and that of a member account is another one.
    if (organization.callerAccountId === organization.managementAccountId)
      await tellOfQuota(context, accounts, handshakes);
    const keys = new Set<string>();
    return handshakes.filter(isOpen).map((handshake): InvitationResource => {
      const { target, id, sent, expires } = handshake;
      const entry = invitesIn(config).find((one) => isTo(handshake, one.invite, one.email) && !keys.has(one.key));
      const key = entry?.key ?? `${target} (${id})`;
      keys.add(key);
      return {
        ...identity(key, target),
        spec: { account: entry?.invite ?? target },
        ids: { id, sent, expires },
      };
    });
  },

  async create({ key, label, spec }, { aws, desired, progress }) {
    const account = desired.get(accountAddress(key)) as unknown as AccountResource | undefined;
    const find = async (): Promise<InvitationIds | undefined> => {
      const handshakes = await readHandshakes(aws, true);
      return handshakes.find((one) => isOpen(one) && isTo(one, spec.account, account?.spec.email));
    };
    const { value } = await createOnce<InvitationIds>({
      clock: aws.clock,
      what: `invitation ${label}`,
      create: async () => {
        try {
          const { Handshake } = await aws.organizations.inviteAccountToOrganization({
            Target: { Type: "ACCOUNT", Id: spec.account },
            Tags: Object.entries(account?.spec.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
          });
          return { id: present(Handshake?.Id, "organizations:InviteAccountToOrganization", "Id") };
        } catch (error) {
          if (!(error instanceof AwsError && error.awsName === "DuplicateHandshakeException")) throw error;
          return (await find()) ?? {};
        }
      },
      find,
    });
    progress(`sent as ${value.id ?? "an earlier one"}; its owner has 15 days to accept`);
    return value;
  },

  blocked: (_change, { live }) => managementOnly(live, "who is invited"),

  draft(resources, { draft }) {
    for (const { spec, ids } of resources) {
      draft.comment(
        ["accounts"],
        `An invitation to ${spec.account} is open until ${ids?.expires}: list the account with invite: to have it managed.`,
      );
    }
  },
};

const identity = (key: string, target: string) => ({
  address: invitationAddress(key),
  kind: "invitation",
  key,
  label: key.startsWith(target) ? target : `${key} (${target})`,
});

interface Invite {
  readonly key: string;
  readonly invite: string;
  readonly email: string;
}

/** The entries that want an account invited. */
function invitesIn(config: Config): Invite[] {
  return Object.entries<AccountEntry>(accountsSection.of(config) ?? {}).flatMap(([key, { invite, email, closed }]) =>
    invite === undefined || closed === true ? [] : [{ key, invite, email }],
  );
}

const STATES = ["REQUESTED", "OPEN", "CANCELED", "ACCEPTED", "DECLINED", "EXPIRED"] as const;
type State = (typeof STATES)[number];

/** An invitation as AWS has it, ended or not. */
interface Handshake {
  readonly id: string;
  readonly state: State;
  /** An account's id, or its e-mail. */
  readonly target: string;
  readonly sent: string;
  readonly expires: string;
}

const isOpen = ({ state }: Handshake): boolean => state === "REQUESTED" || state === "OPEN";

const isTo = ({ target }: Handshake, id: string, email: string | undefined): boolean =>
  target === id || (email !== undefined && sameEmail(target, email));

/** AWS shows those that have ended for 30 days. */
async function readHandshakes(aws: Aws, wanted: boolean): Promise<Handshake[]> {
  const operation = "organizations:ListHandshakesForOrganization";
  const day = (time: Date | undefined, member: string): string =>
    present(time, operation, member).toISOString().slice(0, 10);
  try {
    const found = await listAll(
      aws.organizations.listHandshakesForOrganization,
      { Filter: { ActionType: "INVITE" } },
      "Handshakes",
    );
    return found.map(({ Id, State, Parties, RequestedTimestamp, ExpirationTimestamp }) => {
      const party = (type: string) => Parties?.find(({ Type }) => Type === type)?.Id;
      const target = party("ACCOUNT") ?? party("EMAIL");
      if (target === undefined) throw incredible(operation, `the invitation ${Id} to nobody`);
      return {
        id: present(Id, operation, "Id"),
        state: stateOf(State, operation),
        target,
        sent: day(RequestedTimestamp, "RequestedTimestamp"),
        expires: day(ExpirationTimestamp, "ExpirationTimestamp"),
      };
    });
  } catch (error) {
    // An endpoint that knows no invitations has none.
    if (!wanted && error instanceof AwsError && error.kind === "unimplemented") return [];
    throw error;
  }
}

function stateOf(value: string | undefined, operation: string): State {
  const state = STATES.find((one) => one === value);
  if (state !== undefined) return state;
  throw incredible(
    operation,
    value === undefined ? "an invitation without State" : `the unknown state ${value} of an invitation`,
  );
}

/** Says that AWS will refuse accounts, where it is known before; closed accounts and open invitations count. */
async function tellOfQuota(
  { aws, config, notice }: Pick<ReadContext<Aws>, "aws" | "config" | "notice">,
  accounts: readonly AccountResource[],
  handshakes: readonly Handshake[],
): Promise<void> {
  const open = handshakes.filter(isOpen);
  const added = Object.entries<AccountEntry>(accountsSection.of(config) ?? {}).filter(
    ([key, { email, invite, closed }]) =>
      closed !== true &&
      !accounts.some((account) => account.key === key) &&
      !(invite !== undefined && open.some((one) => isTo(one, invite, email))),
  );
  const [first] = added;
  if (first === undefined) return;
  const quota = await accountQuota(aws).catch((error: unknown) => {
    // A plan needs no quota: what else AWS has against the caller, the other reads tell.
    if (!(error instanceof AwsError) || error.kind === "credentials") throw error;
  });
  const used = accounts.length + open.length;
  if (quota === undefined || used + added.length <= quota) return;
  const invited = open.length === 0 ? "" : `, ${open.length} of them invited`;
  notice({
    code: "ORG0405",
    severity: "warning",
    message: `${added.length} ${added.length === 1 ? "account is" : "accounts are"} to be added, but the organization may have ${quota} and has ${used}${invited}`,
    hint: `raise the quota "Default maximum number of accounts" first: ${ACCOUNT_QUOTA_CONSOLE}`,
    source: config.at(["accounts", first[0]]),
  });
}

/** How an invitation can end without an account that joins. */
const FAILURES: { readonly [Ended in State]?: string } = {
  DECLINED: "was declined",
  EXPIRED: "has expired",
  CANCELED: "was canceled",
};

/** Whom the plan invites once more, and why the last time was not enough. */
function tellOfFailures(
  { config, notice }: Pick<ReadContext<Aws>, "config" | "notice">,
  accounts: readonly AccountResource[],
  handshakes: readonly Handshake[],
): void {
  for (const { key, invite, email } of invitesIn(config)) {
    const own = handshakes.filter((one) => isTo(one, invite, email));
    if (own.some(isOpen) || accounts.some(({ ids }) => ids?.id === invite)) continue;
    const last = own.toSorted((left, right) => (left.sent < right.sent ? 1 : -1))[0];
    const failure = last === undefined ? undefined : FAILURES[last.state];
    if (last === undefined || failure === undefined) continue;
    notice({
      code: "ORG0603",
      severity: "warning",
      message: `the last invitation of account ${key} (${invite}), of ${last.sent}, ${failure}; it is invited again`,
      hint: "agree with its owner first, or take the entry out",
      source: config.at(["accounts", key, "invite"]),
    });
  }
}
