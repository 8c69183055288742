import type { AwsError, Operation } from "../operation.ts";
import type { IdentityCenter, User } from "../world.ts";
import { changed, requireAttributes, unsupported } from "./attributes.ts";
import type { AttributeOperation } from "./attributes.ts";
import { invalid, notFound, taken } from "./errors.ts";
import { isReserved, lookedUp, provenance } from "./common.ts";
import type { AlternateIdentifier } from "./common.ts";
import { onStore } from "./on-store.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";
import { emailOf, putUser, removeUser, userNamed, userWithEmail } from "./store.ts";

export const users: Record<string, Operation> = onStore({
  ListUsers: {
    access: "read",
    members: { Extensions: shapes.extensionNames, Filters: shapes.filters, ...shapes.paging },
    run: (input, store, context) => {
      if (input.Filters?.length > 0) throw filtersGone("User");
      return page(context, "Users", Object.values(store.users), input, (user) =>
        described(user, store, input.Extensions),
      );
    },
  },
  DescribeUser: {
    access: "read",
    members: { UserId: shapes.resourceId, Extensions: shapes.extensionNames },
    required: ["UserId"],
    run: (input, store) => described(userOf(store, input.UserId), store, input.Extensions),
  },
  GetUserId: {
    access: "read",
    members: { AlternateIdentifier: shapes.alternateIdentifier },
    required: ["AlternateIdentifier"],
    run: (input: { AlternateIdentifier: AlternateIdentifier }, store) => {
      const user = lookedUp(input.AlternateIdentifier, () => Object.values(store.users), {
        userName: (value) => userNamed(store, value),
        "emails.value": (value) => userWithEmail(store, value),
      });
      if (!user) throw notFound("USER");
      return { IdentityStoreId: store.identityStoreId, UserId: user.id };
    },
  },
  CreateUser: {
    access: "write",
    members: {
      UserName: shapes.userName,
      ...shapes.userAttributes,
      Extensions: shapes.extensions,
    },
    run: ({ IdentityStoreId: _store, UserName: userName, ...attributes }, store, context) => {
      if (userName === undefined) throw invalid("userName is a required attribute");
      requireAttributes(attributes);
      const user: User = {
        id: context.newUuid(),
        userName,
        attributes,
        externalIds: [],
        ...provenance(context),
      };
      refuseReserved(user);
      refuseTaken(store, user);
      putUser(store, user);
      return { IdentityStoreId: store.identityStoreId, UserId: user.id };
    },
  },
  UpdateUser: {
    access: "write",
    members: { UserId: shapes.resourceId, Operations: shapes.attributeOperations },
    required: ["UserId", "Operations"],
    run: (input: { UserId: string; Operations: AttributeOperation[] }, store, context) => {
      const before = userOf(store, input.UserId);
      const attributes = input.Operations.reduce(applied, before.attributes);
      requireAttributes(attributes);
      const user: User = { ...before, attributes, updatedAt: context.now, updatedBy: context.caller.arn };
      refuseTaken(store, user);
      putUser(store, user);
      return {};
    },
  },
  DeleteUser: {
    access: "write",
    members: { UserId: shapes.resourceId },
    required: ["UserId"],
    run: (input, store) => {
      removeUser(store, userOf(store, input.UserId));
      return {};
    },
  },
});

/** The user of that id. */
export function userOf(store: IdentityCenter, id: string): User {
  const user = Object.hasOwn(store.users, id) ? store.users[id] : undefined;
  if (!user) throw notFound("USER", id);
  return user;
}

/** The error for the list filters, which were taken away in favour of looking up by one attribute. */
export function filtersGone(noun: "User" | "Group"): AwsError {
  return invalid(`Filtering is not supported for List${noun}s. Use Get${noun}Id instead.`);
}

/** A sign-in name stays what it was; everything else can change. */
function applied(attributes: Record<string, unknown>, operation: AttributeOperation): Record<string, unknown> {
  if (operation.AttributePath === "userName") throw unsupported("userName");
  return changed(attributes, operation);
}

function refuseReserved({ userName }: User): void {
  if (isReserved(userName)) throw invalid(`userName: The value ${userName} is reserved`);
}

function refuseTaken(store: IdentityCenter, user: User): void {
  const sameName = userNamed(store, user.userName);
  if (sameName && sameName.id !== user.id) throw taken("Duplicate UserName");
  const email = emailOf(user);
  const sameEmail = email === undefined ? undefined : userWithEmail(store, email);
  if (sameEmail && sameEmail.id !== user.id) throw taken("Duplicate Email");
}

/** Extensions are only shown to those who ask for them. */
function described(user: User, store: IdentityCenter, extensions: readonly string[] = []): object {
  const { Extensions: stored, ...attributes } = user.attributes;
  const shown = extensions.length > 0 && stored !== undefined ? { Extensions: stored } : {};
  return {
    IdentityStoreId: store.identityStoreId,
    UserId: user.id,
    UserName: user.userName,
    ...attributes,
    ...shown,
    ...(user.externalIds.length > 0 ? { ExternalIds: user.externalIds } : {}),
    UserStatus: user.status ?? "ENABLED",
    CreatedAt: user.createdAt / 1000,
    CreatedBy: user.createdBy,
    UpdatedAt: user.updatedAt / 1000,
    UpdatedBy: user.updatedBy,
  };
}
