import { listAll, present } from "../../aws/paging.ts";
import type { Aws } from "../../aws/clients.ts";
import { parentOf } from "../../kinds/accountRead.ts";
import { deniedBy } from "../../kinds/ownDenials.ts";
import { isObject } from "../../model/json.ts";
import type { Complaint } from "../../model/doctor.ts";
import { type Check, listed, ok, skipped, verdictOf } from "../check.ts";

export const denials: Check = {
  name: "denials",
  title: "no service control policy keeps orgsync from its work",
  why: "such a policy holds for everybody in a member account, whatever their role allows",
  async run(context) {
    const { names } = context;
    const { accountId, aws } = await context.caller();
    const organization = await context.ownOrganization();
    if (organization === undefined) return skipped("there is no organization yet");
    if (accountId === organization.managementAccountId)
      return skipped("the management account is never under such policies");
    const targets = await pathOf(aws, accountId);
    const lists = await Promise.all(
      targets.map((TargetId) =>
        listAll(aws.organizations.listPoliciesForTarget, { TargetId, Filter: "SERVICE_CONTROL_POLICY" }, "Policies"),
      ),
    );
    const ids = new Set(lists.flat().map(({ Id }) => present(Id, "organizations:ListPoliciesForTarget", "Id")));
    const complaints = await Promise.all([...ids].map((id) => complaintsAbout(aws, id, (name) => names.name(name))));
    return verdictOf(
      complaints.flat(),
      ok(
        ids.size === 0
          ? "there is no such policy above the caller's account"
          : `none of the ${ids.size} above account ${names.name(accountId)} denies what orgsync calls`,
      ),
    );
  },
};

/** The account, and what it is in, up to the root. */
async function pathOf(aws: Aws, accountId: string): Promise<string[]> {
  const path = [accountId];
  // Units nest five deep; more than these is an answer that leads round and round.
  for (let id = accountId; !id.startsWith("r-") && path.length < 10; path.push(id)) id = await parentOf(aws, id);
  return path;
}

async function complaintsAbout(aws: Aws, id: string, nameOf: (name: string) => string): Promise<Complaint[]> {
  const { Policy } = await aws.organizations.describePolicy({ PolicyId: id });
  const content: unknown = JSON.parse(present(Policy?.Content, "organizations:DescribePolicy", "Content"));
  const actions = isObject(content) ? deniedBy(content) : [];
  if (actions.length === 0) return [];
  const name = nameOf(Policy?.PolicySummary?.Name ?? id);
  return [
    {
      what: `${name} denies ${listed(actions)}, as far as no condition of it says otherwise`,
      fix: `exempt orgsync's role in ${name}, or run orgsync in the management account`,
      copy: `https://console.aws.amazon.com/organizations/v2/home/policies/service-control-policy/${id}`,
    },
  ];
}
