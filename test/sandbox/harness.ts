import { AccountClient } from "@aws-sdk/client-account";
import { Identitystore } from "@aws-sdk/client-identitystore";
import { Organizations } from "@aws-sdk/client-organizations";
import { SSOAdmin } from "@aws-sdk/client-sso-admin";
import { STS } from "@aws-sdk/client-sts";
import { createSandbox, newWorld, requestHandler, virtualClock } from "../../src/sandbox/index.ts";
import type { ObservedCall, SandboxOptions, StartingPoint, WireRequest } from "../../src/sandbox/index.ts";

type Options = Partial<Omit<SandboxOptions, "clock">> & { readonly from?: StartingPoint };

/** A sandbox on a virtual clock, and SDK clients that are plugged into it. */
export function start({ from = "guide", ...options }: Options = {}) {
  const world = options.world ?? newWorld(from);
  const clock = virtualClock(world.now);
  const calls: ObservedCall[] = [];
  const sandbox = createSandbox({ ...options, world, clock, observe: (call) => calls.push(call) });
  const client = {
    region: "us-east-1",
    credentials: { accessKeyId: "AKIA", secretAccessKey: "secret" },
    maxAttempts: 1,
    requestHandler: requestHandler(sandbox) as never,
  };
  return {
    world,
    clock,
    sandbox,
    calls,
    organizations: new Organizations(client),
    account: new AccountClient(client),
    sso: new SSOAdmin(client),
    store: new Identitystore(client),
    sts: new STS(client),
    InstanceArn: world.identityCenter?.instanceArn ?? "",
    IdentityStoreId: world.identityCenter?.identityStoreId ?? "",
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
