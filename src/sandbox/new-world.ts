import { CONSOLE_STEPS } from "./console.ts";
import { identifiers } from "./ids.ts";
import { organizations } from "./organizations/index.ts";
import type { World } from "./world.ts";

/**
 * `empty`: an account that somebody just signed up for. `guide`: the same with an organization that has all features,
 * and with Identity Center on.
 */
export type StartingPoint = "empty" | "guide";

/** A world to start from; the same seed gives the same identifiers. */
export function newWorld(
  from: StartingPoint,
  { seed = 1, now = Date.UTC(2026, 0, 1) }: { readonly seed?: number; readonly now?: number } = {},
): World {
  const world = signedUp(seed, now);
  if (from === "empty") return world;
  const context = { world, caller: world.caller, now, region: "us-east-1", asyncMs: 0, ...identifiers(world) };
  organizations.operations["CreateOrganization"]!.run({ FeatureSet: "ALL" }, context);
  CONSOLE_STEPS["enable-identity-center"]!.run(world, now, ["us-east-1"]);
  return world;
}

function signedUp(seed: number, now: number): World {
  const digits = { seed, issued: 0 };
  const { newId } = identifiers(digits);
  const id = newId("123456789", 1) + newId("0123456789", 11);
  const userId = `AIDA${newId("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17)}`;
  return {
    formatVersion: 1,
    seed,
    issued: digits.issued,
    now,
    caller: { accountId: id, arn: `arn:aws:iam::${id}:user/admin`, userId },
    standalone: { id, name: "acme", email: "aws@acme.com", createdAt: now },
    organization: null,
    identityCenter: null,
  };
}
