import type { Operation } from "../operation.ts";
import type { AccessControlAttribute, IdentityCenter } from "../world.ts";
import { conflict, invalid, notFound } from "./errors.ts";
import { onInstance } from "./on-instance.ts";
import * as shapes from "./shapes.ts";

const configuration = { InstanceAccessControlAttributeConfiguration: shapes.accessControl };

interface ConfigurationInput {
  readonly InstanceAccessControlAttributeConfiguration: {
    readonly AccessControlAttributes: AccessControlAttribute[];
  };
}

/** Attributes of users that policies may decide by. */
export const accessControl: Record<string, Operation> = onInstance({
  CreateInstanceAccessControlAttributeConfiguration: {
    access: "write",
    members: configuration,
    required: Object.keys(configuration),
    run: (input: ConfigurationInput, { center, now, asyncMs }) => {
      const attributes = attributesFrom(input);
      if (center.accessControlAttributes) throw conflict("Attributes for access control are enabled already.");
      center.accessControlAttributes = attributes;
      center.accessControlCreation = { endsAt: now + asyncMs };
      return {};
    },
  },
  UpdateInstanceAccessControlAttributeConfiguration: {
    access: "write",
    members: configuration,
    required: Object.keys(configuration),
    run: (input: ConfigurationInput, { center }) => {
      const attributes = attributesFrom(input);
      requireSettled(center);
      center.accessControlAttributes = attributes;
      return {};
    },
  },
  DescribeInstanceAccessControlAttributeConfiguration: {
    access: "read",
    run: (_input, { center }) => ({
      ...statusOf(center),
      InstanceAccessControlAttributeConfiguration: { AccessControlAttributes: requireEnabled(center) },
    }),
  },
  DeleteInstanceAccessControlAttributeConfiguration: {
    access: "write",
    run: (_input, { center }) => {
      requireSettled(center);
      delete center.accessControlAttributes;
      delete center.accessControlCreation;
      return {};
    },
  },
});

/** Ends the switching on when it is due, well or with the reason why not. */
export function settleAccessControl(center: IdentityCenter, now: number): void {
  const creation = center.accessControlCreation;
  if (!creation || creation.endsAt > now) return;
  if (creation.failsWith === undefined) delete center.accessControlCreation;
  else creation.failureReason = creation.failsWith;
}

function attributesFrom({ InstanceAccessControlAttributeConfiguration: input }: ConfigurationInput) {
  const { AccessControlAttributes: attributes } = input;
  if (new Set(attributes.map(({ Key }) => Key)).size < attributes.length) {
    throw invalid("An attribute for access control has a key of its own.");
  }
  return attributes;
}

function requireEnabled({ accessControlAttributes: attributes }: IdentityCenter): AccessControlAttribute[] {
  if (!attributes) throw notFound("Access control attributes are not enabled for this instance.");
  return attributes;
}

/** Refuses a change while the attributes are off, or still being switched on. */
function requireSettled(center: IdentityCenter): void {
  requireEnabled(center);
  if (statusOf(center).Status === "CREATION_IN_PROGRESS") {
    throw conflict("Attributes for access control are being enabled.");
  }
}

function statusOf({ accessControlCreation: creation }: IdentityCenter) {
  if (!creation) return { Status: "ENABLED" };
  if (creation.failureReason === undefined) return { Status: "CREATION_IN_PROGRESS" };
  return { Status: "CREATION_FAILED", StatusReason: creation.failureReason };
}
