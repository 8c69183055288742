import { accountManagement } from "./account/index.ts";
import { identityStore } from "./identitystore/index.ts";
import { iam } from "./iam/index.ts";
import type { Service } from "./operation.ts";
import { serviceQuotas } from "./servicequotas/index.ts";
import { organizations } from "./organizations/index.ts";
import { ssoAdmin } from "./sso-admin/index.ts";
import { sts } from "./sts/index.ts";

export type ServiceName = "organizations" | "account" | "sts" | "iam" | "ssoAdmin" | "identityStore" | "serviceQuotas";

/** How a service is spoken to, and how it words what every service has to say. */
export interface Endpoint {
  readonly name: ServiceName;
  readonly service: Service;
  readonly protocol: "json" | "rest-json" | "query";
  /** The XML namespace of its answers. */
  readonly namespace?: string;
  /** How it spells the message of an error. */
  readonly message: "message" | "Message";
  /** Names of the errors that its operations do not decide. */
  readonly errors: Readonly<Record<"internal" | "busy" | "denied" | "expired", string>>;
}

export const endpoints: readonly Endpoint[] = [
  {
    name: "organizations",
    service: organizations,
    protocol: "json",
    message: "Message",
    errors: {
      internal: "ServiceException",
      busy: "ConcurrentModificationException",
      denied: "AccessDeniedException",
      expired: "ExpiredTokenException",
    },
  },
  {
    name: "account",
    service: accountManagement,
    protocol: "rest-json",
    message: "message",
    errors: {
      internal: "InternalServerException",
      busy: "ConflictException",
      denied: "AccessDeniedException",
      expired: "ExpiredTokenException",
    },
  },
  {
    name: "sts",
    service: sts,
    protocol: "query",
    namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    message: "Message",
    errors: { internal: "InternalFailure", busy: "Throttling", denied: "AccessDenied", expired: "ExpiredToken" },
  },
  {
    name: "iam",
    service: iam,
    protocol: "query",
    namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    message: "Message",
    errors: {
      internal: "ServiceFailure",
      busy: "ConcurrentModification",
      denied: "AccessDenied",
      expired: "ExpiredToken",
    },
  },
  {
    name: "serviceQuotas",
    service: serviceQuotas,
    protocol: "json",
    message: "Message",
    errors: {
      internal: "ServiceException",
      busy: "TooManyRequestsException",
      denied: "AccessDeniedException",
      expired: "ExpiredTokenException",
    },
  },
  ...(["ssoAdmin", "identityStore"] as const).map((name): Endpoint => ({
    name,
    service: name === "ssoAdmin" ? ssoAdmin : identityStore,
    protocol: "json",
    message: "Message",
    errors: {
      internal: "InternalServerException",
      busy: "ConflictException",
      denied: "AccessDeniedException",
      expired: "ExpiredTokenException",
    },
  })),
];
