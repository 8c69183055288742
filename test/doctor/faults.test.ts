import { describe, expect, test } from "vitest";
import { FAULT_KINDS } from "../../src/sandbox/faults.ts";
import { ONLY_OF_DOCTOR } from "../deep/matrix.ts";
import { examine, saidIn } from "./clinic.ts";

/** The check that asks. */
const CHECK: Readonly<Record<string, string>> = {
  "ssoAdmin:DescribeInstance": "permission-sets",
  "serviceQuotas:GetServiceQuota": "account-quota",
};

/** What reading once can meet: nothing goes wrong after a read, and there are no lists. */
const KINDS = FAULT_KINDS.filter(
  (kind) => !/-after$|^async|page|token$|^duplicate|items$|list$/.test(kind) || kind === "expired-token",
);

describe.each(ONLY_OF_DOCTOR)("%s, which only doctor sends", (operation) => {
  test.each(KINDS)("%s: not known is neither well nor ill", async (kind) => {
    const name = CHECK[operation] ?? "";
    const ran = await examine({ faults: [{ operation, kind }] }, name, "--json");
    const [check] = saidIn(ran).checks;
    expect(ran.stderr).toBe("");
    expect(ran.code).toBe(0);
    expect(check).toMatchObject({ name, outcome: expect.stringMatching(/^(?:unchecked|ok)$/) });
    // An answer that lacks what was asked for says nothing, and a value that nobody knows is passed over.
    if (check?.outcome === "ok")
      expect(kind).toMatch(/^(?:access-denied|missing-field|unknown-enum|empty-body|not-implemented)$/);
  });
});
