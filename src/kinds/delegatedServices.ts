import type { Aws } from "../aws/clients.ts";
import { AwsError } from "../aws/errors.ts";
import { listAll, present } from "../aws/paging.ts";

/** The services that a member account administers for the organization: none where AWS does not know it as one. */
export async function delegatedServicesOf(aws: Aws, id: string): Promise<string[]> {
  const { listDelegatedServicesForAccount } = aws.organizations;
  try {
    const services = await listAll(listDelegatedServicesForAccount, { AccountId: id }, "DelegatedServices");
    return services.map(({ ServicePrincipal }) =>
      present(ServicePrincipal, listDelegatedServicesForAccount.name, "ServicePrincipal"),
    );
  } catch (error) {
    // It may also have just stopped, where the list of administrators is late.
    if (error instanceof AwsError && error.awsName === "AccountNotRegisteredException") return [];
    throw error;
  }
}
