import { accountManagement } from "./account/index.ts";
import { identityStore } from "./identitystore/index.ts";
import type { Service } from "./operation.ts";
import { organizations } from "./organizations/index.ts";
import { ssoAdmin } from "./sso-admin/index.ts";
import { sts } from "./sts/index.ts";

export type ServiceName = "organizations" | "account" | "sts" | "ssoAdmin" | "identityStore";

/** How a service is spoken to, and how it words what every service has to say. */
export interface Endpoint {
  readonly name: ServiceName;
  readonly service: Service;
  readonly protocol: "json" | "rest-json" | "query";
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
    message: "Message",
    errors: { internal: "InternalFailure", busy: "Throttling", denied: "AccessDenied", expired: "ExpiredToken" },
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
