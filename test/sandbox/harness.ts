import { AccountClient } from "@aws-sdk/client-account";
import { IAM } from "@aws-sdk/client-iam";
import { Identitystore } from "@aws-sdk/client-identitystore";
import { Organizations } from "@aws-sdk/client-organizations";
import { SSOAdmin } from "@aws-sdk/client-sso-admin";
import { STS } from "@aws-sdk/client-sts";
import { createSandbox, newWorld, requestHandler, virtualClock } from "../../src/sandbox/index.ts";
import type { ObservedCall, Sandbox, SandboxOptions, StartingPoint, WireRequest } from "../../src/sandbox/index.ts";

type Options = Partial<Omit<SandboxOptions, "clock">> & { readonly from?: StartingPoint };

/** A sandbox on a virtual clock, and SDK clients that are plugged into it. */
export function start({ from = "guide", ...options }: Options = {}) {
  const world = options.world ?? newWorld(from);
  const clock = virtualClock(world.now);
  const calls: ObservedCall[] = [];
  const sandbox = createSandbox({ ...options, world, clock, observe: (call) => calls.push(call) });
  return {
    world,
    clock,
    sandbox,
    calls,
    ...clientsOf(sandbox, "AKIA"),
    /** Clients of another account, whose access key ends in its id. */
    as: (accountId: string) => clientsOf(sandbox, `AKIA${accountId}`),
    InstanceArn: world.identityCenter?.instanceArn ?? "",
    IdentityStoreId: world.identityCenter?.identityStoreId ?? "",
  };
}

/** The SDK's clients, with an access key. */
export function clientsOf(sandbox: Sandbox, accessKeyId: string) {
  const client = {
    region: "us-east-1",
    credentials: { accessKeyId, secretAccessKey: "secret" },
    maxAttempts: 1,
    requestHandler: requestHandler(sandbox) as never,
  };
  return {
    organizations: new Organizations(client),
    account: new AccountClient(client),
    sso: new SSOAdmin(client),
    store: new Identitystore(client),
    sts: new STS(client),
    iam: new IAM(client),
  };
}

/** The Authorization header of a request that is signed for a service; nobody checks the signature. */
export const signed = (service: string, region = "us-east-1"): string =>
  `AWS4-HMAC-SHA256 Credential=AKIA/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=00`;

/** A JSON 1.1 request. */
export const jsonRequest = (target: string, service: string, body: string = "{}"): WireRequest => ({
  method: "POST",
  path: "/",
  headers: { "x-amz-target": target, authorization: signed(service), "content-type": "application/x-amz-json-1.1" },
  body,
});
