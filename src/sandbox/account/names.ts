import { onAccount } from "./on-account.ts";

/** What an account is called, and how it is. */
export const names = onAccount({
  GetAccountInformation: {
    access: "read",
    quota: { rate: 3, burst: 3 },
    run: (_input, { account }) => ({
      AccountId: account.id,
      AccountName: account.name,
      AccountCreatedDate: new Date(account.createdAt).toISOString(),
      // This service has no word for an account that is being closed.
      AccountState: account.state === "PENDING_CLOSURE" ? "ACTIVE" : account.state,
    }),
  },
  PutAccountName: {
    access: "write",
    members: { AccountName: { type: "string", min: 1, max: 50, pattern: /^[ -;=?-~]+$/ } },
    required: ["AccountName"],
    quota: { rate: 1, burst: 1 },
    run: ({ AccountName: name }, { account, world }) => {
      const member = world.organization?.accounts[account.id];
      if (member) member.name = name;
      if (world.standalone.id === account.id) world.standalone.name = name;
      return {};
    },
  },
  GetPrimaryEmail: {
    access: "read",
    required: ["AccountId"],
    quota: { rate: 3, burst: 3 },
    run: (_input, { account }) => ({ PrimaryEmail: account.email }),
  },
});
