import { OrgsyncError } from "../model/errors.ts";
import type { AnyKind } from "../model/kind.ts";
import type { Snapshot } from "../model/resource.ts";

export interface AbsentOptions<Aws> {
  readonly kinds: readonly AnyKind<Aws>[];
  readonly aws: Aws;
  readonly live: Snapshot;
  /** What the file asked for before this change of it. */
  readonly base: Snapshot;
}

/**
 * Looks once more for what the base lists and AWS did not show, by another operation: a list of AWS may leave something
 * out for a moment. What is found after all stops the plan (`OrgsyncError` ORG0511); what is not found is believed.
 * Where something that it refers to is not there either, only that is looked for.
 */
export async function requireAbsent<Aws>({ kinds, aws, live, base }: AbsentOptions<Aws>): Promise<void> {
  const missing = [...base.values()].filter(({ address, source }) => source !== undefined && !live.has(address));
  for (const kind of kinds) {
    const suspects = missing.filter(
      (one) => one.kind === kind.name && !kind.refs(one.spec, one.key).some((ref) => base.has(ref) && !live.has(ref)),
    );
    if (kind.lookAgain === undefined || suspects.length === 0) continue;
    const [first, ...others] = await kind.lookAgain(suspects, { aws, live });
    if (first === undefined) continue;
    const more = others.length === 0 ? "" : `, and ${others.length} more`;
    throw new OrgsyncError(
      "ORG0511",
      `AWS left ${kind.title} ${first.label ?? first.key}${more} out of what it listed`,
      {
        details: others.map(({ label, key }) => `${kind.title} ${label ?? key}`),
        hint: "nothing was changed; AWS may show its own changes late: run the same command again in a minute",
      },
    );
  }
}
