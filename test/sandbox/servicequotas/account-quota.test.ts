import { ServiceQuotas } from "@aws-sdk/client-service-quotas";
import { describe, expect, test } from "vitest";
import { requestHandler } from "../../../src/sandbox/index.ts";
import { addAccounts, start as startSandbox } from "../organizations/harness.ts";

const ACCOUNTS = { ServiceCode: "organizations", QuotaCode: "L-E619E033" };

function start(...parameters: Parameters<typeof startSandbox>) {
  const base = startSandbox(...parameters);
  const quotas = (accessKeyId = "AKIA", region = "us-east-1") =>
    new ServiceQuotas({
      region,
      credentials: { accessKeyId, secretAccessKey: "secret" },
      maxAttempts: 1,
      requestHandler: requestHandler(base.sandbox) as never,
    });
  return { ...base, quotas };
}

describe("the quota of accounts", () => {
  test("is what CreateAccount holds to", async () => {
    const { quotas, world } = start((one) => {
      one.organization!.quotas.accounts = 12;
    });
    const { Quota } = await quotas().getServiceQuota(ACCOUNTS);
    expect(Quota).toMatchObject({ ...ACCOUNTS, Value: 12, Adjustable: true, GlobalQuota: true });
    expect(Quota?.QuotaArn).toContain(world.organization!.managementAccountId);
  });

  test("is kept in us-east-1, for the management account", async () => {
    const { quotas, world } = start((one) => addAccounts(one, 1));
    const [member = ""] = Object.keys(world.organization!.accounts).filter(
      (id) => id !== world.organization!.managementAccountId,
    );
    const missing = { name: "NoSuchResourceException" };
    await expect(quotas("AKIA", "eu-west-1").getServiceQuota(ACCOUNTS)).rejects.toMatchObject(missing);
    await expect(quotas(`AKIA${member}`).getServiceQuota(ACCOUNTS)).rejects.toMatchObject(missing);
  });

  test("is the only one there is", async () => {
    const { quotas } = start();
    const other = quotas().getServiceQuota({ ServiceCode: "organizations", QuotaCode: "L-00000000" });
    await expect(other).rejects.toMatchObject({ name: "NoSuchResourceException" });
    const odd = quotas().getServiceQuota({ ServiceCode: "organizations", QuotaCode: "?" });
    await expect(odd).rejects.toMatchObject({ name: "IllegalArgumentException" });
  });
});
