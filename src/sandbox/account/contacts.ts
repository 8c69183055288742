import { notFound } from "./errors.ts";
import { onAccount } from "./on-account.ts";

/** How AWS reaches whoever owns an account. */
export const contacts = onAccount({
  GetContactInformation: {
    access: "read",
    quota: { rate: 10, burst: 15 },
    run: (_input, { world }) => ({
      // Members get a copy of what the management account signed up with.
      ContactInformation: {
        FullName: "Jane Doe",
        CompanyName: world.standalone.name,
        AddressLine1: "1 Main Street",
        City: "Springfield",
        StateOrRegion: "IL",
        PostalCode: "62701",
        CountryCode: "US",
        PhoneNumber: "+1 555 0100",
      },
    }),
  },
  GetAlternateContact: {
    access: "read",
    members: { AlternateContactType: { type: "string", enum: ["BILLING", "OPERATIONS", "SECURITY"] } },
    required: ["AlternateContactType"],
    quota: { rate: 10, burst: 15 },
    run: () => {
      throw notFound("No contact of the inputted alternate contact type found.");
    },
  },
});
