import { invalid } from "./errors.ts";
import { onOrganization } from "./on-organization.ts";
import { page } from "./page.ts";
import * as shapes from "./shapes.ts";

/** What the sandbox never has: administrators that were delegated to, and handshakes that wait for an answer. */
export const delegation = onOrganization({
  ListDelegatedAdministrators: {
    access: "read",
    members: { ServicePrincipal: shapes.servicePrincipal, ...shapes.paging },
    run: (input, call) => page(call, "DelegatedAdministrators", [], input),
  },
  ListHandshakesForOrganization: {
    access: "read",
    members: { Filter: shapes.handshakeFilter, ...shapes.paging },
    run: (input, call) => {
      if (Object.keys(input.Filter ?? {}).length > 1) throw invalid("MAX_LIMIT_EXCEEDED_FILTER");
      return page(call, "Handshakes", [], input);
    },
  },
});
