import { OPERATIONS, type OperationSpec, type ServiceName } from "./operations.ts";

/** What IAM calls a service; the action has the name of the operation. */
const PREFIXES: Readonly<Record<ServiceName, string>> = {
  organizations: "organizations",
  account: "account",
  sts: "sts",
  ssoAdmin: "sso",
  identityStore: "identitystore",
  iam: "iam",
  serviceQuotas: "servicequotas",
};

/** IAM's names of all operations that orgsync may call: `sso:ListInstances`; of those that read or write alone, if asked for. */
export function iamActions(access?: OperationSpec["access"]): string[] {
  return Object.entries(OPERATIONS).flatMap(([service, operations]) =>
    Object.entries<OperationSpec>(operations)
      .filter(([, spec]) => access === undefined || spec.access === access)
      .map(([name]) => iamAction(service as ServiceName, name)),
  );
}

/** IAM's name of an operation as errors name it: `sso:ListInstances` for `ssoAdmin:ListInstances`. */
export function iamActionOf(operation: string): string {
  const [service = "", name = ""] = operation.split(":");
  return Object.hasOwn(PREFIXES, service) ? iamAction(service as ServiceName, name) : operation;
}

/** IAM's name of one of them. */
export const iamAction = (service: ServiceName, operation: string): string =>
  `${PREFIXES[service]}:${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
