import { page } from "../paging.ts";
import { invalid } from "./errors.ts";
import { onAccount } from "./on-account.ts";

/** The Regions of the aws partition that every account has. */
const ON_BY_DEFAULT = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
];

/** Those that an account has to opt in to, which none has done here. */
const OPT_IN = [
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-south-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ca-west-1",
  "eu-central-2",
  "eu-south-1",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "mx-central-1",
];

interface Region {
  readonly RegionName: string;
  readonly RegionOptStatus: string;
}

const ALL: readonly Region[] = [
  ...ON_BY_DEFAULT.map((RegionName) => ({ RegionName, RegionOptStatus: "ENABLED_BY_DEFAULT" })),
  ...OPT_IN.map((RegionName) => ({ RegionName, RegionOptStatus: "DISABLED" })),
].toSorted((one, other) => (one.RegionName < other.RegionName ? -1 : 1));

const STATUSES = ["ENABLED", "ENABLING", "DISABLING", "DISABLED", "ENABLED_BY_DEFAULT"];

/** Which Regions an account can use. */
export const regions = onAccount({
  ListRegions: {
    access: "read",
    members: {
      MaxResults: { type: "integer", min: 1, max: 50 },
      NextToken: { type: "string", max: 1000 },
      RegionOptStatusContains: { type: "list", of: { type: "string", enum: STATUSES } },
    },
    quota: { rate: 5, burst: 5 },
    run: (input, call) => {
      const wanted: readonly string[] = input.RegionOptStatusContains ?? STATUSES;
      const items = ALL.filter(({ RegionOptStatus }) => wanted.includes(RegionOptStatus));
      const badToken = () => invalid("The pagination token is not valid.", "fieldValidationFailed");
      return page(call, { member: "Regions", items, input, size: 50, badToken });
    },
  },
  GetRegionOptStatus: {
    access: "read",
    members: { RegionName: { type: "string", min: 1, max: 50 } },
    required: ["RegionName"],
    quota: { rate: 5, burst: 5 },
    run: (input) => {
      const region = ALL.find(({ RegionName }) => RegionName === input.RegionName);
      if (!region) throw invalid(`The Region ${input.RegionName} is not valid.`, "invalidRegionOptTarget");
      return region;
    },
  },
});
