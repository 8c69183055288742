import type { ObservedCall, World } from "../../src/sandbox/index.ts";

/** Natural keys that a world has more than once: what must never happen to anything that orgsync creates. */
export function twiceIn({ organization, identityCenter }: World): string[] {
  const keys = [
    ...Object.values(organization?.accounts ?? {}).map(({ email }) => `account ${email.toLowerCase()}`),
    ...Object.values(organization?.units ?? {}).map(({ parentId, name }) => `unit ${parentId} ${name}`),
    ...Object.values(organization?.createRequests ?? {})
      .filter(({ state }) => state !== "FAILED")
      .map(({ email }) => `creation ${email.toLowerCase()}`),
    ...Object.values(identityCenter?.users ?? {}).map(({ userName }) => `user ${userName.toLowerCase()}`),
    ...Object.values(identityCenter?.groups ?? {}).map(({ displayName }) => `group ${displayName.toLowerCase()}`),
    ...Object.values(identityCenter?.memberships ?? {}).map(({ groupId, userId }) => `membership ${groupId} ${userId}`),
    ...Object.values(identityCenter?.permissionSets ?? {}).map(({ name }) => `permission set ${name}`),
  ];
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

/** E-mails for which CreateAccount was sent again although AWS might have taken the first one. */
export function createdTwice(calls: readonly ObservedCall[]): string[] {
  // An answer of the four hundreds says that AWS has not carried it out.
  const emails = calls
    .filter(({ operation, status }) => operation === "CreateAccount" && !(status >= 400 && status < 500))
    .map(({ input }) => String((input as { Email?: unknown }).Email));
  return emails.filter((email, index) => emails.indexOf(email) !== index);
}

/** Creations that AWS refused because of an account that an earlier one had made: they should not have been begun. */
export function begunInVain({ organization }: World): string[] {
  return Object.values(organization?.createRequests ?? {})
    .filter(({ failureReason, failsWith }) => failureReason === "EMAIL_ALREADY_EXISTS" && failsWith === undefined)
    .map(({ email }) => email);
}
