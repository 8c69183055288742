import { managesIdentityCenter } from "../caller.ts";
import type { CheckedInput, Context, Operation, Shape } from "../operation.ts";
import type { IdentityCenter } from "../world.ts";
import { denied, notFound } from "./errors.ts";
import { identityStoreId } from "./shapes.ts";

interface Definition {
  readonly access: "read" | "write";
  /** Members besides IdentityStoreId. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Those of them that must be there. */
  readonly required?: readonly string[];
  readonly run: (input: CheckedInput, store: IdentityCenter, context: Context) => object;
}

/** Operations on the identity store that IdentityStoreId names, each with its own 20 calls a second. */
export function onStore(definitions: Readonly<Record<string, Definition>>): Record<string, Operation> {
  const operation = (action: string, { access, members, required, run }: Definition): Operation => ({
    access,
    input: {
      type: "structure",
      members: { IdentityStoreId: identityStoreId, ...members },
      required: ["IdentityStoreId", ...(required ?? [])],
    },
    quota: { rate: 20, burst: 20 },
    run: (input, context) => run(input, storeOf(input.IdentityStoreId, action, context), context),
  });
  return Object.fromEntries(
    Object.entries(definitions).map(([action, definition]) => [action, operation(action, definition)]),
  );
}

/** The store, which only its own region knows, and only those who manage Identity Center may use. */
function storeOf(id: string, action: string, context: Context): IdentityCenter {
  const { world, region, caller } = context;
  const center = world.identityCenter;
  if (!center || center.identityStoreId !== id || center.region !== region) throw notFound("IDENTITY_STORE");
  if (!managesIdentityCenter(world, caller)) throw denied(context, action);
  return center;
}
