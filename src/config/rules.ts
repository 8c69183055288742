import { acknowledgementsMakeSense } from "./rules/acknowledge.ts";
import type { RuleContext } from "../model/section.ts";
import {
  accountsInKnownUnits,
  managementAccountStaysOpen,
  noAccountEmailTwice,
  noAccountIdTwice,
  oneManagementAccount,
} from "./rules/accounts.ts";
import {
  assignedNamesAreKnown,
  assignmentsAreComplete,
  assignmentsEndOnADay,
  noAssignmentToAClosedAccount,
  noAssignmentTwice,
} from "./rules/assignments.ts";
import { noDuplicatesInLists } from "./rules/duplicates.ts";
import { externalIdentitiesAreNotListed } from "./rules/identitySource.ts";
import { nothingListedIsIgnored } from "./rules/ignored.ts";
import { regionIsOneOfAws, valuesOfAwsHaveNoSlips } from "./rules/knownValues.ts";
import { noConfusableKeys, noNameTwice } from "./rules/names.ts";
import {
  parentsAreListed,
  rootIsNotAUnit,
  siblingsHaveTwoNames,
  unitsAreNotTooDeep,
} from "./rules/organizationalUnits.ts";
import { membersAreKnown, noUserEmailTwice, userNamesAreFree, usersHaveEmails } from "./rules/people.ts";
import { inlinePoliciesFit, policiesFit } from "./rules/permissionSets.ts";
import {
  noPolicyOnAClosedAccount,
  policiesAreComplete,
  policyDocumentsFit,
  policyTargetsAreKnown,
  policyTargetsHaveNames,
  targetsHaveSlots,
} from "./rules/policies.ts";
import { namesAreNames } from "./rules/unlisted.ts";
import { previouslyMakesSense } from "./rules/previously.ts";

/** What org.yaml must be beyond what a schema can say. Pure; each reports what it finds. */
export const rules: readonly ((context: RuleContext) => void)[] = [
  noConfusableKeys,
  noNameTwice,
  noDuplicatesInLists,
  nothingListedIsIgnored,
  externalIdentitiesAreNotListed,
  noAccountEmailTwice,
  noAccountIdTwice,
  oneManagementAccount,
  managementAccountStaysOpen,
  accountsInKnownUnits,
  rootIsNotAUnit,
  parentsAreListed,
  unitsAreNotTooDeep,
  siblingsHaveTwoNames,
  userNamesAreFree,
  usersHaveEmails,
  noUserEmailTwice,
  membersAreKnown,
  policiesFit,
  inlinePoliciesFit,
  assignmentsAreComplete,
  assignmentsEndOnADay,
  assignedNamesAreKnown,
  noAssignmentToAClosedAccount,
  noAssignmentTwice,
  policiesAreComplete,
  policyDocumentsFit,
  policyTargetsHaveNames,
  policyTargetsAreKnown,
  targetsHaveSlots,
  noPolicyOnAClosedAccount,
  previouslyMakesSense,
  acknowledgementsMakeSense,
  valuesOfAwsHaveNoSlips,
  regionIsOneOfAws,
];

/** What only a plan knows better, from what AWS has: for where there is no plan. */
export const offlineRules: readonly ((context: RuleContext) => void)[] = [namesAreNames];
