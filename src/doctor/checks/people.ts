import { listAll } from "../../aws/paging.ts";
import { identityCenterConsole, isExternal } from "../../kinds/identityCenter.ts";
import { usersSection } from "../../kinds/user.ts";
import type { Complaint } from "../../model/doctor.ts";
import { type Check, ok, skipped, verdictOf } from "../check.ts";

export const users: Check = {
  name: "users",
  title: "users can sign in, as far as AWS tells",
  why: "users made through the API get no invitation: AWS sends them a code to an e-mail address, or nothing",
  async run(context) {
    const { names } = context;
    const config = await context.whatConfigSays();
    if (isExternal(config)) return skipped("an identity provider decides who can sign in");
    const instance = await context.instance();
    if (instance === undefined) return skipped("there is no IAM Identity Center yet");
    const { region, identityStoreId } = instance;
    const { aws } = await context.caller();
    const found = await listAll(
      aws.identityStore(region).listUsers,
      { IdentityStoreId: identityStoreId, MaxResults: 100 },
      "Users",
    );
    // Those whom an identity provider made sign in there.
    const own = found.filter(({ ExternalIds = [] }) => ExternalIds.length === 0);
    if (own.length === 0) return skipped("there is no user who signs in here");
    const entries = Object.entries(usersSection.of(config) ?? {});
    const wanted = new Set(entries.map(([key, entry]) => (entry.name ?? key).toLowerCase()));
    const complaints = own.flatMap(({ UserName = "", Emails = [], UserStatus }): Complaint[] => {
      const user = `user ${names.name(UserName)}`;
      const noEmail = Emails.some(({ Value = "" }) => Value !== "")
        ? []
        : [{ what: `${user} has no e-mail address`, fix: "write it into org.yaml, and apply", copy: "orgsync apply" }];
      // Somebody may have disabled one whom org.yaml does not list for good.
      const isOff = UserStatus === "DISABLED" && wanted.has(UserName.toLowerCase());
      const off = {
        what: `${user} is disabled, and org.yaml lists them`,
        fix: "enable them in the console, under Users",
      };
      return isOff ? [...noEmail, { ...off, copy: identityCenterConsole(region) }] : noEmail;
    });
    const many = own.length === 1 ? "the only user has" : `all ${own.length} users have`;
    return verdictOf(
      complaints,
      ok(`${many} an e-mail address, and nobody whom org.yaml lists is disabled`, [
        `no API tells whether an e-mail address is verified, or whether somebody still waits for a first password. In the console, under Users, each has that; under Settings, Authentication, is whether AWS sends new users a code (Send email OTP): ${identityCenterConsole(region)}`,
      ]),
    );
  },
};
