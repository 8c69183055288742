import type { Aws } from "../aws/clients.ts";
import { present } from "../aws/paging.ts";
import { waitFor } from "../aws/wait.ts";
import { OrgsyncError } from "../model/errors.ts";

/** In milliseconds; AWS usually takes five to thirty seconds. */
const REQUEST = { first: 2_000, longest: 8_000, timeout: 15 * 60_000 };

/** A request of Identity Center to give or take access, as far as it has come. */
interface RequestStatus {
  readonly Status?: string | undefined;
  readonly RequestId?: string | undefined;
  readonly FailureReason?: string | undefined;
}

/** Waits for the end of a request, well or not. `label` is for people; `look` asks for the request again. */
export async function requestEnd(
  aws: Aws,
  verb: "Create" | "Delete",
  begun: RequestStatus,
  label: string,
  progress: (detail: string) => void,
  look: (request: string) => Promise<RequestStatus | undefined>,
): Promise<RequestStatus> {
  const isEnd = ({ Status }: RequestStatus): boolean => Status === "SUCCEEDED" || Status === "FAILED";
  if (isEnd(begun)) return begun;
  const request = present(begun.RequestId, `ssoAdmin:${verb}AccountAssignment`, "RequestId");
  progress(`AWS: ${begun.Status ?? "IN_PROGRESS"} (request ${request})`);
  return waitFor({
    ...REQUEST,
    clock: aws.clock,
    what: `${label} (request ${request})`,
    look: async () =>
      present(
        await look(request),
        `ssoAdmin:DescribeAccountAssignment${verb === "Create" ? "Creation" : "Deletion"}Status`,
        "a status",
      ),
    done: isEnd,
    status: { of: ({ Status }) => Status, pending: ["IN_PROGRESS"] },
  });
}

/** What to tell of a request that failed. */
export function refused(verb: "give" | "take", label: string, ended: RequestStatus): OrgsyncError {
  const reason = ended.FailureReason ?? "no reason given";
  return new OrgsyncError("ORG0507", `AWS could not ${verb} ${label}: ${reason} (request ${ended.RequestId ?? "?"})`, {
    hint: /polic/i.test(reason)
      ? "a policy of your own must exist in the account under that name and path"
      : /iam|access|denied|authoriz/i.test(reason)
        ? 'in the management account the caller also needs IAM permissions on AWS\'s own roles; see "Permissions" in the README'
        : "run the same command again; if it stays, see the account's state in the console",
  });
}
