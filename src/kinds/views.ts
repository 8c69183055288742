/** What rails, access and next steps know of single kinds: typed views of the snapshots. Nothing else of the engine looks in here. */
export { accountAddress, accountsOf, accountsSection } from "./account.ts";
export {
  type AccountAccess,
  accessAfter,
  administrators,
  hangsOn,
  type LiveAccess,
  type OwnAccess,
  peopleWith,
  takesAccess,
} from "./accountAccess.ts";
export { acknowledgeSection } from "./acknowledge.ts";
export { type AllowanceEffect, allowanceChange, isAdministrator } from "./allowance.ts";
export { assignmentsOf, assignmentsSection, unitNamedFor } from "./assignment.ts";
export { groupAddress } from "./group.ts";
export { identityCenterConsole, identityCenterOf } from "./identityCenter.ts";
export { ignoreSection } from "./ignore.ts";
export { organizationOf } from "./organization.ts";
export { ownDenials } from "./ownDenials.ts";
export { membersKnown, membershipsOf } from "./membership.ts";
export { permissionSetAddress, permissionSetsOf } from "./permissionSet.ts";
export { looserRails, railSettings, type RailSettings } from "./rails.ts";
export { rootCredentialsManaged } from "./rootAccess.ts";
export { userAddress, usersOf } from "./user.ts";
