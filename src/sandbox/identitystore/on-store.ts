import type { Context, Operation, Shape } from "../operation.ts";
import type { IdentityCenter } from "../world.ts";
import { notFound } from "./errors.ts";
import { identityStoreId } from "./shapes.ts";

interface Definition {
  readonly access: "read" | "write";
  /** Members besides IdentityStoreId. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Those of them that must be there. */
  readonly required?: readonly string[];
  // oxlint-disable-next-line typescript/no-explicit-any -- inputs are checked by their shape before they come here
  readonly run: (input: any, store: IdentityCenter, context: Context) => object;
}

/** Operations on the identity store that IdentityStoreId names, each with its own 20 calls a second. */
export function onStore(definitions: Readonly<Record<string, Definition>>): Record<string, Operation> {
  const operation = ({ access, members, required, run }: Definition): Operation => ({
    access,
    input: {
      type: "structure",
      members: { IdentityStoreId: identityStoreId, ...members },
      required: ["IdentityStoreId", ...(required ?? [])],
    },
    quota: { rate: 20, burst: 20 },
    run: (input, context) => run(input, storeOf(input.IdentityStoreId, context), context),
  });
  return Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, operation(definition)]));
}

/** The store, which only its own region knows. */
function storeOf(id: string, { world, region }: Context): IdentityCenter {
  const center = world.identityCenter;
  if (!center || center.identityStoreId !== id || center.region !== region) throw notFound("IDENTITY_STORE");
  return center;
}
