import { AwsError } from "../operation.ts";
import type { Operation, Service } from "../operation.ts";

const getCallerIdentity: Operation = {
  access: "read",
  input: { type: "structure", members: {} },
  run: (_input, { caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId }),
};

/** The Security Token Service, as far as it tells callers who they are. */
export const sts: Service = {
  signingName: "sts",
  operations: { GetCallerIdentity: getCallerIdentity },
  throttled: { name: "Throttling", message: "Rate exceeded" },
  invalid: (_operation, violations) =>
    new AwsError("ValidationError", violations.map(({ member }) => `Value at '${member}' is not valid`).join("; ")),
};
