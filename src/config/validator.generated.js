// Made by `npm run generate` from the sections in src/kinds.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate10, stdin_default = validate10, schema11 = { $schema: "http://json-schema.org/draft-07/schema#", type: "object", required: ["version"], properties: { version: { type: "integer", const: 1 }, organization: { type: "object", properties: { id: { type: "string", pattern: "^o-[a-z0-9]{10,32}$" } }, additionalProperties: !1 }, identityCenter: { type: "object", properties: { region: { type: "string", pattern: "^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$", maxLength: 32 }, startUrl: { type: "string", pattern: "^https://[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/#-]*)?$", maxLength: 512 }, identitySource: { type: "string", const: "external" } }, additionalProperties: !1 }, accounts: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 50, pattern: "^[ -;=?-~]*$" }, additionalProperties: { type: "object", required: ["email"], properties: { id: { type: "string", pattern: "^[0-9]{12}$" }, email: { type: "string", minLength: 6, maxLength: 64, pattern: "^[A-Za-z0-9!#$*+/=?^_`{}~-][A-Za-z0-9!#$*+./=?^_`{}~-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$" }, name: { type: "string", minLength: 1, maxLength: 50, pattern: "^[ -;=?-~]*$" }, management: { type: "boolean" }, ou: { type: "string", minLength: 1, maxLength: 700, pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 }, contacts: { type: "object", properties: { billing: { type: "object", required: ["name", "title", "email", "phone"], properties: { name: { type: "string", minLength: 1, maxLength: 64, pattern: "^\\S(?:.*\\S)?$" }, title: { type: "string", minLength: 1, maxLength: 50, pattern: "^\\S(?:.*\\S)?$" }, email: { type: "string", minLength: 1, maxLength: 254, pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" }, phone: { type: "string", minLength: 1, maxLength: 25, pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } }, additionalProperties: !1 }, operations: { type: "object", required: ["name", "title", "email", "phone"], properties: { name: { type: "string", minLength: 1, maxLength: 64, pattern: "^\\S(?:.*\\S)?$" }, title: { type: "string", minLength: 1, maxLength: 50, pattern: "^\\S(?:.*\\S)?$" }, email: { type: "string", minLength: 1, maxLength: 254, pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" }, phone: { type: "string", minLength: 1, maxLength: 25, pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } }, additionalProperties: !1 }, security: { type: "object", required: ["name", "title", "email", "phone"], properties: { name: { type: "string", minLength: 1, maxLength: 64, pattern: "^\\S(?:.*\\S)?$" }, title: { type: "string", minLength: 1, maxLength: 50, pattern: "^\\S(?:.*\\S)?$" }, email: { type: "string", minLength: 1, maxLength: 254, pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" }, phone: { type: "string", minLength: 1, maxLength: 25, pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } }, additionalProperties: !1 } }, additionalProperties: !1 }, invite: { type: "string", pattern: "^[0-9]{12}$" }, closed: { type: "boolean" }, previously: { anyOf: [{ type: "string", minLength: 1, maxLength: 700 }, { type: "array", items: { type: "string", minLength: 1, maxLength: 700 }, minItems: 1, maxItems: 20 }] } }, additionalProperties: !1 } }, organizationalUnits: { type: "object", propertyNames: { type: "string", maxLength: 700, pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" }, additionalProperties: { type: "object", properties: { name: { type: "string", minLength: 1, maxLength: 128 }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 }, previously: { anyOf: [{ type: "string", minLength: 1, maxLength: 700 }, { type: "array", items: { type: "string", minLength: 1, maxLength: 700 }, minItems: 1, maxItems: 20 }] } }, additionalProperties: !1 }, maxProperties: 2e3 }, policies: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 128 }, additionalProperties: { type: "object", properties: { name: { type: "string", minLength: 1, maxLength: 128 }, type: { type: "string", pattern: "^(?:[A-Z0-9]+_)*POLICY(?:_[A-Z0-9]+)*$", minLength: 1, maxLength: 64 }, description: { type: "string", minLength: 1, maxLength: 512 }, file: { type: "string", minLength: 1, maxLength: 512 }, content: { type: "object", minProperties: 1, additionalProperties: !0 }, targets: { type: "array", items: { type: "string", minLength: 1, maxLength: 710 } }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 }, previously: { anyOf: [{ type: "string", minLength: 1, maxLength: 700 }, { type: "array", items: { type: "string", minLength: 1, maxLength: 700 }, minItems: 1, maxItems: 20 }] } }, additionalProperties: !1 } }, users: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 128, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" }, additionalProperties: { type: "object", required: ["givenName", "familyName"], properties: { name: { type: "string", minLength: 1, maxLength: 128, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" }, email: { type: "string", minLength: 3, maxLength: 1024, pattern: "^[^\\s@]+@[^\\s@.]+(?:[.][^\\s@.]+)+$" }, givenName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, familyName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, displayName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, title: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, nickName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, phone: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, locale: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, timezone: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, preferredLanguage: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, userType: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, profileUrl: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, address: { type: "object", properties: { streetAddress: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, locality: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, region: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, postalCode: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, country: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, formatted: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } }, additionalProperties: !1, minProperties: 1 }, previously: { anyOf: [{ type: "string", minLength: 1, maxLength: 700 }, { type: "array", items: { type: "string", minLength: 1, maxLength: 700 }, minItems: 1, maxItems: 20 }] } }, additionalProperties: !1 } }, groups: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, additionalProperties: { type: "object", properties: { name: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, description: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, members: { type: "array", items: { type: "string", minLength: 1, maxLength: 128 } }, previously: { anyOf: [{ type: "string", minLength: 1, maxLength: 700 }, { type: "array", items: { type: "string", minLength: 1, maxLength: 700 }, minItems: 1, maxItems: 20 }] } }, additionalProperties: !1 } }, permissionSets: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 32, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, additionalProperties: { type: "object", properties: { name: { type: "string", minLength: 1, maxLength: 32, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, description: { type: "string", minLength: 1, maxLength: 700, pattern: "^[\\t\\n\\r -~\\u00a1-\\u00ff]*$" }, sessionDuration: { type: "string", pattern: "^(?:(?:[1-9]|1[0-2])h|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)m|PT(?:(?:[1-9]|1[0-2])H|(?:[1-9]|1[01])H(?:[0-9]|[1-5][0-9])M|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)M))$" }, relayState: { type: "string", minLength: 1, maxLength: 240, pattern: `^[A-Za-z0-9&$@#\\\\/%?=~_'"|!:,.;*+[\\] (){}-]*$` }, managedPolicies: { type: "array", items: { type: "string", maxLength: 512, pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" }, maxItems: 25 }, customerManagedPolicies: { type: "array", items: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, path: { type: "string", maxLength: 512, pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } }, additionalProperties: !1 }, maxItems: 25 }, inlinePolicy: { type: "object", properties: { file: { type: "string", minLength: 1, maxLength: 512 }, content: { type: "object", minProperties: 1, additionalProperties: !0 } }, additionalProperties: !1, minProperties: 1, maxProperties: 1 }, permissionsBoundary: { type: "object", properties: { managedPolicy: { type: "string", maxLength: 512, pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" }, customerManagedPolicy: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, path: { type: "string", maxLength: 512, pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } }, additionalProperties: !1 } }, additionalProperties: !1, minProperties: 1, maxProperties: 1 }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 }, previously: { anyOf: [{ type: "string", minLength: 1, maxLength: 700 }, { type: "array", items: { type: "string", minLength: 1, maxLength: 700 }, minItems: 1, maxItems: 20 }] } }, additionalProperties: !1 }, maxProperties: 3500 }, assignments: { type: "array", items: { type: "object", properties: { users: { type: "array", items: { type: "string", minLength: 1, maxLength: 128 } }, groups: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 } }, permissionSets: { type: "array", items: { type: "string", minLength: 1, maxLength: 32 } }, accounts: { type: "array", items: { type: "string", minLength: 1, maxLength: 50 } }, ous: { type: "array", items: { type: "string", minLength: 1, maxLength: 700 } }, until: { type: "string", pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$" }, reason: { type: "string", minLength: 1, maxLength: 500 } }, additionalProperties: !1 } }, accessControlAttributes: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", minLength: 1, maxLength: 256, pattern: '^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@\\[\\]{}$\\\\"]*$' }, maxProperties: 50 }, trustedServices: { type: "array", items: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_+=,@-]+(?:[.][A-Za-z0-9_+=,@-]+)+$" } }, delegatedAdministrators: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_+=,@-]+(?:[.][A-Za-z0-9_+=,@-]+)+$" }, additionalProperties: { type: "array", items: { type: "string", minLength: 1, maxLength: 50 } } }, resourcePolicy: { type: "object", properties: { file: { type: "string", minLength: 1, maxLength: 512 }, content: { type: "object", minProperties: 1, additionalProperties: !0 }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 } }, additionalProperties: !1 }, rootAccess: { type: "object", properties: { credentialsManagement: { type: "boolean" }, sessions: { type: "boolean" } }, additionalProperties: !1 }, include: { type: "array", items: { anyOf: [{ type: "string", minLength: 1, maxLength: 512, pattern: "^(?![A-Za-z]:)(?!.*[*][*])(?!(?:.*/)?[.][.](?:/|$))[^/\\\\]+(?:/[^/\\\\]+)*$" }, { type: "object", required: ["files", "sections"], properties: { files: { type: "string", minLength: 1, maxLength: 512, pattern: "^(?![A-Za-z]:)(?!.*[*][*])(?!(?:.*/)?[.][.](?:/|$))[^/\\\\]+(?:/[^/\\\\]+)*$" }, sections: { type: "array", items: { type: "string", minLength: 1, maxLength: 64 }, minItems: 1, maxItems: 50 } }, additionalProperties: !1 }] }, minItems: 1, maxItems: 1e3 }, defaults: { type: "object", properties: { contacts: { type: "object", properties: { billing: { type: "object", required: ["name", "title", "email", "phone"], properties: { name: { type: "string", minLength: 1, maxLength: 64, pattern: "^\\S(?:.*\\S)?$" }, title: { type: "string", minLength: 1, maxLength: 50, pattern: "^\\S(?:.*\\S)?$" }, email: { type: "string", minLength: 1, maxLength: 254, pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" }, phone: { type: "string", minLength: 1, maxLength: 25, pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } }, additionalProperties: !1 }, operations: { type: "object", required: ["name", "title", "email", "phone"], properties: { name: { type: "string", minLength: 1, maxLength: 64, pattern: "^\\S(?:.*\\S)?$" }, title: { type: "string", minLength: 1, maxLength: 50, pattern: "^\\S(?:.*\\S)?$" }, email: { type: "string", minLength: 1, maxLength: 254, pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" }, phone: { type: "string", minLength: 1, maxLength: 25, pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } }, additionalProperties: !1 }, security: { type: "object", required: ["name", "title", "email", "phone"], properties: { name: { type: "string", minLength: 1, maxLength: 64, pattern: "^\\S(?:.*\\S)?$" }, title: { type: "string", minLength: 1, maxLength: 50, pattern: "^\\S(?:.*\\S)?$" }, email: { type: "string", minLength: 1, maxLength: 254, pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" }, phone: { type: "string", minLength: 1, maxLength: 25, pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } }, additionalProperties: !1 } }, additionalProperties: !1 } }, additionalProperties: !1 }, ignore: { type: "object", properties: { accounts: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 }, minItems: 1, maxItems: 5e3 }, organizationalUnits: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 }, minItems: 1, maxItems: 5e3 }, policies: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 }, minItems: 1, maxItems: 5e3 }, users: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 }, minItems: 1, maxItems: 5e3 }, groups: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 }, minItems: 1, maxItems: 5e3 }, permissionSets: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 }, minItems: 1, maxItems: 5e3 } }, additionalProperties: !1 }, rails: { type: "object", properties: { maxRemovals: { type: "string", pattern: "^(?:100|[1-9]?[0-9])%$" }, maxClosures: { type: "integer", minimum: 0, maximum: 1e3 }, maxNewAccounts: { type: "integer", minimum: 0, maximum: 1e4 }, minAdmins: { type: "integer", minimum: 1, maximum: 100 }, requiredAdmins: { type: "array", items: { type: "string", minLength: 1, maxLength: 128 }, maxItems: 100 } }, additionalProperties: !1 }, acknowledge: { type: "array", items: { type: "object", required: ["rail", "changes", "reason", "until"], properties: { rail: { enum: ["never-all", "max-removals", "max-closures", "max-new-accounts", "role-continuity"] }, changes: { type: "array", items: { type: "string", pattern: "^(?:create|update|delete) [A-Za-z]+(?::.*)?$", maxLength: 4096 }, minItems: 1, maxItems: 5e3 }, reason: { type: "string", minLength: 1, maxLength: 500 }, until: { type: "string", pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$" } }, additionalProperties: !1 }, maxItems: 1e3 } }, additionalProperties: !1 }, func2 = Object.prototype.hasOwnProperty, func3 = require_ucs2length().default, pattern0 = new RegExp("^o-[a-z0-9]{10,32}$", "u"), pattern1 = new RegExp("^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$", "u"), pattern2 = new RegExp("^https://[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/#-]*)?$", "u"), pattern3 = new RegExp("^[ -;=?-~]*$", "u"), pattern4 = new RegExp("^[0-9]{12}$", "u"), pattern5 = new RegExp("^[A-Za-z0-9!#$*+/=?^_`{}~-][A-Za-z0-9!#$*+./=?^_`{}~-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$", "u"), pattern7 = new RegExp("^[^/]{1,128}(?:/[^/]{1,128})*$", "u"), pattern8 = new RegExp("^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$", "u"), pattern9 = new RegExp("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", "u"), pattern10 = new RegExp("^\\S(?:.*\\S)?$", "u"), pattern12 = new RegExp("^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$", "u"), pattern13 = new RegExp("^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$", "u"), pattern26 = new RegExp("^(?:[A-Z0-9]+_)*POLICY(?:_[A-Z0-9]+)*$", "u"), pattern29 = new RegExp("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", "u"), pattern31 = new RegExp("^[^\\s@]+@[^\\s@.]+(?:[.][^\\s@.]+)+$", "u"), pattern32 = new RegExp("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$", "u"), pattern52 = new RegExp("^[A-Za-z0-9_+=,.@-]*$", "u"), pattern54 = new RegExp("^[\\t\\n\\r -~\\u00a1-\\u00ff]*$", "u"), pattern55 = new RegExp("^(?:(?:[1-9]|1[0-2])h|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)m|PT(?:(?:[1-9]|1[0-2])H|(?:[1-9]|1[01])H(?:[0-9]|[1-5][0-9])M|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)M))$", "u"), pattern56 = new RegExp(`^[A-Za-z0-9&$@#\\\\/%?=~_'"|!:,.;*+[\\] (){}-]*$`, "u"), pattern57 = new RegExp("^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$", "u"), pattern59 = new RegExp("^(?:/[A-Za-z0-9_+=,.@-]+)*/$", "u"), pattern65 = new RegExp("^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$", "u"), pattern66 = new RegExp("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$", "u"), pattern67 = new RegExp('^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@\\[\\]{}$\\\\"]*$', "u"), pattern68 = new RegExp("^[A-Za-z0-9_+=,@-]+(?:[.][A-Za-z0-9_+=,@-]+)+$", "u"), pattern72 = new RegExp("^(?![A-Za-z]:)(?!.*[*][*])(?!(?:.*/)?[.][.](?:/|$))[^/\\\\]+(?:/[^/\\\\]+)*$", "u"), pattern86 = new RegExp("^(?:100|[1-9]?[0-9])%$", "u"), pattern87 = new RegExp("^(?:create|update|delete) [A-Za-z]+(?::.*)?$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0) {
      let err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    for (let key0 in data)
      if (!func2.call(schema11.properties, key0)) {
        let err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    if (data.version !== void 0) {
      let data0 = data.version;
      if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        let err2 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "integer" } };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
      if (data0 !== 1) {
        let err3 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.organization !== void 0) {
      let data1 = data.organization;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (let key1 in data1)
          if (key1 !== "id") {
            let err4 = { instancePath: instancePath + "/organization", schemaPath: "#/properties/organization/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
          }
        if (data1.id !== void 0) {
          let data2 = data1.id;
          if (typeof data2 == "string") {
            if (!pattern0.test(data2)) {
              let err5 = { instancePath: instancePath + "/organization/id", schemaPath: "#/properties/organization/properties/id/pattern", keyword: "pattern", params: { pattern: "^o-[a-z0-9]{10,32}$" } };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
          } else {
            let err6 = { instancePath: instancePath + "/organization/id", schemaPath: "#/properties/organization/properties/id/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
      } else {
        let err7 = { instancePath: instancePath + "/organization", schemaPath: "#/properties/organization/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.identityCenter !== void 0) {
      let data3 = data.identityCenter;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (let key2 in data3)
          if (!(key2 === "region" || key2 === "startUrl" || key2 === "identitySource")) {
            let err8 = { instancePath: instancePath + "/identityCenter", schemaPath: "#/properties/identityCenter/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        if (data3.region !== void 0) {
          let data4 = data3.region;
          if (typeof data4 == "string") {
            if (func3(data4) > 32) {
              let err9 = { instancePath: instancePath + "/identityCenter/region", schemaPath: "#/properties/identityCenter/properties/region/maxLength", keyword: "maxLength", params: { limit: 32 } };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (!pattern1.test(data4)) {
              let err10 = { instancePath: instancePath + "/identityCenter/region", schemaPath: "#/properties/identityCenter/properties/region/pattern", keyword: "pattern", params: { pattern: "^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$" } };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
          } else {
            let err11 = { instancePath: instancePath + "/identityCenter/region", schemaPath: "#/properties/identityCenter/properties/region/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        if (data3.startUrl !== void 0) {
          let data5 = data3.startUrl;
          if (typeof data5 == "string") {
            if (func3(data5) > 512) {
              let err12 = { instancePath: instancePath + "/identityCenter/startUrl", schemaPath: "#/properties/identityCenter/properties/startUrl/maxLength", keyword: "maxLength", params: { limit: 512 } };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (!pattern2.test(data5)) {
              let err13 = { instancePath: instancePath + "/identityCenter/startUrl", schemaPath: "#/properties/identityCenter/properties/startUrl/pattern", keyword: "pattern", params: { pattern: "^https://[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/#-]*)?$" } };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
          } else {
            let err14 = { instancePath: instancePath + "/identityCenter/startUrl", schemaPath: "#/properties/identityCenter/properties/startUrl/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
          }
        }
        if (data3.identitySource !== void 0) {
          let data6 = data3.identitySource;
          if (typeof data6 != "string") {
            let err15 = { instancePath: instancePath + "/identityCenter/identitySource", schemaPath: "#/properties/identityCenter/properties/identitySource/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
          }
          if (data6 !== "external") {
            let err16 = { instancePath: instancePath + "/identityCenter/identitySource", schemaPath: "#/properties/identityCenter/properties/identitySource/const", keyword: "const", params: { allowedValue: "external" } };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      } else {
        let err17 = { instancePath: instancePath + "/identityCenter", schemaPath: "#/properties/identityCenter/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.accounts !== void 0) {
      let data7 = data.accounts;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (let key3 in data7) {
          let _errs20 = errors;
          if (typeof key3 == "string") {
            if (func3(key3) > 50) {
              let err18 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/maxLength", keyword: "maxLength", params: { limit: 50 }, propertyName: key3 };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
            if (func3(key3) < 1) {
              let err19 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key3 };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            if (!pattern3.test(key3)) {
              let err20 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[ -;=?-~]*$" }, propertyName: key3 };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
          } else {
            let err21 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key3 };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
          var valid3 = _errs20 === errors;
          if (!valid3) {
            let err22 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        }
        for (let key4 in data7) {
          let data8 = data7[key4];
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            if (data8.email === void 0) {
              let err23 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/required", keyword: "required", params: { missingProperty: "email" } };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
            for (let key5 in data8)
              if (!func2.call(schema11.properties.accounts.additionalProperties.properties, key5)) {
                let err24 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
              }
            if (data8.id !== void 0) {
              let data9 = data8.id;
              if (typeof data9 == "string") {
                if (!pattern4.test(data9)) {
                  let err25 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/id", schemaPath: "#/properties/accounts/additionalProperties/properties/id/pattern", keyword: "pattern", params: { pattern: "^[0-9]{12}$" } };
                  vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
                }
              } else {
                let err26 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/id", schemaPath: "#/properties/accounts/additionalProperties/properties/id/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
              }
            }
            if (data8.email !== void 0) {
              let data10 = data8.email;
              if (typeof data10 == "string") {
                if (func3(data10) > 64) {
                  let err27 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/maxLength", keyword: "maxLength", params: { limit: 64 } };
                  vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                }
                if (func3(data10) < 6) {
                  let err28 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/minLength", keyword: "minLength", params: { limit: 6 } };
                  vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
                }
                if (!pattern5.test(data10)) {
                  let err29 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$*+/=?^_`{}~-][A-Za-z0-9!#$*+./=?^_`{}~-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$" } };
                  vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                }
              } else {
                let err30 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
              }
            }
            if (data8.name !== void 0) {
              let data11 = data8.name;
              if (typeof data11 == "string") {
                if (func3(data11) > 50) {
                  let err31 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
                }
                if (func3(data11) < 1) {
                  let err32 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
                }
                if (!pattern3.test(data11)) {
                  let err33 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[ -;=?-~]*$" } };
                  vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
                }
              } else {
                let err34 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
              }
            }
            if (data8.management !== void 0 && typeof data8.management != "boolean") {
              let err35 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/management", schemaPath: "#/properties/accounts/additionalProperties/properties/management/type", keyword: "type", params: { type: "boolean" } };
              vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
            }
            if (data8.ou !== void 0) {
              let data13 = data8.ou;
              if (typeof data13 == "string") {
                if (func3(data13) > 700) {
                  let err36 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
                }
                if (func3(data13) < 1) {
                  let err37 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
                }
                if (!pattern7.test(data13)) {
                  let err38 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/pattern", keyword: "pattern", params: { pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" } };
                  vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
                }
              } else {
                let err39 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
              }
            }
            if (data8.tags !== void 0) {
              let data14 = data8.tags;
              if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                if (Object.keys(data14).length > 50) {
                  let err40 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
                }
                for (let key6 in data14) {
                  let _errs38 = errors;
                  if (typeof key6 == "string") {
                    if (func3(key6) > 128) {
                      let err41 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key6 };
                      vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
                    }
                    if (!pattern8.test(key6)) {
                      let err42 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key6 };
                      vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
                    }
                  } else {
                    let err43 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key6 };
                    vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                  }
                  var valid6 = _errs38 === errors;
                  if (!valid6) {
                    let err44 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key6 } };
                    vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                  }
                }
                for (let key7 in data14) {
                  let data15 = data14[key7];
                  if (typeof data15 == "string") {
                    if (func3(data15) > 256) {
                      let err45 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                      vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
                    }
                    if (!pattern9.test(data15)) {
                      let err46 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                      vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
                    }
                  } else {
                    let err47 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
                  }
                }
              } else {
                let err48 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
              }
            }
            if (data8.contacts !== void 0) {
              let data16 = data8.contacts;
              if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                for (let key8 in data16)
                  if (!(key8 === "billing" || key8 === "operations" || key8 === "security")) {
                    let err49 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                    vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
                  }
                if (data16.billing !== void 0) {
                  let data17 = data16.billing;
                  if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                    if (data17.name === void 0) {
                      let err50 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "name" } };
                      vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
                    }
                    if (data17.title === void 0) {
                      let err51 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "title" } };
                      vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
                    }
                    if (data17.email === void 0) {
                      let err52 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "email" } };
                      vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
                    }
                    if (data17.phone === void 0) {
                      let err53 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "phone" } };
                      vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
                    }
                    for (let key9 in data17)
                      if (!(key9 === "name" || key9 === "title" || key9 === "email" || key9 === "phone")) {
                        let err54 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                        vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
                      }
                    if (data17.name !== void 0) {
                      let data18 = data17.name;
                      if (typeof data18 == "string") {
                        if (func3(data18) > 64) {
                          let err55 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 } };
                          vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
                        }
                        if (func3(data18) < 1) {
                          let err56 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
                        }
                        if (!pattern10.test(data18)) {
                          let err57 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
                        }
                      } else {
                        let err58 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/name/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
                      }
                    }
                    if (data17.title !== void 0) {
                      let data19 = data17.title;
                      if (typeof data19 == "string") {
                        if (func3(data19) > 50) {
                          let err59 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/title/maxLength", keyword: "maxLength", params: { limit: 50 } };
                          vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
                        }
                        if (func3(data19) < 1) {
                          let err60 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
                        }
                        if (!pattern10.test(data19)) {
                          let err61 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/title/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
                        }
                      } else {
                        let err62 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/title/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
                      }
                    }
                    if (data17.email !== void 0) {
                      let data20 = data17.email;
                      if (typeof data20 == "string") {
                        if (func3(data20) > 254) {
                          let err63 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/email/maxLength", keyword: "maxLength", params: { limit: 254 } };
                          vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
                        }
                        if (func3(data20) < 1) {
                          let err64 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/email/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
                        }
                        if (!pattern12.test(data20)) {
                          let err65 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" } };
                          vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
                        }
                      } else {
                        let err66 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/email/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
                      }
                    }
                    if (data17.phone !== void 0) {
                      let data21 = data17.phone;
                      if (typeof data21 == "string") {
                        if (func3(data21) > 25) {
                          let err67 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/phone/maxLength", keyword: "maxLength", params: { limit: 25 } };
                          vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
                        }
                        if (func3(data21) < 1) {
                          let err68 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
                        }
                        if (!pattern13.test(data21)) {
                          let err69 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } };
                          vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
                        }
                      } else {
                        let err70 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/properties/phone/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
                      }
                    }
                  } else {
                    let err71 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/billing", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/billing/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
                  }
                }
                if (data16.operations !== void 0) {
                  let data22 = data16.operations;
                  if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                    if (data22.name === void 0) {
                      let err72 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "name" } };
                      vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
                    }
                    if (data22.title === void 0) {
                      let err73 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "title" } };
                      vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
                    }
                    if (data22.email === void 0) {
                      let err74 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "email" } };
                      vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
                    }
                    if (data22.phone === void 0) {
                      let err75 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "phone" } };
                      vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
                    }
                    for (let key10 in data22)
                      if (!(key10 === "name" || key10 === "title" || key10 === "email" || key10 === "phone")) {
                        let err76 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                        vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
                      }
                    if (data22.name !== void 0) {
                      let data23 = data22.name;
                      if (typeof data23 == "string") {
                        if (func3(data23) > 64) {
                          let err77 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 } };
                          vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
                        }
                        if (func3(data23) < 1) {
                          let err78 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
                        }
                        if (!pattern10.test(data23)) {
                          let err79 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
                        }
                      } else {
                        let err80 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/name/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
                      }
                    }
                    if (data22.title !== void 0) {
                      let data24 = data22.title;
                      if (typeof data24 == "string") {
                        if (func3(data24) > 50) {
                          let err81 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/title/maxLength", keyword: "maxLength", params: { limit: 50 } };
                          vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
                        }
                        if (func3(data24) < 1) {
                          let err82 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
                        }
                        if (!pattern10.test(data24)) {
                          let err83 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/title/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
                        }
                      } else {
                        let err84 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/title/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
                      }
                    }
                    if (data22.email !== void 0) {
                      let data25 = data22.email;
                      if (typeof data25 == "string") {
                        if (func3(data25) > 254) {
                          let err85 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/email/maxLength", keyword: "maxLength", params: { limit: 254 } };
                          vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
                        }
                        if (func3(data25) < 1) {
                          let err86 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/email/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
                        }
                        if (!pattern12.test(data25)) {
                          let err87 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" } };
                          vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
                        }
                      } else {
                        let err88 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/email/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
                      }
                    }
                    if (data22.phone !== void 0) {
                      let data26 = data22.phone;
                      if (typeof data26 == "string") {
                        if (func3(data26) > 25) {
                          let err89 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/phone/maxLength", keyword: "maxLength", params: { limit: 25 } };
                          vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
                        }
                        if (func3(data26) < 1) {
                          let err90 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
                        }
                        if (!pattern13.test(data26)) {
                          let err91 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } };
                          vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
                        }
                      } else {
                        let err92 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/properties/phone/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
                      }
                    }
                  } else {
                    let err93 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/operations", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/operations/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
                  }
                }
                if (data16.security !== void 0) {
                  let data27 = data16.security;
                  if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                    if (data27.name === void 0) {
                      let err94 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "name" } };
                      vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
                    }
                    if (data27.title === void 0) {
                      let err95 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "title" } };
                      vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
                    }
                    if (data27.email === void 0) {
                      let err96 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "email" } };
                      vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
                    }
                    if (data27.phone === void 0) {
                      let err97 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "phone" } };
                      vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
                    }
                    for (let key11 in data27)
                      if (!(key11 === "name" || key11 === "title" || key11 === "email" || key11 === "phone")) {
                        let err98 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                        vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
                      }
                    if (data27.name !== void 0) {
                      let data28 = data27.name;
                      if (typeof data28 == "string") {
                        if (func3(data28) > 64) {
                          let err99 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 } };
                          vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
                        }
                        if (func3(data28) < 1) {
                          let err100 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
                        }
                        if (!pattern10.test(data28)) {
                          let err101 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
                        }
                      } else {
                        let err102 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/name", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/name/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err102] : vErrors.push(err102), errors++;
                      }
                    }
                    if (data27.title !== void 0) {
                      let data29 = data27.title;
                      if (typeof data29 == "string") {
                        if (func3(data29) > 50) {
                          let err103 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/title/maxLength", keyword: "maxLength", params: { limit: 50 } };
                          vErrors === null ? vErrors = [err103] : vErrors.push(err103), errors++;
                        }
                        if (func3(data29) < 1) {
                          let err104 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err104] : vErrors.push(err104), errors++;
                        }
                        if (!pattern10.test(data29)) {
                          let err105 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/title/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                          vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
                        }
                      } else {
                        let err106 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/title", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/title/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err106] : vErrors.push(err106), errors++;
                      }
                    }
                    if (data27.email !== void 0) {
                      let data30 = data27.email;
                      if (typeof data30 == "string") {
                        if (func3(data30) > 254) {
                          let err107 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/email/maxLength", keyword: "maxLength", params: { limit: 254 } };
                          vErrors === null ? vErrors = [err107] : vErrors.push(err107), errors++;
                        }
                        if (func3(data30) < 1) {
                          let err108 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/email/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err108] : vErrors.push(err108), errors++;
                        }
                        if (!pattern12.test(data30)) {
                          let err109 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" } };
                          vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
                        }
                      } else {
                        let err110 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/email", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/email/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
                      }
                    }
                    if (data27.phone !== void 0) {
                      let data31 = data27.phone;
                      if (typeof data31 == "string") {
                        if (func3(data31) > 25) {
                          let err111 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/phone/maxLength", keyword: "maxLength", params: { limit: 25 } };
                          vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
                        }
                        if (func3(data31) < 1) {
                          let err112 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
                        }
                        if (!pattern13.test(data31)) {
                          let err113 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } };
                          vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
                        }
                      } else {
                        let err114 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security/phone", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/properties/phone/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
                      }
                    }
                  } else {
                    let err115 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts/security", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/properties/security/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
                  }
                }
              } else {
                let err116 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/contacts", schemaPath: "#/properties/accounts/additionalProperties/properties/contacts/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
              }
            }
            if (data8.invite !== void 0) {
              let data32 = data8.invite;
              if (typeof data32 == "string") {
                if (!pattern4.test(data32)) {
                  let err117 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/invite", schemaPath: "#/properties/accounts/additionalProperties/properties/invite/pattern", keyword: "pattern", params: { pattern: "^[0-9]{12}$" } };
                  vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
                }
              } else {
                let err118 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/invite", schemaPath: "#/properties/accounts/additionalProperties/properties/invite/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
              }
            }
            if (data8.closed !== void 0 && typeof data8.closed != "boolean") {
              let err119 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/closed", schemaPath: "#/properties/accounts/additionalProperties/properties/closed/type", keyword: "type", params: { type: "boolean" } };
              vErrors === null ? vErrors = [err119] : vErrors.push(err119), errors++;
            }
            if (data8.previously !== void 0) {
              let data34 = data8.previously, _errs84 = errors, valid12 = !1, _errs85 = errors;
              if (typeof data34 == "string") {
                if (func3(data34) > 700) {
                  let err120 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err120] : vErrors.push(err120), errors++;
                }
                if (func3(data34) < 1) {
                  let err121 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err121] : vErrors.push(err121), errors++;
                }
              } else {
                let err122 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/0/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
              }
              var _valid0 = _errs85 === errors;
              if (valid12 = valid12 || _valid0, !valid12) {
                let _errs87 = errors;
                if (Array.isArray(data34)) {
                  if (data34.length > 20) {
                    let err123 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 20 } };
                    vErrors === null ? vErrors = [err123] : vErrors.push(err123), errors++;
                  }
                  if (data34.length < 1) {
                    let err124 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err124] : vErrors.push(err124), errors++;
                  }
                  let len0 = data34.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data35 = data34[i0];
                    if (typeof data35 == "string") {
                      if (func3(data35) > 700) {
                        let err125 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i0, schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                        vErrors === null ? vErrors = [err125] : vErrors.push(err125), errors++;
                      }
                      if (func3(data35) < 1) {
                        let err126 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i0, schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
                      }
                    } else {
                      let err127 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i0, schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
                    }
                  }
                } else {
                  let err128 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf/1/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err128] : vErrors.push(err128), errors++;
                }
                var _valid0 = _errs87 === errors;
                valid12 = valid12 || _valid0;
              }
              if (valid12)
                errors = _errs84, vErrors !== null && (_errs84 ? vErrors.length = _errs84 : vErrors = null);
              else {
                let err129 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/accounts/additionalProperties/properties/previously/anyOf", keyword: "anyOf", params: {} };
                vErrors === null ? vErrors = [err129] : vErrors.push(err129), errors++;
              }
            }
          } else {
            let err130 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err130] : vErrors.push(err130), errors++;
          }
        }
      } else {
        let err131 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err131] : vErrors.push(err131), errors++;
      }
    }
    if (data.organizationalUnits !== void 0) {
      let data36 = data.organizationalUnits;
      if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
        if (Object.keys(data36).length > 2e3) {
          let err132 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/maxProperties", keyword: "maxProperties", params: { limit: 2e3 } };
          vErrors === null ? vErrors = [err132] : vErrors.push(err132), errors++;
        }
        for (let key12 in data36) {
          let _errs93 = errors;
          if (typeof key12 == "string") {
            if (func3(key12) > 700) {
              let err133 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames/maxLength", keyword: "maxLength", params: { limit: 700 }, propertyName: key12 };
              vErrors === null ? vErrors = [err133] : vErrors.push(err133), errors++;
            }
            if (!pattern7.test(key12)) {
              let err134 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" }, propertyName: key12 };
              vErrors === null ? vErrors = [err134] : vErrors.push(err134), errors++;
            }
          } else {
            let err135 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key12 };
            vErrors === null ? vErrors = [err135] : vErrors.push(err135), errors++;
          }
          var valid15 = _errs93 === errors;
          if (!valid15) {
            let err136 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames", keyword: "propertyNames", params: { propertyName: key12 } };
            vErrors === null ? vErrors = [err136] : vErrors.push(err136), errors++;
          }
        }
        for (let key13 in data36) {
          let data37 = data36[key13];
          if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
            for (let key14 in data37)
              if (!(key14 === "name" || key14 === "tags" || key14 === "previously")) {
                let err137 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } };
                vErrors === null ? vErrors = [err137] : vErrors.push(err137), errors++;
              }
            if (data37.name !== void 0) {
              let data38 = data37.name;
              if (typeof data38 == "string") {
                if (func3(data38) > 128) {
                  let err138 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                  vErrors === null ? vErrors = [err138] : vErrors.push(err138), errors++;
                }
                if (func3(data38) < 1) {
                  let err139 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err139] : vErrors.push(err139), errors++;
                }
              } else {
                let err140 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err140] : vErrors.push(err140), errors++;
              }
            }
            if (data37.tags !== void 0) {
              let data39 = data37.tags;
              if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
                if (Object.keys(data39).length > 50) {
                  let err141 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err141] : vErrors.push(err141), errors++;
                }
                for (let key15 in data39) {
                  let _errs103 = errors;
                  if (typeof key15 == "string") {
                    if (func3(key15) > 128) {
                      let err142 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key15 };
                      vErrors === null ? vErrors = [err142] : vErrors.push(err142), errors++;
                    }
                    if (!pattern8.test(key15)) {
                      let err143 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key15 };
                      vErrors === null ? vErrors = [err143] : vErrors.push(err143), errors++;
                    }
                  } else {
                    let err144 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key15 };
                    vErrors === null ? vErrors = [err144] : vErrors.push(err144), errors++;
                  }
                  var valid18 = _errs103 === errors;
                  if (!valid18) {
                    let err145 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key15 } };
                    vErrors === null ? vErrors = [err145] : vErrors.push(err145), errors++;
                  }
                }
                for (let key16 in data39) {
                  let data40 = data39[key16];
                  if (typeof data40 == "string") {
                    if (func3(data40) > 256) {
                      let err146 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                      vErrors === null ? vErrors = [err146] : vErrors.push(err146), errors++;
                    }
                    if (!pattern9.test(data40)) {
                      let err147 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                      vErrors === null ? vErrors = [err147] : vErrors.push(err147), errors++;
                    }
                  } else {
                    let err148 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err148] : vErrors.push(err148), errors++;
                  }
                }
              } else {
                let err149 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err149] : vErrors.push(err149), errors++;
              }
            }
            if (data37.previously !== void 0) {
              let data41 = data37.previously, _errs109 = errors, valid20 = !1, _errs110 = errors;
              if (typeof data41 == "string") {
                if (func3(data41) > 700) {
                  let err150 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err150] : vErrors.push(err150), errors++;
                }
                if (func3(data41) < 1) {
                  let err151 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err151] : vErrors.push(err151), errors++;
                }
              } else {
                let err152 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/0/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err152] : vErrors.push(err152), errors++;
              }
              var _valid1 = _errs110 === errors;
              if (valid20 = valid20 || _valid1, !valid20) {
                let _errs112 = errors;
                if (Array.isArray(data41)) {
                  if (data41.length > 20) {
                    let err153 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 20 } };
                    vErrors === null ? vErrors = [err153] : vErrors.push(err153), errors++;
                  }
                  if (data41.length < 1) {
                    let err154 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err154] : vErrors.push(err154), errors++;
                  }
                  let len1 = data41.length;
                  for (let i1 = 0; i1 < len1; i1++) {
                    let data42 = data41[i1];
                    if (typeof data42 == "string") {
                      if (func3(data42) > 700) {
                        let err155 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i1, schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                        vErrors === null ? vErrors = [err155] : vErrors.push(err155), errors++;
                      }
                      if (func3(data42) < 1) {
                        let err156 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i1, schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err156] : vErrors.push(err156), errors++;
                      }
                    } else {
                      let err157 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i1, schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err157] : vErrors.push(err157), errors++;
                    }
                  }
                } else {
                  let err158 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err158] : vErrors.push(err158), errors++;
                }
                var _valid1 = _errs112 === errors;
                valid20 = valid20 || _valid1;
              }
              if (valid20)
                errors = _errs109, vErrors !== null && (_errs109 ? vErrors.length = _errs109 : vErrors = null);
              else {
                let err159 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf", keyword: "anyOf", params: {} };
                vErrors === null ? vErrors = [err159] : vErrors.push(err159), errors++;
              }
            }
          } else {
            let err160 = { instancePath: instancePath + "/organizationalUnits/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err160] : vErrors.push(err160), errors++;
          }
        }
      } else {
        let err161 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err161] : vErrors.push(err161), errors++;
      }
    }
    if (data.policies !== void 0) {
      let data43 = data.policies;
      if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
        for (let key17 in data43) {
          let _errs118 = errors;
          if (typeof key17 == "string") {
            if (func3(key17) > 128) {
              let err162 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key17 };
              vErrors === null ? vErrors = [err162] : vErrors.push(err162), errors++;
            }
            if (func3(key17) < 1) {
              let err163 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key17 };
              vErrors === null ? vErrors = [err163] : vErrors.push(err163), errors++;
            }
          } else {
            let err164 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key17 };
            vErrors === null ? vErrors = [err164] : vErrors.push(err164), errors++;
          }
          var valid23 = _errs118 === errors;
          if (!valid23) {
            let err165 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/propertyNames", keyword: "propertyNames", params: { propertyName: key17 } };
            vErrors === null ? vErrors = [err165] : vErrors.push(err165), errors++;
          }
        }
        for (let key18 in data43) {
          let data44 = data43[key18];
          if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
            for (let key19 in data44)
              if (!(key19 === "name" || key19 === "type" || key19 === "description" || key19 === "file" || key19 === "content" || key19 === "targets" || key19 === "tags" || key19 === "previously")) {
                let err166 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/policies/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 } };
                vErrors === null ? vErrors = [err166] : vErrors.push(err166), errors++;
              }
            if (data44.name !== void 0) {
              let data45 = data44.name;
              if (typeof data45 == "string") {
                if (func3(data45) > 128) {
                  let err167 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/policies/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                  vErrors === null ? vErrors = [err167] : vErrors.push(err167), errors++;
                }
                if (func3(data45) < 1) {
                  let err168 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/policies/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err168] : vErrors.push(err168), errors++;
                }
              } else {
                let err169 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/policies/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err169] : vErrors.push(err169), errors++;
              }
            }
            if (data44.type !== void 0) {
              let data46 = data44.type;
              if (typeof data46 == "string") {
                if (func3(data46) > 64) {
                  let err170 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/policies/additionalProperties/properties/type/maxLength", keyword: "maxLength", params: { limit: 64 } };
                  vErrors === null ? vErrors = [err170] : vErrors.push(err170), errors++;
                }
                if (func3(data46) < 1) {
                  let err171 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/policies/additionalProperties/properties/type/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err171] : vErrors.push(err171), errors++;
                }
                if (!pattern26.test(data46)) {
                  let err172 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/policies/additionalProperties/properties/type/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Z0-9]+_)*POLICY(?:_[A-Z0-9]+)*$" } };
                  vErrors === null ? vErrors = [err172] : vErrors.push(err172), errors++;
                }
              } else {
                let err173 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/policies/additionalProperties/properties/type/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err173] : vErrors.push(err173), errors++;
              }
            }
            if (data44.description !== void 0) {
              let data47 = data44.description;
              if (typeof data47 == "string") {
                if (func3(data47) > 512) {
                  let err174 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/policies/additionalProperties/properties/description/maxLength", keyword: "maxLength", params: { limit: 512 } };
                  vErrors === null ? vErrors = [err174] : vErrors.push(err174), errors++;
                }
                if (func3(data47) < 1) {
                  let err175 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/policies/additionalProperties/properties/description/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err175] : vErrors.push(err175), errors++;
                }
              } else {
                let err176 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/policies/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err176] : vErrors.push(err176), errors++;
              }
            }
            if (data44.file !== void 0) {
              let data48 = data44.file;
              if (typeof data48 == "string") {
                if (func3(data48) > 512) {
                  let err177 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/file", schemaPath: "#/properties/policies/additionalProperties/properties/file/maxLength", keyword: "maxLength", params: { limit: 512 } };
                  vErrors === null ? vErrors = [err177] : vErrors.push(err177), errors++;
                }
                if (func3(data48) < 1) {
                  let err178 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/file", schemaPath: "#/properties/policies/additionalProperties/properties/file/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err178] : vErrors.push(err178), errors++;
                }
              } else {
                let err179 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/file", schemaPath: "#/properties/policies/additionalProperties/properties/file/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err179] : vErrors.push(err179), errors++;
              }
            }
            if (data44.content !== void 0) {
              let data49 = data44.content;
              if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
                if (Object.keys(data49).length < 1) {
                  let err180 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/content", schemaPath: "#/properties/policies/additionalProperties/properties/content/minProperties", keyword: "minProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err180] : vErrors.push(err180), errors++;
                }
              } else {
                let err181 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/content", schemaPath: "#/properties/policies/additionalProperties/properties/content/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err181] : vErrors.push(err181), errors++;
              }
            }
            if (data44.targets !== void 0) {
              let data50 = data44.targets;
              if (Array.isArray(data50)) {
                let len2 = data50.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data51 = data50[i2];
                  if (typeof data51 == "string") {
                    if (func3(data51) > 710) {
                      let err182 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/targets/" + i2, schemaPath: "#/properties/policies/additionalProperties/properties/targets/items/maxLength", keyword: "maxLength", params: { limit: 710 } };
                      vErrors === null ? vErrors = [err182] : vErrors.push(err182), errors++;
                    }
                    if (func3(data51) < 1) {
                      let err183 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/targets/" + i2, schemaPath: "#/properties/policies/additionalProperties/properties/targets/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err183] : vErrors.push(err183), errors++;
                    }
                  } else {
                    let err184 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/targets/" + i2, schemaPath: "#/properties/policies/additionalProperties/properties/targets/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err184] : vErrors.push(err184), errors++;
                  }
                }
              } else {
                let err185 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/targets", schemaPath: "#/properties/policies/additionalProperties/properties/targets/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err185] : vErrors.push(err185), errors++;
              }
            }
            if (data44.tags !== void 0) {
              let data52 = data44.tags;
              if (data52 && typeof data52 == "object" && !Array.isArray(data52)) {
                if (Object.keys(data52).length > 50) {
                  let err186 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/policies/additionalProperties/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err186] : vErrors.push(err186), errors++;
                }
                for (let key20 in data52) {
                  let _errs141 = errors;
                  if (typeof key20 == "string") {
                    if (func3(key20) > 128) {
                      let err187 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/policies/additionalProperties/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key20 };
                      vErrors === null ? vErrors = [err187] : vErrors.push(err187), errors++;
                    }
                    if (!pattern8.test(key20)) {
                      let err188 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/policies/additionalProperties/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key20 };
                      vErrors === null ? vErrors = [err188] : vErrors.push(err188), errors++;
                    }
                  } else {
                    let err189 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/policies/additionalProperties/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key20 };
                    vErrors === null ? vErrors = [err189] : vErrors.push(err189), errors++;
                  }
                  var valid28 = _errs141 === errors;
                  if (!valid28) {
                    let err190 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/policies/additionalProperties/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key20 } };
                    vErrors === null ? vErrors = [err190] : vErrors.push(err190), errors++;
                  }
                }
                for (let key21 in data52) {
                  let data53 = data52[key21];
                  if (typeof data53 == "string") {
                    if (func3(data53) > 256) {
                      let err191 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/policies/additionalProperties/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                      vErrors === null ? vErrors = [err191] : vErrors.push(err191), errors++;
                    }
                    if (!pattern9.test(data53)) {
                      let err192 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/policies/additionalProperties/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                      vErrors === null ? vErrors = [err192] : vErrors.push(err192), errors++;
                    }
                  } else {
                    let err193 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/policies/additionalProperties/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err193] : vErrors.push(err193), errors++;
                  }
                }
              } else {
                let err194 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/policies/additionalProperties/properties/tags/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err194] : vErrors.push(err194), errors++;
              }
            }
            if (data44.previously !== void 0) {
              let data54 = data44.previously, _errs147 = errors, valid30 = !1, _errs148 = errors;
              if (typeof data54 == "string") {
                if (func3(data54) > 700) {
                  let err195 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err195] : vErrors.push(err195), errors++;
                }
                if (func3(data54) < 1) {
                  let err196 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err196] : vErrors.push(err196), errors++;
                }
              } else {
                let err197 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/0/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err197] : vErrors.push(err197), errors++;
              }
              var _valid2 = _errs148 === errors;
              if (valid30 = valid30 || _valid2, !valid30) {
                let _errs150 = errors;
                if (Array.isArray(data54)) {
                  if (data54.length > 20) {
                    let err198 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 20 } };
                    vErrors === null ? vErrors = [err198] : vErrors.push(err198), errors++;
                  }
                  if (data54.length < 1) {
                    let err199 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err199] : vErrors.push(err199), errors++;
                  }
                  let len3 = data54.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    let data55 = data54[i3];
                    if (typeof data55 == "string") {
                      if (func3(data55) > 700) {
                        let err200 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i3, schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                        vErrors === null ? vErrors = [err200] : vErrors.push(err200), errors++;
                      }
                      if (func3(data55) < 1) {
                        let err201 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i3, schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err201] : vErrors.push(err201), errors++;
                      }
                    } else {
                      let err202 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i3, schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err202] : vErrors.push(err202), errors++;
                    }
                  }
                } else {
                  let err203 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf/1/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err203] : vErrors.push(err203), errors++;
                }
                var _valid2 = _errs150 === errors;
                valid30 = valid30 || _valid2;
              }
              if (valid30)
                errors = _errs147, vErrors !== null && (_errs147 ? vErrors.length = _errs147 : vErrors = null);
              else {
                let err204 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/policies/additionalProperties/properties/previously/anyOf", keyword: "anyOf", params: {} };
                vErrors === null ? vErrors = [err204] : vErrors.push(err204), errors++;
              }
            }
          } else {
            let err205 = { instancePath: instancePath + "/policies/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/policies/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err205] : vErrors.push(err205), errors++;
          }
        }
      } else {
        let err206 = { instancePath: instancePath + "/policies", schemaPath: "#/properties/policies/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err206] : vErrors.push(err206), errors++;
      }
    }
    if (data.users !== void 0) {
      let data56 = data.users;
      if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
        for (let key22 in data56) {
          let _errs156 = errors;
          if (typeof key22 == "string") {
            if (func3(key22) > 128) {
              let err207 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key22 };
              vErrors === null ? vErrors = [err207] : vErrors.push(err207), errors++;
            }
            if (func3(key22) < 1) {
              let err208 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key22 };
              vErrors === null ? vErrors = [err208] : vErrors.push(err208), errors++;
            }
            if (!pattern29.test(key22)) {
              let err209 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" }, propertyName: key22 };
              vErrors === null ? vErrors = [err209] : vErrors.push(err209), errors++;
            }
          } else {
            let err210 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key22 };
            vErrors === null ? vErrors = [err210] : vErrors.push(err210), errors++;
          }
          var valid33 = _errs156 === errors;
          if (!valid33) {
            let err211 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames", keyword: "propertyNames", params: { propertyName: key22 } };
            vErrors === null ? vErrors = [err211] : vErrors.push(err211), errors++;
          }
        }
        for (let key23 in data56) {
          let data57 = data56[key23];
          if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
            if (data57.givenName === void 0) {
              let err212 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/required", keyword: "required", params: { missingProperty: "givenName" } };
              vErrors === null ? vErrors = [err212] : vErrors.push(err212), errors++;
            }
            if (data57.familyName === void 0) {
              let err213 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/required", keyword: "required", params: { missingProperty: "familyName" } };
              vErrors === null ? vErrors = [err213] : vErrors.push(err213), errors++;
            }
            for (let key24 in data57)
              if (!func2.call(schema11.properties.users.additionalProperties.properties, key24)) {
                let err214 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 } };
                vErrors === null ? vErrors = [err214] : vErrors.push(err214), errors++;
              }
            if (data57.name !== void 0) {
              let data58 = data57.name;
              if (typeof data58 == "string") {
                if (func3(data58) > 128) {
                  let err215 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                  vErrors === null ? vErrors = [err215] : vErrors.push(err215), errors++;
                }
                if (func3(data58) < 1) {
                  let err216 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err216] : vErrors.push(err216), errors++;
                }
                if (!pattern29.test(data58)) {
                  let err217 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" } };
                  vErrors === null ? vErrors = [err217] : vErrors.push(err217), errors++;
                }
              } else {
                let err218 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err218] : vErrors.push(err218), errors++;
              }
            }
            if (data57.email !== void 0) {
              let data59 = data57.email;
              if (typeof data59 == "string") {
                if (func3(data59) > 1024) {
                  let err219 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err219] : vErrors.push(err219), errors++;
                }
                if (func3(data59) < 3) {
                  let err220 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/minLength", keyword: "minLength", params: { limit: 3 } };
                  vErrors === null ? vErrors = [err220] : vErrors.push(err220), errors++;
                }
                if (!pattern31.test(data59)) {
                  let err221 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@.]+(?:[.][^\\s@.]+)+$" } };
                  vErrors === null ? vErrors = [err221] : vErrors.push(err221), errors++;
                }
              } else {
                let err222 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err222] : vErrors.push(err222), errors++;
              }
            }
            if (data57.givenName !== void 0) {
              let data60 = data57.givenName;
              if (typeof data60 == "string") {
                if (func3(data60) > 1024) {
                  let err223 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err223] : vErrors.push(err223), errors++;
                }
                if (func3(data60) < 1) {
                  let err224 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err224] : vErrors.push(err224), errors++;
                }
                if (!pattern32.test(data60)) {
                  let err225 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err225] : vErrors.push(err225), errors++;
                }
              } else {
                let err226 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err226] : vErrors.push(err226), errors++;
              }
            }
            if (data57.familyName !== void 0) {
              let data61 = data57.familyName;
              if (typeof data61 == "string") {
                if (func3(data61) > 1024) {
                  let err227 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err227] : vErrors.push(err227), errors++;
                }
                if (func3(data61) < 1) {
                  let err228 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err228] : vErrors.push(err228), errors++;
                }
                if (!pattern32.test(data61)) {
                  let err229 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err229] : vErrors.push(err229), errors++;
                }
              } else {
                let err230 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err230] : vErrors.push(err230), errors++;
              }
            }
            if (data57.displayName !== void 0) {
              let data62 = data57.displayName;
              if (typeof data62 == "string") {
                if (func3(data62) > 1024) {
                  let err231 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err231] : vErrors.push(err231), errors++;
                }
                if (func3(data62) < 1) {
                  let err232 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err232] : vErrors.push(err232), errors++;
                }
                if (!pattern32.test(data62)) {
                  let err233 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err233] : vErrors.push(err233), errors++;
                }
              } else {
                let err234 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err234] : vErrors.push(err234), errors++;
              }
            }
            if (data57.title !== void 0) {
              let data63 = data57.title;
              if (typeof data63 == "string") {
                if (func3(data63) > 1024) {
                  let err235 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err235] : vErrors.push(err235), errors++;
                }
                if (func3(data63) < 1) {
                  let err236 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err236] : vErrors.push(err236), errors++;
                }
                if (!pattern32.test(data63)) {
                  let err237 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err237] : vErrors.push(err237), errors++;
                }
              } else {
                let err238 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err238] : vErrors.push(err238), errors++;
              }
            }
            if (data57.nickName !== void 0) {
              let data64 = data57.nickName;
              if (typeof data64 == "string") {
                if (func3(data64) > 1024) {
                  let err239 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err239] : vErrors.push(err239), errors++;
                }
                if (func3(data64) < 1) {
                  let err240 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err240] : vErrors.push(err240), errors++;
                }
                if (!pattern32.test(data64)) {
                  let err241 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err241] : vErrors.push(err241), errors++;
                }
              } else {
                let err242 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err242] : vErrors.push(err242), errors++;
              }
            }
            if (data57.phone !== void 0) {
              let data65 = data57.phone;
              if (typeof data65 == "string") {
                if (func3(data65) > 1024) {
                  let err243 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err243] : vErrors.push(err243), errors++;
                }
                if (func3(data65) < 1) {
                  let err244 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err244] : vErrors.push(err244), errors++;
                }
                if (!pattern32.test(data65)) {
                  let err245 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err245] : vErrors.push(err245), errors++;
                }
              } else {
                let err246 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err246] : vErrors.push(err246), errors++;
              }
            }
            if (data57.locale !== void 0) {
              let data66 = data57.locale;
              if (typeof data66 == "string") {
                if (func3(data66) > 1024) {
                  let err247 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err247] : vErrors.push(err247), errors++;
                }
                if (func3(data66) < 1) {
                  let err248 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err248] : vErrors.push(err248), errors++;
                }
                if (!pattern32.test(data66)) {
                  let err249 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err249] : vErrors.push(err249), errors++;
                }
              } else {
                let err250 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err250] : vErrors.push(err250), errors++;
              }
            }
            if (data57.timezone !== void 0) {
              let data67 = data57.timezone;
              if (typeof data67 == "string") {
                if (func3(data67) > 1024) {
                  let err251 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err251] : vErrors.push(err251), errors++;
                }
                if (func3(data67) < 1) {
                  let err252 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err252] : vErrors.push(err252), errors++;
                }
                if (!pattern32.test(data67)) {
                  let err253 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err253] : vErrors.push(err253), errors++;
                }
              } else {
                let err254 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err254] : vErrors.push(err254), errors++;
              }
            }
            if (data57.preferredLanguage !== void 0) {
              let data68 = data57.preferredLanguage;
              if (typeof data68 == "string") {
                if (func3(data68) > 1024) {
                  let err255 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err255] : vErrors.push(err255), errors++;
                }
                if (func3(data68) < 1) {
                  let err256 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err256] : vErrors.push(err256), errors++;
                }
                if (!pattern32.test(data68)) {
                  let err257 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err257] : vErrors.push(err257), errors++;
                }
              } else {
                let err258 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err258] : vErrors.push(err258), errors++;
              }
            }
            if (data57.userType !== void 0) {
              let data69 = data57.userType;
              if (typeof data69 == "string") {
                if (func3(data69) > 1024) {
                  let err259 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err259] : vErrors.push(err259), errors++;
                }
                if (func3(data69) < 1) {
                  let err260 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err260] : vErrors.push(err260), errors++;
                }
                if (!pattern32.test(data69)) {
                  let err261 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err261] : vErrors.push(err261), errors++;
                }
              } else {
                let err262 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err262] : vErrors.push(err262), errors++;
              }
            }
            if (data57.profileUrl !== void 0) {
              let data70 = data57.profileUrl;
              if (typeof data70 == "string") {
                if (func3(data70) > 1024) {
                  let err263 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err263] : vErrors.push(err263), errors++;
                }
                if (func3(data70) < 1) {
                  let err264 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err264] : vErrors.push(err264), errors++;
                }
                if (!pattern32.test(data70)) {
                  let err265 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err265] : vErrors.push(err265), errors++;
                }
              } else {
                let err266 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err266] : vErrors.push(err266), errors++;
              }
            }
            if (data57.address !== void 0) {
              let data71 = data57.address;
              if (data71 && typeof data71 == "object" && !Array.isArray(data71)) {
                if (Object.keys(data71).length < 1) {
                  let err267 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/users/additionalProperties/properties/address/minProperties", keyword: "minProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err267] : vErrors.push(err267), errors++;
                }
                for (let key25 in data71)
                  if (!(key25 === "streetAddress" || key25 === "locality" || key25 === "region" || key25 === "postalCode" || key25 === "country" || key25 === "formatted")) {
                    let err268 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/users/additionalProperties/properties/address/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 } };
                    vErrors === null ? vErrors = [err268] : vErrors.push(err268), errors++;
                  }
                if (data71.streetAddress !== void 0) {
                  let data72 = data71.streetAddress;
                  if (typeof data72 == "string") {
                    if (func3(data72) > 1024) {
                      let err269 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err269] : vErrors.push(err269), errors++;
                    }
                    if (func3(data72) < 1) {
                      let err270 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err270] : vErrors.push(err270), errors++;
                    }
                    if (!pattern32.test(data72)) {
                      let err271 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err271] : vErrors.push(err271), errors++;
                    }
                  } else {
                    let err272 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err272] : vErrors.push(err272), errors++;
                  }
                }
                if (data71.locality !== void 0) {
                  let data73 = data71.locality;
                  if (typeof data73 == "string") {
                    if (func3(data73) > 1024) {
                      let err273 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err273] : vErrors.push(err273), errors++;
                    }
                    if (func3(data73) < 1) {
                      let err274 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err274] : vErrors.push(err274), errors++;
                    }
                    if (!pattern32.test(data73)) {
                      let err275 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err275] : vErrors.push(err275), errors++;
                    }
                  } else {
                    let err276 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err276] : vErrors.push(err276), errors++;
                  }
                }
                if (data71.region !== void 0) {
                  let data74 = data71.region;
                  if (typeof data74 == "string") {
                    if (func3(data74) > 1024) {
                      let err277 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err277] : vErrors.push(err277), errors++;
                    }
                    if (func3(data74) < 1) {
                      let err278 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err278] : vErrors.push(err278), errors++;
                    }
                    if (!pattern32.test(data74)) {
                      let err279 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err279] : vErrors.push(err279), errors++;
                    }
                  } else {
                    let err280 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err280] : vErrors.push(err280), errors++;
                  }
                }
                if (data71.postalCode !== void 0) {
                  let data75 = data71.postalCode;
                  if (typeof data75 == "string") {
                    if (func3(data75) > 1024) {
                      let err281 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err281] : vErrors.push(err281), errors++;
                    }
                    if (func3(data75) < 1) {
                      let err282 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err282] : vErrors.push(err282), errors++;
                    }
                    if (!pattern32.test(data75)) {
                      let err283 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err283] : vErrors.push(err283), errors++;
                    }
                  } else {
                    let err284 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err284] : vErrors.push(err284), errors++;
                  }
                }
                if (data71.country !== void 0) {
                  let data76 = data71.country;
                  if (typeof data76 == "string") {
                    if (func3(data76) > 1024) {
                      let err285 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err285] : vErrors.push(err285), errors++;
                    }
                    if (func3(data76) < 1) {
                      let err286 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err286] : vErrors.push(err286), errors++;
                    }
                    if (!pattern32.test(data76)) {
                      let err287 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err287] : vErrors.push(err287), errors++;
                    }
                  } else {
                    let err288 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err288] : vErrors.push(err288), errors++;
                  }
                }
                if (data71.formatted !== void 0) {
                  let data77 = data71.formatted;
                  if (typeof data77 == "string") {
                    if (func3(data77) > 1024) {
                      let err289 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err289] : vErrors.push(err289), errors++;
                    }
                    if (func3(data77) < 1) {
                      let err290 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err290] : vErrors.push(err290), errors++;
                    }
                    if (!pattern32.test(data77)) {
                      let err291 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err291] : vErrors.push(err291), errors++;
                    }
                  } else {
                    let err292 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err292] : vErrors.push(err292), errors++;
                  }
                }
              } else {
                let err293 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/users/additionalProperties/properties/address/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err293] : vErrors.push(err293), errors++;
              }
            }
            if (data57.previously !== void 0) {
              let data78 = data57.previously, _errs204 = errors, valid37 = !1, _errs205 = errors;
              if (typeof data78 == "string") {
                if (func3(data78) > 700) {
                  let err294 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err294] : vErrors.push(err294), errors++;
                }
                if (func3(data78) < 1) {
                  let err295 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err295] : vErrors.push(err295), errors++;
                }
              } else {
                let err296 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/0/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err296] : vErrors.push(err296), errors++;
              }
              var _valid3 = _errs205 === errors;
              if (valid37 = valid37 || _valid3, !valid37) {
                let _errs207 = errors;
                if (Array.isArray(data78)) {
                  if (data78.length > 20) {
                    let err297 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 20 } };
                    vErrors === null ? vErrors = [err297] : vErrors.push(err297), errors++;
                  }
                  if (data78.length < 1) {
                    let err298 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err298] : vErrors.push(err298), errors++;
                  }
                  let len4 = data78.length;
                  for (let i4 = 0; i4 < len4; i4++) {
                    let data79 = data78[i4];
                    if (typeof data79 == "string") {
                      if (func3(data79) > 700) {
                        let err299 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i4, schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                        vErrors === null ? vErrors = [err299] : vErrors.push(err299), errors++;
                      }
                      if (func3(data79) < 1) {
                        let err300 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i4, schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err300] : vErrors.push(err300), errors++;
                      }
                    } else {
                      let err301 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i4, schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err301] : vErrors.push(err301), errors++;
                    }
                  }
                } else {
                  let err302 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf/1/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err302] : vErrors.push(err302), errors++;
                }
                var _valid3 = _errs207 === errors;
                valid37 = valid37 || _valid3;
              }
              if (valid37)
                errors = _errs204, vErrors !== null && (_errs204 ? vErrors.length = _errs204 : vErrors = null);
              else {
                let err303 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/users/additionalProperties/properties/previously/anyOf", keyword: "anyOf", params: {} };
                vErrors === null ? vErrors = [err303] : vErrors.push(err303), errors++;
              }
            }
          } else {
            let err304 = { instancePath: instancePath + "/users/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err304] : vErrors.push(err304), errors++;
          }
        }
      } else {
        let err305 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err305] : vErrors.push(err305), errors++;
      }
    }
    if (data.groups !== void 0) {
      let data80 = data.groups;
      if (data80 && typeof data80 == "object" && !Array.isArray(data80)) {
        for (let key26 in data80) {
          let _errs213 = errors;
          if (typeof key26 == "string") {
            if (func3(key26) > 1024) {
              let err306 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/maxLength", keyword: "maxLength", params: { limit: 1024 }, propertyName: key26 };
              vErrors === null ? vErrors = [err306] : vErrors.push(err306), errors++;
            }
            if (func3(key26) < 1) {
              let err307 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key26 };
              vErrors === null ? vErrors = [err307] : vErrors.push(err307), errors++;
            }
            if (!pattern32.test(key26)) {
              let err308 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, propertyName: key26 };
              vErrors === null ? vErrors = [err308] : vErrors.push(err308), errors++;
            }
          } else {
            let err309 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key26 };
            vErrors === null ? vErrors = [err309] : vErrors.push(err309), errors++;
          }
          var valid40 = _errs213 === errors;
          if (!valid40) {
            let err310 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames", keyword: "propertyNames", params: { propertyName: key26 } };
            vErrors === null ? vErrors = [err310] : vErrors.push(err310), errors++;
          }
        }
        for (let key27 in data80) {
          let data81 = data80[key27];
          if (data81 && typeof data81 == "object" && !Array.isArray(data81)) {
            for (let key28 in data81)
              if (!(key28 === "name" || key28 === "description" || key28 === "members" || key28 === "previously")) {
                let err311 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/groups/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key28 } };
                vErrors === null ? vErrors = [err311] : vErrors.push(err311), errors++;
              }
            if (data81.name !== void 0) {
              let data82 = data81.name;
              if (typeof data82 == "string") {
                if (func3(data82) > 1024) {
                  let err312 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err312] : vErrors.push(err312), errors++;
                }
                if (func3(data82) < 1) {
                  let err313 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err313] : vErrors.push(err313), errors++;
                }
                if (!pattern32.test(data82)) {
                  let err314 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err314] : vErrors.push(err314), errors++;
                }
              } else {
                let err315 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err315] : vErrors.push(err315), errors++;
              }
            }
            if (data81.description !== void 0) {
              let data83 = data81.description;
              if (typeof data83 == "string") {
                if (func3(data83) > 1024) {
                  let err316 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err316] : vErrors.push(err316), errors++;
                }
                if (func3(data83) < 1) {
                  let err317 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err317] : vErrors.push(err317), errors++;
                }
                if (!pattern32.test(data83)) {
                  let err318 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err318] : vErrors.push(err318), errors++;
                }
              } else {
                let err319 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err319] : vErrors.push(err319), errors++;
              }
            }
            if (data81.members !== void 0) {
              let data84 = data81.members;
              if (Array.isArray(data84)) {
                let len5 = data84.length;
                for (let i5 = 0; i5 < len5; i5++) {
                  let data85 = data84[i5];
                  if (typeof data85 == "string") {
                    if (func3(data85) > 128) {
                      let err320 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/members/" + i5, schemaPath: "#/properties/groups/additionalProperties/properties/members/items/maxLength", keyword: "maxLength", params: { limit: 128 } };
                      vErrors === null ? vErrors = [err320] : vErrors.push(err320), errors++;
                    }
                    if (func3(data85) < 1) {
                      let err321 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/members/" + i5, schemaPath: "#/properties/groups/additionalProperties/properties/members/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err321] : vErrors.push(err321), errors++;
                    }
                  } else {
                    let err322 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/members/" + i5, schemaPath: "#/properties/groups/additionalProperties/properties/members/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err322] : vErrors.push(err322), errors++;
                  }
                }
              } else {
                let err323 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/members", schemaPath: "#/properties/groups/additionalProperties/properties/members/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err323] : vErrors.push(err323), errors++;
              }
            }
            if (data81.previously !== void 0) {
              let data86 = data81.previously, _errs228 = errors, valid45 = !1, _errs229 = errors;
              if (typeof data86 == "string") {
                if (func3(data86) > 700) {
                  let err324 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err324] : vErrors.push(err324), errors++;
                }
                if (func3(data86) < 1) {
                  let err325 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err325] : vErrors.push(err325), errors++;
                }
              } else {
                let err326 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/0/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err326] : vErrors.push(err326), errors++;
              }
              var _valid4 = _errs229 === errors;
              if (valid45 = valid45 || _valid4, !valid45) {
                let _errs231 = errors;
                if (Array.isArray(data86)) {
                  if (data86.length > 20) {
                    let err327 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 20 } };
                    vErrors === null ? vErrors = [err327] : vErrors.push(err327), errors++;
                  }
                  if (data86.length < 1) {
                    let err328 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err328] : vErrors.push(err328), errors++;
                  }
                  let len6 = data86.length;
                  for (let i6 = 0; i6 < len6; i6++) {
                    let data87 = data86[i6];
                    if (typeof data87 == "string") {
                      if (func3(data87) > 700) {
                        let err329 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i6, schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                        vErrors === null ? vErrors = [err329] : vErrors.push(err329), errors++;
                      }
                      if (func3(data87) < 1) {
                        let err330 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i6, schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err330] : vErrors.push(err330), errors++;
                      }
                    } else {
                      let err331 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i6, schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err331] : vErrors.push(err331), errors++;
                    }
                  }
                } else {
                  let err332 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf/1/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err332] : vErrors.push(err332), errors++;
                }
                var _valid4 = _errs231 === errors;
                valid45 = valid45 || _valid4;
              }
              if (valid45)
                errors = _errs228, vErrors !== null && (_errs228 ? vErrors.length = _errs228 : vErrors = null);
              else {
                let err333 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/groups/additionalProperties/properties/previously/anyOf", keyword: "anyOf", params: {} };
                vErrors === null ? vErrors = [err333] : vErrors.push(err333), errors++;
              }
            }
          } else {
            let err334 = { instancePath: instancePath + "/groups/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/groups/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err334] : vErrors.push(err334), errors++;
          }
        }
      } else {
        let err335 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err335] : vErrors.push(err335), errors++;
      }
    }
    if (data.permissionSets !== void 0) {
      let data88 = data.permissionSets;
      if (data88 && typeof data88 == "object" && !Array.isArray(data88)) {
        if (Object.keys(data88).length > 3500) {
          let err336 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/maxProperties", keyword: "maxProperties", params: { limit: 3500 } };
          vErrors === null ? vErrors = [err336] : vErrors.push(err336), errors++;
        }
        for (let key29 in data88) {
          let _errs237 = errors;
          if (typeof key29 == "string") {
            if (func3(key29) > 32) {
              let err337 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/maxLength", keyword: "maxLength", params: { limit: 32 }, propertyName: key29 };
              vErrors === null ? vErrors = [err337] : vErrors.push(err337), errors++;
            }
            if (func3(key29) < 1) {
              let err338 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key29 };
              vErrors === null ? vErrors = [err338] : vErrors.push(err338), errors++;
            }
            if (!pattern52.test(key29)) {
              let err339 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" }, propertyName: key29 };
              vErrors === null ? vErrors = [err339] : vErrors.push(err339), errors++;
            }
          } else {
            let err340 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key29 };
            vErrors === null ? vErrors = [err340] : vErrors.push(err340), errors++;
          }
          var valid48 = _errs237 === errors;
          if (!valid48) {
            let err341 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames", keyword: "propertyNames", params: { propertyName: key29 } };
            vErrors === null ? vErrors = [err341] : vErrors.push(err341), errors++;
          }
        }
        for (let key30 in data88) {
          let data89 = data88[key30];
          if (data89 && typeof data89 == "object" && !Array.isArray(data89)) {
            for (let key31 in data89)
              if (!func2.call(schema11.properties.permissionSets.additionalProperties.properties, key31)) {
                let err342 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key31 } };
                vErrors === null ? vErrors = [err342] : vErrors.push(err342), errors++;
              }
            if (data89.name !== void 0) {
              let data90 = data89.name;
              if (typeof data90 == "string") {
                if (func3(data90) > 32) {
                  let err343 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 32 } };
                  vErrors === null ? vErrors = [err343] : vErrors.push(err343), errors++;
                }
                if (func3(data90) < 1) {
                  let err344 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err344] : vErrors.push(err344), errors++;
                }
                if (!pattern52.test(data90)) {
                  let err345 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" } };
                  vErrors === null ? vErrors = [err345] : vErrors.push(err345), errors++;
                }
              } else {
                let err346 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err346] : vErrors.push(err346), errors++;
              }
            }
            if (data89.description !== void 0) {
              let data91 = data89.description;
              if (typeof data91 == "string") {
                if (func3(data91) > 700) {
                  let err347 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err347] : vErrors.push(err347), errors++;
                }
                if (func3(data91) < 1) {
                  let err348 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err348] : vErrors.push(err348), errors++;
                }
                if (!pattern54.test(data91)) {
                  let err349 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/pattern", keyword: "pattern", params: { pattern: "^[\\t\\n\\r -~\\u00a1-\\u00ff]*$" } };
                  vErrors === null ? vErrors = [err349] : vErrors.push(err349), errors++;
                }
              } else {
                let err350 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err350] : vErrors.push(err350), errors++;
              }
            }
            if (data89.sessionDuration !== void 0) {
              let data92 = data89.sessionDuration;
              if (typeof data92 == "string") {
                if (!pattern55.test(data92)) {
                  let err351 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/sessionDuration", schemaPath: "#/properties/permissionSets/additionalProperties/properties/sessionDuration/pattern", keyword: "pattern", params: { pattern: "^(?:(?:[1-9]|1[0-2])h|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)m|PT(?:(?:[1-9]|1[0-2])H|(?:[1-9]|1[01])H(?:[0-9]|[1-5][0-9])M|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)M))$" } };
                  vErrors === null ? vErrors = [err351] : vErrors.push(err351), errors++;
                }
              } else {
                let err352 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/sessionDuration", schemaPath: "#/properties/permissionSets/additionalProperties/properties/sessionDuration/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err352] : vErrors.push(err352), errors++;
              }
            }
            if (data89.relayState !== void 0) {
              let data93 = data89.relayState;
              if (typeof data93 == "string") {
                if (func3(data93) > 240) {
                  let err353 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/maxLength", keyword: "maxLength", params: { limit: 240 } };
                  vErrors === null ? vErrors = [err353] : vErrors.push(err353), errors++;
                }
                if (func3(data93) < 1) {
                  let err354 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err354] : vErrors.push(err354), errors++;
                }
                if (!pattern56.test(data93)) {
                  let err355 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/pattern", keyword: "pattern", params: { pattern: `^[A-Za-z0-9&$@#\\\\/%?=~_'"|!:,.;*+[\\] (){}-]*$` } };
                  vErrors === null ? vErrors = [err355] : vErrors.push(err355), errors++;
                }
              } else {
                let err356 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err356] : vErrors.push(err356), errors++;
              }
            }
            if (data89.managedPolicies !== void 0) {
              let data94 = data89.managedPolicies;
              if (Array.isArray(data94)) {
                if (data94.length > 25) {
                  let err357 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/maxItems", keyword: "maxItems", params: { limit: 25 } };
                  vErrors === null ? vErrors = [err357] : vErrors.push(err357), errors++;
                }
                let len7 = data94.length;
                for (let i7 = 0; i7 < len7; i7++) {
                  let data95 = data94[i7];
                  if (typeof data95 == "string") {
                    if (func3(data95) > 512) {
                      let err358 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies/" + i7, schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/items/maxLength", keyword: "maxLength", params: { limit: 512 } };
                      vErrors === null ? vErrors = [err358] : vErrors.push(err358), errors++;
                    }
                    if (!pattern57.test(data95)) {
                      let err359 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies/" + i7, schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/items/pattern", keyword: "pattern", params: { pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" } };
                      vErrors === null ? vErrors = [err359] : vErrors.push(err359), errors++;
                    }
                  } else {
                    let err360 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies/" + i7, schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err360] : vErrors.push(err360), errors++;
                  }
                }
              } else {
                let err361 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err361] : vErrors.push(err361), errors++;
              }
            }
            if (data89.customerManagedPolicies !== void 0) {
              let data96 = data89.customerManagedPolicies;
              if (Array.isArray(data96)) {
                if (data96.length > 25) {
                  let err362 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/maxItems", keyword: "maxItems", params: { limit: 25 } };
                  vErrors === null ? vErrors = [err362] : vErrors.push(err362), errors++;
                }
                let len8 = data96.length;
                for (let i8 = 0; i8 < len8; i8++) {
                  let data97 = data96[i8];
                  if (data97 && typeof data97 == "object" && !Array.isArray(data97)) {
                    if (data97.name === void 0) {
                      let err363 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8, schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/required", keyword: "required", params: { missingProperty: "name" } };
                      vErrors === null ? vErrors = [err363] : vErrors.push(err363), errors++;
                    }
                    for (let key32 in data97)
                      if (!(key32 === "name" || key32 === "path")) {
                        let err364 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8, schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key32 } };
                        vErrors === null ? vErrors = [err364] : vErrors.push(err364), errors++;
                      }
                    if (data97.name !== void 0) {
                      let data98 = data97.name;
                      if (typeof data98 == "string") {
                        if (func3(data98) > 128) {
                          let err365 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                          vErrors === null ? vErrors = [err365] : vErrors.push(err365), errors++;
                        }
                        if (func3(data98) < 1) {
                          let err366 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err366] : vErrors.push(err366), errors++;
                        }
                        if (!pattern52.test(data98)) {
                          let err367 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" } };
                          vErrors === null ? vErrors = [err367] : vErrors.push(err367), errors++;
                        }
                      } else {
                        let err368 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err368] : vErrors.push(err368), errors++;
                      }
                    }
                    if (data97.path !== void 0) {
                      let data99 = data97.path;
                      if (typeof data99 == "string") {
                        if (func3(data99) > 512) {
                          let err369 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8 + "/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/path/maxLength", keyword: "maxLength", params: { limit: 512 } };
                          vErrors === null ? vErrors = [err369] : vErrors.push(err369), errors++;
                        }
                        if (!pattern59.test(data99)) {
                          let err370 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8 + "/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } };
                          vErrors === null ? vErrors = [err370] : vErrors.push(err370), errors++;
                        }
                      } else {
                        let err371 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8 + "/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/path/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err371] : vErrors.push(err371), errors++;
                      }
                    }
                  } else {
                    let err372 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i8, schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err372] : vErrors.push(err372), errors++;
                  }
                }
              } else {
                let err373 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err373] : vErrors.push(err373), errors++;
              }
            }
            if (data89.inlinePolicy !== void 0) {
              let data100 = data89.inlinePolicy;
              if (data100 && typeof data100 == "object" && !Array.isArray(data100)) {
                if (Object.keys(data100).length > 1) {
                  let err374 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/maxProperties", keyword: "maxProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err374] : vErrors.push(err374), errors++;
                }
                if (Object.keys(data100).length < 1) {
                  let err375 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/minProperties", keyword: "minProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err375] : vErrors.push(err375), errors++;
                }
                for (let key33 in data100)
                  if (!(key33 === "file" || key33 === "content")) {
                    let err376 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key33 } };
                    vErrors === null ? vErrors = [err376] : vErrors.push(err376), errors++;
                  }
                if (data100.file !== void 0) {
                  let data101 = data100.file;
                  if (typeof data101 == "string") {
                    if (func3(data101) > 512) {
                      let err377 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/file", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/file/maxLength", keyword: "maxLength", params: { limit: 512 } };
                      vErrors === null ? vErrors = [err377] : vErrors.push(err377), errors++;
                    }
                    if (func3(data101) < 1) {
                      let err378 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/file", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/file/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err378] : vErrors.push(err378), errors++;
                    }
                  } else {
                    let err379 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/file", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/file/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err379] : vErrors.push(err379), errors++;
                  }
                }
                if (data100.content !== void 0) {
                  let data102 = data100.content;
                  if (data102 && typeof data102 == "object" && !Array.isArray(data102)) {
                    if (Object.keys(data102).length < 1) {
                      let err380 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/content", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/content/minProperties", keyword: "minProperties", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err380] : vErrors.push(err380), errors++;
                    }
                  } else {
                    let err381 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/content", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/content/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err381] : vErrors.push(err381), errors++;
                  }
                }
              } else {
                let err382 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err382] : vErrors.push(err382), errors++;
              }
            }
            if (data89.permissionsBoundary !== void 0) {
              let data103 = data89.permissionsBoundary;
              if (data103 && typeof data103 == "object" && !Array.isArray(data103)) {
                if (Object.keys(data103).length > 1) {
                  let err383 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/maxProperties", keyword: "maxProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err383] : vErrors.push(err383), errors++;
                }
                if (Object.keys(data103).length < 1) {
                  let err384 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/minProperties", keyword: "minProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err384] : vErrors.push(err384), errors++;
                }
                for (let key34 in data103)
                  if (!(key34 === "managedPolicy" || key34 === "customerManagedPolicy")) {
                    let err385 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key34 } };
                    vErrors === null ? vErrors = [err385] : vErrors.push(err385), errors++;
                  }
                if (data103.managedPolicy !== void 0) {
                  let data104 = data103.managedPolicy;
                  if (typeof data104 == "string") {
                    if (func3(data104) > 512) {
                      let err386 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/managedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/managedPolicy/maxLength", keyword: "maxLength", params: { limit: 512 } };
                      vErrors === null ? vErrors = [err386] : vErrors.push(err386), errors++;
                    }
                    if (!pattern57.test(data104)) {
                      let err387 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/managedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/managedPolicy/pattern", keyword: "pattern", params: { pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" } };
                      vErrors === null ? vErrors = [err387] : vErrors.push(err387), errors++;
                    }
                  } else {
                    let err388 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/managedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/managedPolicy/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err388] : vErrors.push(err388), errors++;
                  }
                }
                if (data103.customerManagedPolicy !== void 0) {
                  let data105 = data103.customerManagedPolicy;
                  if (data105 && typeof data105 == "object" && !Array.isArray(data105)) {
                    if (data105.name === void 0) {
                      let err389 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/required", keyword: "required", params: { missingProperty: "name" } };
                      vErrors === null ? vErrors = [err389] : vErrors.push(err389), errors++;
                    }
                    for (let key35 in data105)
                      if (!(key35 === "name" || key35 === "path")) {
                        let err390 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key35 } };
                        vErrors === null ? vErrors = [err390] : vErrors.push(err390), errors++;
                      }
                    if (data105.name !== void 0) {
                      let data106 = data105.name;
                      if (typeof data106 == "string") {
                        if (func3(data106) > 128) {
                          let err391 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                          vErrors === null ? vErrors = [err391] : vErrors.push(err391), errors++;
                        }
                        if (func3(data106) < 1) {
                          let err392 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err392] : vErrors.push(err392), errors++;
                        }
                        if (!pattern52.test(data106)) {
                          let err393 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" } };
                          vErrors === null ? vErrors = [err393] : vErrors.push(err393), errors++;
                        }
                      } else {
                        let err394 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err394] : vErrors.push(err394), errors++;
                      }
                    }
                    if (data105.path !== void 0) {
                      let data107 = data105.path;
                      if (typeof data107 == "string") {
                        if (func3(data107) > 512) {
                          let err395 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/path/maxLength", keyword: "maxLength", params: { limit: 512 } };
                          vErrors === null ? vErrors = [err395] : vErrors.push(err395), errors++;
                        }
                        if (!pattern59.test(data107)) {
                          let err396 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } };
                          vErrors === null ? vErrors = [err396] : vErrors.push(err396), errors++;
                        }
                      } else {
                        let err397 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/path/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err397] : vErrors.push(err397), errors++;
                      }
                    }
                  } else {
                    let err398 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err398] : vErrors.push(err398), errors++;
                  }
                }
              } else {
                let err399 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err399] : vErrors.push(err399), errors++;
              }
            }
            if (data89.tags !== void 0) {
              let data108 = data89.tags;
              if (data108 && typeof data108 == "object" && !Array.isArray(data108)) {
                if (Object.keys(data108).length > 50) {
                  let err400 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err400] : vErrors.push(err400), errors++;
                }
                for (let key36 in data108) {
                  let _errs286 = errors;
                  if (typeof key36 == "string") {
                    if (func3(key36) > 128) {
                      let err401 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key36 };
                      vErrors === null ? vErrors = [err401] : vErrors.push(err401), errors++;
                    }
                    if (!pattern8.test(key36)) {
                      let err402 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key36 };
                      vErrors === null ? vErrors = [err402] : vErrors.push(err402), errors++;
                    }
                  } else {
                    let err403 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key36 };
                    vErrors === null ? vErrors = [err403] : vErrors.push(err403), errors++;
                  }
                  var valid59 = _errs286 === errors;
                  if (!valid59) {
                    let err404 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key36 } };
                    vErrors === null ? vErrors = [err404] : vErrors.push(err404), errors++;
                  }
                }
                for (let key37 in data108) {
                  let data109 = data108[key37];
                  if (typeof data109 == "string") {
                    if (func3(data109) > 256) {
                      let err405 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                      vErrors === null ? vErrors = [err405] : vErrors.push(err405), errors++;
                    }
                    if (!pattern9.test(data109)) {
                      let err406 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                      vErrors === null ? vErrors = [err406] : vErrors.push(err406), errors++;
                    }
                  } else {
                    let err407 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err407] : vErrors.push(err407), errors++;
                  }
                }
              } else {
                let err408 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err408] : vErrors.push(err408), errors++;
              }
            }
            if (data89.previously !== void 0) {
              let data110 = data89.previously, _errs292 = errors, valid61 = !1, _errs293 = errors;
              if (typeof data110 == "string") {
                if (func3(data110) > 700) {
                  let err409 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err409] : vErrors.push(err409), errors++;
                }
                if (func3(data110) < 1) {
                  let err410 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err410] : vErrors.push(err410), errors++;
                }
              } else {
                let err411 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/0/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err411] : vErrors.push(err411), errors++;
              }
              var _valid5 = _errs293 === errors;
              if (valid61 = valid61 || _valid5, !valid61) {
                let _errs295 = errors;
                if (Array.isArray(data110)) {
                  if (data110.length > 20) {
                    let err412 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 20 } };
                    vErrors === null ? vErrors = [err412] : vErrors.push(err412), errors++;
                  }
                  if (data110.length < 1) {
                    let err413 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err413] : vErrors.push(err413), errors++;
                  }
                  let len9 = data110.length;
                  for (let i9 = 0; i9 < len9; i9++) {
                    let data111 = data110[i9];
                    if (typeof data111 == "string") {
                      if (func3(data111) > 700) {
                        let err414 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i9, schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                        vErrors === null ? vErrors = [err414] : vErrors.push(err414), errors++;
                      }
                      if (func3(data111) < 1) {
                        let err415 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i9, schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err415] : vErrors.push(err415), errors++;
                      }
                    } else {
                      let err416 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i9, schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err416] : vErrors.push(err416), errors++;
                    }
                  }
                } else {
                  let err417 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf/1/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err417] : vErrors.push(err417), errors++;
                }
                var _valid5 = _errs295 === errors;
                valid61 = valid61 || _valid5;
              }
              if (valid61)
                errors = _errs292, vErrors !== null && (_errs292 ? vErrors.length = _errs292 : vErrors = null);
              else {
                let err418 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/permissionSets/additionalProperties/properties/previously/anyOf", keyword: "anyOf", params: {} };
                vErrors === null ? vErrors = [err418] : vErrors.push(err418), errors++;
              }
            }
          } else {
            let err419 = { instancePath: instancePath + "/permissionSets/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err419] : vErrors.push(err419), errors++;
          }
        }
      } else {
        let err420 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err420] : vErrors.push(err420), errors++;
      }
    }
    if (data.assignments !== void 0) {
      let data112 = data.assignments;
      if (Array.isArray(data112)) {
        let len10 = data112.length;
        for (let i10 = 0; i10 < len10; i10++) {
          let data113 = data112[i10];
          if (data113 && typeof data113 == "object" && !Array.isArray(data113)) {
            for (let key38 in data113)
              if (!(key38 === "users" || key38 === "groups" || key38 === "permissionSets" || key38 === "accounts" || key38 === "ous" || key38 === "until" || key38 === "reason")) {
                let err421 = { instancePath: instancePath + "/assignments/" + i10, schemaPath: "#/properties/assignments/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key38 } };
                vErrors === null ? vErrors = [err421] : vErrors.push(err421), errors++;
              }
            if (data113.users !== void 0) {
              let data114 = data113.users;
              if (Array.isArray(data114)) {
                let len11 = data114.length;
                for (let i11 = 0; i11 < len11; i11++) {
                  let data115 = data114[i11];
                  if (typeof data115 == "string") {
                    if (func3(data115) > 128) {
                      let err422 = { instancePath: instancePath + "/assignments/" + i10 + "/users/" + i11, schemaPath: "#/properties/assignments/items/properties/users/items/maxLength", keyword: "maxLength", params: { limit: 128 } };
                      vErrors === null ? vErrors = [err422] : vErrors.push(err422), errors++;
                    }
                    if (func3(data115) < 1) {
                      let err423 = { instancePath: instancePath + "/assignments/" + i10 + "/users/" + i11, schemaPath: "#/properties/assignments/items/properties/users/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err423] : vErrors.push(err423), errors++;
                    }
                  } else {
                    let err424 = { instancePath: instancePath + "/assignments/" + i10 + "/users/" + i11, schemaPath: "#/properties/assignments/items/properties/users/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err424] : vErrors.push(err424), errors++;
                  }
                }
              } else {
                let err425 = { instancePath: instancePath + "/assignments/" + i10 + "/users", schemaPath: "#/properties/assignments/items/properties/users/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err425] : vErrors.push(err425), errors++;
              }
            }
            if (data113.groups !== void 0) {
              let data116 = data113.groups;
              if (Array.isArray(data116)) {
                let len12 = data116.length;
                for (let i12 = 0; i12 < len12; i12++) {
                  let data117 = data116[i12];
                  if (typeof data117 == "string") {
                    if (func3(data117) > 1024) {
                      let err426 = { instancePath: instancePath + "/assignments/" + i10 + "/groups/" + i12, schemaPath: "#/properties/assignments/items/properties/groups/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err426] : vErrors.push(err426), errors++;
                    }
                    if (func3(data117) < 1) {
                      let err427 = { instancePath: instancePath + "/assignments/" + i10 + "/groups/" + i12, schemaPath: "#/properties/assignments/items/properties/groups/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err427] : vErrors.push(err427), errors++;
                    }
                  } else {
                    let err428 = { instancePath: instancePath + "/assignments/" + i10 + "/groups/" + i12, schemaPath: "#/properties/assignments/items/properties/groups/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err428] : vErrors.push(err428), errors++;
                  }
                }
              } else {
                let err429 = { instancePath: instancePath + "/assignments/" + i10 + "/groups", schemaPath: "#/properties/assignments/items/properties/groups/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err429] : vErrors.push(err429), errors++;
              }
            }
            if (data113.permissionSets !== void 0) {
              let data118 = data113.permissionSets;
              if (Array.isArray(data118)) {
                let len13 = data118.length;
                for (let i13 = 0; i13 < len13; i13++) {
                  let data119 = data118[i13];
                  if (typeof data119 == "string") {
                    if (func3(data119) > 32) {
                      let err430 = { instancePath: instancePath + "/assignments/" + i10 + "/permissionSets/" + i13, schemaPath: "#/properties/assignments/items/properties/permissionSets/items/maxLength", keyword: "maxLength", params: { limit: 32 } };
                      vErrors === null ? vErrors = [err430] : vErrors.push(err430), errors++;
                    }
                    if (func3(data119) < 1) {
                      let err431 = { instancePath: instancePath + "/assignments/" + i10 + "/permissionSets/" + i13, schemaPath: "#/properties/assignments/items/properties/permissionSets/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err431] : vErrors.push(err431), errors++;
                    }
                  } else {
                    let err432 = { instancePath: instancePath + "/assignments/" + i10 + "/permissionSets/" + i13, schemaPath: "#/properties/assignments/items/properties/permissionSets/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err432] : vErrors.push(err432), errors++;
                  }
                }
              } else {
                let err433 = { instancePath: instancePath + "/assignments/" + i10 + "/permissionSets", schemaPath: "#/properties/assignments/items/properties/permissionSets/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err433] : vErrors.push(err433), errors++;
              }
            }
            if (data113.accounts !== void 0) {
              let data120 = data113.accounts;
              if (Array.isArray(data120)) {
                let len14 = data120.length;
                for (let i14 = 0; i14 < len14; i14++) {
                  let data121 = data120[i14];
                  if (typeof data121 == "string") {
                    if (func3(data121) > 50) {
                      let err434 = { instancePath: instancePath + "/assignments/" + i10 + "/accounts/" + i14, schemaPath: "#/properties/assignments/items/properties/accounts/items/maxLength", keyword: "maxLength", params: { limit: 50 } };
                      vErrors === null ? vErrors = [err434] : vErrors.push(err434), errors++;
                    }
                    if (func3(data121) < 1) {
                      let err435 = { instancePath: instancePath + "/assignments/" + i10 + "/accounts/" + i14, schemaPath: "#/properties/assignments/items/properties/accounts/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err435] : vErrors.push(err435), errors++;
                    }
                  } else {
                    let err436 = { instancePath: instancePath + "/assignments/" + i10 + "/accounts/" + i14, schemaPath: "#/properties/assignments/items/properties/accounts/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err436] : vErrors.push(err436), errors++;
                  }
                }
              } else {
                let err437 = { instancePath: instancePath + "/assignments/" + i10 + "/accounts", schemaPath: "#/properties/assignments/items/properties/accounts/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err437] : vErrors.push(err437), errors++;
              }
            }
            if (data113.ous !== void 0) {
              let data122 = data113.ous;
              if (Array.isArray(data122)) {
                let len15 = data122.length;
                for (let i15 = 0; i15 < len15; i15++) {
                  let data123 = data122[i15];
                  if (typeof data123 == "string") {
                    if (func3(data123) > 700) {
                      let err438 = { instancePath: instancePath + "/assignments/" + i10 + "/ous/" + i15, schemaPath: "#/properties/assignments/items/properties/ous/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                      vErrors === null ? vErrors = [err438] : vErrors.push(err438), errors++;
                    }
                    if (func3(data123) < 1) {
                      let err439 = { instancePath: instancePath + "/assignments/" + i10 + "/ous/" + i15, schemaPath: "#/properties/assignments/items/properties/ous/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err439] : vErrors.push(err439), errors++;
                    }
                  } else {
                    let err440 = { instancePath: instancePath + "/assignments/" + i10 + "/ous/" + i15, schemaPath: "#/properties/assignments/items/properties/ous/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err440] : vErrors.push(err440), errors++;
                  }
                }
              } else {
                let err441 = { instancePath: instancePath + "/assignments/" + i10 + "/ous", schemaPath: "#/properties/assignments/items/properties/ous/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err441] : vErrors.push(err441), errors++;
              }
            }
            if (data113.until !== void 0) {
              let data124 = data113.until;
              if (typeof data124 == "string") {
                if (!pattern65.test(data124)) {
                  let err442 = { instancePath: instancePath + "/assignments/" + i10 + "/until", schemaPath: "#/properties/assignments/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$" } };
                  vErrors === null ? vErrors = [err442] : vErrors.push(err442), errors++;
                }
              } else {
                let err443 = { instancePath: instancePath + "/assignments/" + i10 + "/until", schemaPath: "#/properties/assignments/items/properties/until/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err443] : vErrors.push(err443), errors++;
              }
            }
            if (data113.reason !== void 0) {
              let data125 = data113.reason;
              if (typeof data125 == "string") {
                if (func3(data125) > 500) {
                  let err444 = { instancePath: instancePath + "/assignments/" + i10 + "/reason", schemaPath: "#/properties/assignments/items/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 } };
                  vErrors === null ? vErrors = [err444] : vErrors.push(err444), errors++;
                }
                if (func3(data125) < 1) {
                  let err445 = { instancePath: instancePath + "/assignments/" + i10 + "/reason", schemaPath: "#/properties/assignments/items/properties/reason/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err445] : vErrors.push(err445), errors++;
                }
              } else {
                let err446 = { instancePath: instancePath + "/assignments/" + i10 + "/reason", schemaPath: "#/properties/assignments/items/properties/reason/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err446] : vErrors.push(err446), errors++;
              }
            }
          } else {
            let err447 = { instancePath: instancePath + "/assignments/" + i10, schemaPath: "#/properties/assignments/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err447] : vErrors.push(err447), errors++;
          }
        }
      } else {
        let err448 = { instancePath: instancePath + "/assignments", schemaPath: "#/properties/assignments/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err448] : vErrors.push(err448), errors++;
      }
    }
    if (data.accessControlAttributes !== void 0) {
      let data126 = data.accessControlAttributes;
      if (data126 && typeof data126 == "object" && !Array.isArray(data126)) {
        if (Object.keys(data126).length > 50) {
          let err449 = { instancePath: instancePath + "/accessControlAttributes", schemaPath: "#/properties/accessControlAttributes/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
          vErrors === null ? vErrors = [err449] : vErrors.push(err449), errors++;
        }
        for (let key39 in data126) {
          let _errs330 = errors;
          if (typeof key39 == "string") {
            if (func3(key39) > 128) {
              let err450 = { instancePath: instancePath + "/accessControlAttributes", schemaPath: "#/properties/accessControlAttributes/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key39 };
              vErrors === null ? vErrors = [err450] : vErrors.push(err450), errors++;
            }
            if (!pattern66.test(key39)) {
              let err451 = { instancePath: instancePath + "/accessControlAttributes", schemaPath: "#/properties/accessControlAttributes/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key39 };
              vErrors === null ? vErrors = [err451] : vErrors.push(err451), errors++;
            }
          } else {
            let err452 = { instancePath: instancePath + "/accessControlAttributes", schemaPath: "#/properties/accessControlAttributes/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key39 };
            vErrors === null ? vErrors = [err452] : vErrors.push(err452), errors++;
          }
          var valid77 = _errs330 === errors;
          if (!valid77) {
            let err453 = { instancePath: instancePath + "/accessControlAttributes", schemaPath: "#/properties/accessControlAttributes/propertyNames", keyword: "propertyNames", params: { propertyName: key39 } };
            vErrors === null ? vErrors = [err453] : vErrors.push(err453), errors++;
          }
        }
        for (let key40 in data126) {
          let data127 = data126[key40];
          if (typeof data127 == "string") {
            if (func3(data127) > 256) {
              let err454 = { instancePath: instancePath + "/accessControlAttributes/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accessControlAttributes/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
              vErrors === null ? vErrors = [err454] : vErrors.push(err454), errors++;
            }
            if (func3(data127) < 1) {
              let err455 = { instancePath: instancePath + "/accessControlAttributes/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accessControlAttributes/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err455] : vErrors.push(err455), errors++;
            }
            if (!pattern67.test(data127)) {
              let err456 = { instancePath: instancePath + "/accessControlAttributes/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accessControlAttributes/additionalProperties/pattern", keyword: "pattern", params: { pattern: '^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@\\[\\]{}$\\\\"]*$' } };
              vErrors === null ? vErrors = [err456] : vErrors.push(err456), errors++;
            }
          } else {
            let err457 = { instancePath: instancePath + "/accessControlAttributes/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accessControlAttributes/additionalProperties/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err457] : vErrors.push(err457), errors++;
          }
        }
      } else {
        let err458 = { instancePath: instancePath + "/accessControlAttributes", schemaPath: "#/properties/accessControlAttributes/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err458] : vErrors.push(err458), errors++;
      }
    }
    if (data.trustedServices !== void 0) {
      let data128 = data.trustedServices;
      if (Array.isArray(data128)) {
        let len16 = data128.length;
        for (let i16 = 0; i16 < len16; i16++) {
          let data129 = data128[i16];
          if (typeof data129 == "string") {
            if (func3(data129) > 128) {
              let err459 = { instancePath: instancePath + "/trustedServices/" + i16, schemaPath: "#/properties/trustedServices/items/maxLength", keyword: "maxLength", params: { limit: 128 } };
              vErrors === null ? vErrors = [err459] : vErrors.push(err459), errors++;
            }
            if (func3(data129) < 1) {
              let err460 = { instancePath: instancePath + "/trustedServices/" + i16, schemaPath: "#/properties/trustedServices/items/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err460] : vErrors.push(err460), errors++;
            }
            if (!pattern68.test(data129)) {
              let err461 = { instancePath: instancePath + "/trustedServices/" + i16, schemaPath: "#/properties/trustedServices/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,@-]+(?:[.][A-Za-z0-9_+=,@-]+)+$" } };
              vErrors === null ? vErrors = [err461] : vErrors.push(err461), errors++;
            }
          } else {
            let err462 = { instancePath: instancePath + "/trustedServices/" + i16, schemaPath: "#/properties/trustedServices/items/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err462] : vErrors.push(err462), errors++;
          }
        }
      } else {
        let err463 = { instancePath: instancePath + "/trustedServices", schemaPath: "#/properties/trustedServices/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err463] : vErrors.push(err463), errors++;
      }
    }
    if (data.delegatedAdministrators !== void 0) {
      let data130 = data.delegatedAdministrators;
      if (data130 && typeof data130 == "object" && !Array.isArray(data130)) {
        for (let key41 in data130) {
          let _errs341 = errors;
          if (typeof key41 == "string") {
            if (func3(key41) > 128) {
              let err464 = { instancePath: instancePath + "/delegatedAdministrators", schemaPath: "#/properties/delegatedAdministrators/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key41 };
              vErrors === null ? vErrors = [err464] : vErrors.push(err464), errors++;
            }
            if (func3(key41) < 1) {
              let err465 = { instancePath: instancePath + "/delegatedAdministrators", schemaPath: "#/properties/delegatedAdministrators/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key41 };
              vErrors === null ? vErrors = [err465] : vErrors.push(err465), errors++;
            }
            if (!pattern68.test(key41)) {
              let err466 = { instancePath: instancePath + "/delegatedAdministrators", schemaPath: "#/properties/delegatedAdministrators/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,@-]+(?:[.][A-Za-z0-9_+=,@-]+)+$" }, propertyName: key41 };
              vErrors === null ? vErrors = [err466] : vErrors.push(err466), errors++;
            }
          } else {
            let err467 = { instancePath: instancePath + "/delegatedAdministrators", schemaPath: "#/properties/delegatedAdministrators/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key41 };
            vErrors === null ? vErrors = [err467] : vErrors.push(err467), errors++;
          }
          var valid81 = _errs341 === errors;
          if (!valid81) {
            let err468 = { instancePath: instancePath + "/delegatedAdministrators", schemaPath: "#/properties/delegatedAdministrators/propertyNames", keyword: "propertyNames", params: { propertyName: key41 } };
            vErrors === null ? vErrors = [err468] : vErrors.push(err468), errors++;
          }
        }
        for (let key42 in data130) {
          let data131 = data130[key42];
          if (Array.isArray(data131)) {
            let len17 = data131.length;
            for (let i17 = 0; i17 < len17; i17++) {
              let data132 = data131[i17];
              if (typeof data132 == "string") {
                if (func3(data132) > 50) {
                  let err469 = { instancePath: instancePath + "/delegatedAdministrators/" + key42.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i17, schemaPath: "#/properties/delegatedAdministrators/additionalProperties/items/maxLength", keyword: "maxLength", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err469] : vErrors.push(err469), errors++;
                }
                if (func3(data132) < 1) {
                  let err470 = { instancePath: instancePath + "/delegatedAdministrators/" + key42.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i17, schemaPath: "#/properties/delegatedAdministrators/additionalProperties/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err470] : vErrors.push(err470), errors++;
                }
              } else {
                let err471 = { instancePath: instancePath + "/delegatedAdministrators/" + key42.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i17, schemaPath: "#/properties/delegatedAdministrators/additionalProperties/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err471] : vErrors.push(err471), errors++;
              }
            }
          } else {
            let err472 = { instancePath: instancePath + "/delegatedAdministrators/" + key42.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/delegatedAdministrators/additionalProperties/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err472] : vErrors.push(err472), errors++;
          }
        }
      } else {
        let err473 = { instancePath: instancePath + "/delegatedAdministrators", schemaPath: "#/properties/delegatedAdministrators/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err473] : vErrors.push(err473), errors++;
      }
    }
    if (data.resourcePolicy !== void 0) {
      let data133 = data.resourcePolicy;
      if (data133 && typeof data133 == "object" && !Array.isArray(data133)) {
        for (let key43 in data133)
          if (!(key43 === "file" || key43 === "content" || key43 === "tags")) {
            let err474 = { instancePath: instancePath + "/resourcePolicy", schemaPath: "#/properties/resourcePolicy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key43 } };
            vErrors === null ? vErrors = [err474] : vErrors.push(err474), errors++;
          }
        if (data133.file !== void 0) {
          let data134 = data133.file;
          if (typeof data134 == "string") {
            if (func3(data134) > 512) {
              let err475 = { instancePath: instancePath + "/resourcePolicy/file", schemaPath: "#/properties/resourcePolicy/properties/file/maxLength", keyword: "maxLength", params: { limit: 512 } };
              vErrors === null ? vErrors = [err475] : vErrors.push(err475), errors++;
            }
            if (func3(data134) < 1) {
              let err476 = { instancePath: instancePath + "/resourcePolicy/file", schemaPath: "#/properties/resourcePolicy/properties/file/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err476] : vErrors.push(err476), errors++;
            }
          } else {
            let err477 = { instancePath: instancePath + "/resourcePolicy/file", schemaPath: "#/properties/resourcePolicy/properties/file/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err477] : vErrors.push(err477), errors++;
          }
        }
        if (data133.content !== void 0) {
          let data135 = data133.content;
          if (data135 && typeof data135 == "object" && !Array.isArray(data135)) {
            if (Object.keys(data135).length < 1) {
              let err478 = { instancePath: instancePath + "/resourcePolicy/content", schemaPath: "#/properties/resourcePolicy/properties/content/minProperties", keyword: "minProperties", params: { limit: 1 } };
              vErrors === null ? vErrors = [err478] : vErrors.push(err478), errors++;
            }
          } else {
            let err479 = { instancePath: instancePath + "/resourcePolicy/content", schemaPath: "#/properties/resourcePolicy/properties/content/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err479] : vErrors.push(err479), errors++;
          }
        }
        if (data133.tags !== void 0) {
          let data136 = data133.tags;
          if (data136 && typeof data136 == "object" && !Array.isArray(data136)) {
            if (Object.keys(data136).length > 50) {
              let err480 = { instancePath: instancePath + "/resourcePolicy/tags", schemaPath: "#/properties/resourcePolicy/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
              vErrors === null ? vErrors = [err480] : vErrors.push(err480), errors++;
            }
            for (let key44 in data136) {
              let _errs358 = errors;
              if (typeof key44 == "string") {
                if (func3(key44) > 128) {
                  let err481 = { instancePath: instancePath + "/resourcePolicy/tags", schemaPath: "#/properties/resourcePolicy/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key44 };
                  vErrors === null ? vErrors = [err481] : vErrors.push(err481), errors++;
                }
                if (!pattern8.test(key44)) {
                  let err482 = { instancePath: instancePath + "/resourcePolicy/tags", schemaPath: "#/properties/resourcePolicy/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key44 };
                  vErrors === null ? vErrors = [err482] : vErrors.push(err482), errors++;
                }
              } else {
                let err483 = { instancePath: instancePath + "/resourcePolicy/tags", schemaPath: "#/properties/resourcePolicy/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key44 };
                vErrors === null ? vErrors = [err483] : vErrors.push(err483), errors++;
              }
              var valid86 = _errs358 === errors;
              if (!valid86) {
                let err484 = { instancePath: instancePath + "/resourcePolicy/tags", schemaPath: "#/properties/resourcePolicy/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key44 } };
                vErrors === null ? vErrors = [err484] : vErrors.push(err484), errors++;
              }
            }
            for (let key45 in data136) {
              let data137 = data136[key45];
              if (typeof data137 == "string") {
                if (func3(data137) > 256) {
                  let err485 = { instancePath: instancePath + "/resourcePolicy/tags/" + key45.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/resourcePolicy/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                  vErrors === null ? vErrors = [err485] : vErrors.push(err485), errors++;
                }
                if (!pattern9.test(data137)) {
                  let err486 = { instancePath: instancePath + "/resourcePolicy/tags/" + key45.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/resourcePolicy/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                  vErrors === null ? vErrors = [err486] : vErrors.push(err486), errors++;
                }
              } else {
                let err487 = { instancePath: instancePath + "/resourcePolicy/tags/" + key45.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/resourcePolicy/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err487] : vErrors.push(err487), errors++;
              }
            }
          } else {
            let err488 = { instancePath: instancePath + "/resourcePolicy/tags", schemaPath: "#/properties/resourcePolicy/properties/tags/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err488] : vErrors.push(err488), errors++;
          }
        }
      } else {
        let err489 = { instancePath: instancePath + "/resourcePolicy", schemaPath: "#/properties/resourcePolicy/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err489] : vErrors.push(err489), errors++;
      }
    }
    if (data.rootAccess !== void 0) {
      let data138 = data.rootAccess;
      if (data138 && typeof data138 == "object" && !Array.isArray(data138)) {
        for (let key46 in data138)
          if (!(key46 === "credentialsManagement" || key46 === "sessions")) {
            let err490 = { instancePath: instancePath + "/rootAccess", schemaPath: "#/properties/rootAccess/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key46 } };
            vErrors === null ? vErrors = [err490] : vErrors.push(err490), errors++;
          }
        if (data138.credentialsManagement !== void 0 && typeof data138.credentialsManagement != "boolean") {
          let err491 = { instancePath: instancePath + "/rootAccess/credentialsManagement", schemaPath: "#/properties/rootAccess/properties/credentialsManagement/type", keyword: "type", params: { type: "boolean" } };
          vErrors === null ? vErrors = [err491] : vErrors.push(err491), errors++;
        }
        if (data138.sessions !== void 0 && typeof data138.sessions != "boolean") {
          let err492 = { instancePath: instancePath + "/rootAccess/sessions", schemaPath: "#/properties/rootAccess/properties/sessions/type", keyword: "type", params: { type: "boolean" } };
          vErrors === null ? vErrors = [err492] : vErrors.push(err492), errors++;
        }
      } else {
        let err493 = { instancePath: instancePath + "/rootAccess", schemaPath: "#/properties/rootAccess/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err493] : vErrors.push(err493), errors++;
      }
    }
    if (data.include !== void 0) {
      let data141 = data.include;
      if (Array.isArray(data141)) {
        if (data141.length > 1e3) {
          let err494 = { instancePath: instancePath + "/include", schemaPath: "#/properties/include/maxItems", keyword: "maxItems", params: { limit: 1e3 } };
          vErrors === null ? vErrors = [err494] : vErrors.push(err494), errors++;
        }
        if (data141.length < 1) {
          let err495 = { instancePath: instancePath + "/include", schemaPath: "#/properties/include/minItems", keyword: "minItems", params: { limit: 1 } };
          vErrors === null ? vErrors = [err495] : vErrors.push(err495), errors++;
        }
        let len18 = data141.length;
        for (let i18 = 0; i18 < len18; i18++) {
          let data142 = data141[i18], _errs373 = errors, valid91 = !1, _errs374 = errors;
          if (typeof data142 == "string") {
            if (func3(data142) > 512) {
              let err496 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 512 } };
              vErrors === null ? vErrors = [err496] : vErrors.push(err496), errors++;
            }
            if (func3(data142) < 1) {
              let err497 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
              vErrors === null ? vErrors = [err497] : vErrors.push(err497), errors++;
            }
            if (!pattern72.test(data142)) {
              let err498 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/0/pattern", keyword: "pattern", params: { pattern: "^(?![A-Za-z]:)(?!.*[*][*])(?!(?:.*/)?[.][.](?:/|$))[^/\\\\]+(?:/[^/\\\\]+)*$" } };
              vErrors === null ? vErrors = [err498] : vErrors.push(err498), errors++;
            }
          } else {
            let err499 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/0/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err499] : vErrors.push(err499), errors++;
          }
          var _valid6 = _errs374 === errors;
          if (valid91 = valid91 || _valid6, !valid91) {
            let _errs376 = errors;
            if (data142 && typeof data142 == "object" && !Array.isArray(data142)) {
              if (data142.files === void 0) {
                let err500 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/1/required", keyword: "required", params: { missingProperty: "files" } };
                vErrors === null ? vErrors = [err500] : vErrors.push(err500), errors++;
              }
              if (data142.sections === void 0) {
                let err501 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/1/required", keyword: "required", params: { missingProperty: "sections" } };
                vErrors === null ? vErrors = [err501] : vErrors.push(err501), errors++;
              }
              for (let key47 in data142)
                if (!(key47 === "files" || key47 === "sections")) {
                  let err502 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key47 } };
                  vErrors === null ? vErrors = [err502] : vErrors.push(err502), errors++;
                }
              if (data142.files !== void 0) {
                let data143 = data142.files;
                if (typeof data143 == "string") {
                  if (func3(data143) > 512) {
                    let err503 = { instancePath: instancePath + "/include/" + i18 + "/files", schemaPath: "#/properties/include/items/anyOf/1/properties/files/maxLength", keyword: "maxLength", params: { limit: 512 } };
                    vErrors === null ? vErrors = [err503] : vErrors.push(err503), errors++;
                  }
                  if (func3(data143) < 1) {
                    let err504 = { instancePath: instancePath + "/include/" + i18 + "/files", schemaPath: "#/properties/include/items/anyOf/1/properties/files/minLength", keyword: "minLength", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err504] : vErrors.push(err504), errors++;
                  }
                  if (!pattern72.test(data143)) {
                    let err505 = { instancePath: instancePath + "/include/" + i18 + "/files", schemaPath: "#/properties/include/items/anyOf/1/properties/files/pattern", keyword: "pattern", params: { pattern: "^(?![A-Za-z]:)(?!.*[*][*])(?!(?:.*/)?[.][.](?:/|$))[^/\\\\]+(?:/[^/\\\\]+)*$" } };
                    vErrors === null ? vErrors = [err505] : vErrors.push(err505), errors++;
                  }
                } else {
                  let err506 = { instancePath: instancePath + "/include/" + i18 + "/files", schemaPath: "#/properties/include/items/anyOf/1/properties/files/type", keyword: "type", params: { type: "string" } };
                  vErrors === null ? vErrors = [err506] : vErrors.push(err506), errors++;
                }
              }
              if (data142.sections !== void 0) {
                let data144 = data142.sections;
                if (Array.isArray(data144)) {
                  if (data144.length > 50) {
                    let err507 = { instancePath: instancePath + "/include/" + i18 + "/sections", schemaPath: "#/properties/include/items/anyOf/1/properties/sections/maxItems", keyword: "maxItems", params: { limit: 50 } };
                    vErrors === null ? vErrors = [err507] : vErrors.push(err507), errors++;
                  }
                  if (data144.length < 1) {
                    let err508 = { instancePath: instancePath + "/include/" + i18 + "/sections", schemaPath: "#/properties/include/items/anyOf/1/properties/sections/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err508] : vErrors.push(err508), errors++;
                  }
                  let len19 = data144.length;
                  for (let i19 = 0; i19 < len19; i19++) {
                    let data145 = data144[i19];
                    if (typeof data145 == "string") {
                      if (func3(data145) > 64) {
                        let err509 = { instancePath: instancePath + "/include/" + i18 + "/sections/" + i19, schemaPath: "#/properties/include/items/anyOf/1/properties/sections/items/maxLength", keyword: "maxLength", params: { limit: 64 } };
                        vErrors === null ? vErrors = [err509] : vErrors.push(err509), errors++;
                      }
                      if (func3(data145) < 1) {
                        let err510 = { instancePath: instancePath + "/include/" + i18 + "/sections/" + i19, schemaPath: "#/properties/include/items/anyOf/1/properties/sections/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err510] : vErrors.push(err510), errors++;
                      }
                    } else {
                      let err511 = { instancePath: instancePath + "/include/" + i18 + "/sections/" + i19, schemaPath: "#/properties/include/items/anyOf/1/properties/sections/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err511] : vErrors.push(err511), errors++;
                    }
                  }
                } else {
                  let err512 = { instancePath: instancePath + "/include/" + i18 + "/sections", schemaPath: "#/properties/include/items/anyOf/1/properties/sections/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err512] : vErrors.push(err512), errors++;
                }
              }
            } else {
              let err513 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf/1/type", keyword: "type", params: { type: "object" } };
              vErrors === null ? vErrors = [err513] : vErrors.push(err513), errors++;
            }
            var _valid6 = _errs376 === errors;
            valid91 = valid91 || _valid6;
          }
          if (valid91)
            errors = _errs373, vErrors !== null && (_errs373 ? vErrors.length = _errs373 : vErrors = null);
          else {
            let err514 = { instancePath: instancePath + "/include/" + i18, schemaPath: "#/properties/include/items/anyOf", keyword: "anyOf", params: {} };
            vErrors === null ? vErrors = [err514] : vErrors.push(err514), errors++;
          }
        }
      } else {
        let err515 = { instancePath: instancePath + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err515] : vErrors.push(err515), errors++;
      }
    }
    if (data.defaults !== void 0) {
      let data146 = data.defaults;
      if (data146 && typeof data146 == "object" && !Array.isArray(data146)) {
        for (let key48 in data146)
          if (key48 !== "contacts") {
            let err516 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key48 } };
            vErrors === null ? vErrors = [err516] : vErrors.push(err516), errors++;
          }
        if (data146.contacts !== void 0) {
          let data147 = data146.contacts;
          if (data147 && typeof data147 == "object" && !Array.isArray(data147)) {
            for (let key49 in data147)
              if (!(key49 === "billing" || key49 === "operations" || key49 === "security")) {
                let err517 = { instancePath: instancePath + "/defaults/contacts", schemaPath: "#/properties/defaults/properties/contacts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key49 } };
                vErrors === null ? vErrors = [err517] : vErrors.push(err517), errors++;
              }
            if (data147.billing !== void 0) {
              let data148 = data147.billing;
              if (data148 && typeof data148 == "object" && !Array.isArray(data148)) {
                if (data148.name === void 0) {
                  let err518 = { instancePath: instancePath + "/defaults/contacts/billing", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "name" } };
                  vErrors === null ? vErrors = [err518] : vErrors.push(err518), errors++;
                }
                if (data148.title === void 0) {
                  let err519 = { instancePath: instancePath + "/defaults/contacts/billing", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "title" } };
                  vErrors === null ? vErrors = [err519] : vErrors.push(err519), errors++;
                }
                if (data148.email === void 0) {
                  let err520 = { instancePath: instancePath + "/defaults/contacts/billing", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "email" } };
                  vErrors === null ? vErrors = [err520] : vErrors.push(err520), errors++;
                }
                if (data148.phone === void 0) {
                  let err521 = { instancePath: instancePath + "/defaults/contacts/billing", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/required", keyword: "required", params: { missingProperty: "phone" } };
                  vErrors === null ? vErrors = [err521] : vErrors.push(err521), errors++;
                }
                for (let key50 in data148)
                  if (!(key50 === "name" || key50 === "title" || key50 === "email" || key50 === "phone")) {
                    let err522 = { instancePath: instancePath + "/defaults/contacts/billing", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key50 } };
                    vErrors === null ? vErrors = [err522] : vErrors.push(err522), errors++;
                  }
                if (data148.name !== void 0) {
                  let data149 = data148.name;
                  if (typeof data149 == "string") {
                    if (func3(data149) > 64) {
                      let err523 = { instancePath: instancePath + "/defaults/contacts/billing/name", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 } };
                      vErrors === null ? vErrors = [err523] : vErrors.push(err523), errors++;
                    }
                    if (func3(data149) < 1) {
                      let err524 = { instancePath: instancePath + "/defaults/contacts/billing/name", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err524] : vErrors.push(err524), errors++;
                    }
                    if (!pattern10.test(data149)) {
                      let err525 = { instancePath: instancePath + "/defaults/contacts/billing/name", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      vErrors === null ? vErrors = [err525] : vErrors.push(err525), errors++;
                    }
                  } else {
                    let err526 = { instancePath: instancePath + "/defaults/contacts/billing/name", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/name/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err526] : vErrors.push(err526), errors++;
                  }
                }
                if (data148.title !== void 0) {
                  let data150 = data148.title;
                  if (typeof data150 == "string") {
                    if (func3(data150) > 50) {
                      let err527 = { instancePath: instancePath + "/defaults/contacts/billing/title", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/title/maxLength", keyword: "maxLength", params: { limit: 50 } };
                      vErrors === null ? vErrors = [err527] : vErrors.push(err527), errors++;
                    }
                    if (func3(data150) < 1) {
                      let err528 = { instancePath: instancePath + "/defaults/contacts/billing/title", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err528] : vErrors.push(err528), errors++;
                    }
                    if (!pattern10.test(data150)) {
                      let err529 = { instancePath: instancePath + "/defaults/contacts/billing/title", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/title/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      vErrors === null ? vErrors = [err529] : vErrors.push(err529), errors++;
                    }
                  } else {
                    let err530 = { instancePath: instancePath + "/defaults/contacts/billing/title", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/title/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err530] : vErrors.push(err530), errors++;
                  }
                }
                if (data148.email !== void 0) {
                  let data151 = data148.email;
                  if (typeof data151 == "string") {
                    if (func3(data151) > 254) {
                      let err531 = { instancePath: instancePath + "/defaults/contacts/billing/email", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/email/maxLength", keyword: "maxLength", params: { limit: 254 } };
                      vErrors === null ? vErrors = [err531] : vErrors.push(err531), errors++;
                    }
                    if (func3(data151) < 1) {
                      let err532 = { instancePath: instancePath + "/defaults/contacts/billing/email", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/email/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err532] : vErrors.push(err532), errors++;
                    }
                    if (!pattern12.test(data151)) {
                      let err533 = { instancePath: instancePath + "/defaults/contacts/billing/email", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" } };
                      vErrors === null ? vErrors = [err533] : vErrors.push(err533), errors++;
                    }
                  } else {
                    let err534 = { instancePath: instancePath + "/defaults/contacts/billing/email", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/email/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err534] : vErrors.push(err534), errors++;
                  }
                }
                if (data148.phone !== void 0) {
                  let data152 = data148.phone;
                  if (typeof data152 == "string") {
                    if (func3(data152) > 25) {
                      let err535 = { instancePath: instancePath + "/defaults/contacts/billing/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/phone/maxLength", keyword: "maxLength", params: { limit: 25 } };
                      vErrors === null ? vErrors = [err535] : vErrors.push(err535), errors++;
                    }
                    if (func3(data152) < 1) {
                      let err536 = { instancePath: instancePath + "/defaults/contacts/billing/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err536] : vErrors.push(err536), errors++;
                    }
                    if (!pattern13.test(data152)) {
                      let err537 = { instancePath: instancePath + "/defaults/contacts/billing/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } };
                      vErrors === null ? vErrors = [err537] : vErrors.push(err537), errors++;
                    }
                  } else {
                    let err538 = { instancePath: instancePath + "/defaults/contacts/billing/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/properties/phone/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err538] : vErrors.push(err538), errors++;
                  }
                }
              } else {
                let err539 = { instancePath: instancePath + "/defaults/contacts/billing", schemaPath: "#/properties/defaults/properties/contacts/properties/billing/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err539] : vErrors.push(err539), errors++;
              }
            }
            if (data147.operations !== void 0) {
              let data153 = data147.operations;
              if (data153 && typeof data153 == "object" && !Array.isArray(data153)) {
                if (data153.name === void 0) {
                  let err540 = { instancePath: instancePath + "/defaults/contacts/operations", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "name" } };
                  vErrors === null ? vErrors = [err540] : vErrors.push(err540), errors++;
                }
                if (data153.title === void 0) {
                  let err541 = { instancePath: instancePath + "/defaults/contacts/operations", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "title" } };
                  vErrors === null ? vErrors = [err541] : vErrors.push(err541), errors++;
                }
                if (data153.email === void 0) {
                  let err542 = { instancePath: instancePath + "/defaults/contacts/operations", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "email" } };
                  vErrors === null ? vErrors = [err542] : vErrors.push(err542), errors++;
                }
                if (data153.phone === void 0) {
                  let err543 = { instancePath: instancePath + "/defaults/contacts/operations", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/required", keyword: "required", params: { missingProperty: "phone" } };
                  vErrors === null ? vErrors = [err543] : vErrors.push(err543), errors++;
                }
                for (let key51 in data153)
                  if (!(key51 === "name" || key51 === "title" || key51 === "email" || key51 === "phone")) {
                    let err544 = { instancePath: instancePath + "/defaults/contacts/operations", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key51 } };
                    vErrors === null ? vErrors = [err544] : vErrors.push(err544), errors++;
                  }
                if (data153.name !== void 0) {
                  let data154 = data153.name;
                  if (typeof data154 == "string") {
                    if (func3(data154) > 64) {
                      let err545 = { instancePath: instancePath + "/defaults/contacts/operations/name", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 } };
                      vErrors === null ? vErrors = [err545] : vErrors.push(err545), errors++;
                    }
                    if (func3(data154) < 1) {
                      let err546 = { instancePath: instancePath + "/defaults/contacts/operations/name", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err546] : vErrors.push(err546), errors++;
                    }
                    if (!pattern10.test(data154)) {
                      let err547 = { instancePath: instancePath + "/defaults/contacts/operations/name", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      vErrors === null ? vErrors = [err547] : vErrors.push(err547), errors++;
                    }
                  } else {
                    let err548 = { instancePath: instancePath + "/defaults/contacts/operations/name", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/name/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err548] : vErrors.push(err548), errors++;
                  }
                }
                if (data153.title !== void 0) {
                  let data155 = data153.title;
                  if (typeof data155 == "string") {
                    if (func3(data155) > 50) {
                      let err549 = { instancePath: instancePath + "/defaults/contacts/operations/title", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/title/maxLength", keyword: "maxLength", params: { limit: 50 } };
                      vErrors === null ? vErrors = [err549] : vErrors.push(err549), errors++;
                    }
                    if (func3(data155) < 1) {
                      let err550 = { instancePath: instancePath + "/defaults/contacts/operations/title", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err550] : vErrors.push(err550), errors++;
                    }
                    if (!pattern10.test(data155)) {
                      let err551 = { instancePath: instancePath + "/defaults/contacts/operations/title", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/title/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      vErrors === null ? vErrors = [err551] : vErrors.push(err551), errors++;
                    }
                  } else {
                    let err552 = { instancePath: instancePath + "/defaults/contacts/operations/title", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/title/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err552] : vErrors.push(err552), errors++;
                  }
                }
                if (data153.email !== void 0) {
                  let data156 = data153.email;
                  if (typeof data156 == "string") {
                    if (func3(data156) > 254) {
                      let err553 = { instancePath: instancePath + "/defaults/contacts/operations/email", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/email/maxLength", keyword: "maxLength", params: { limit: 254 } };
                      vErrors === null ? vErrors = [err553] : vErrors.push(err553), errors++;
                    }
                    if (func3(data156) < 1) {
                      let err554 = { instancePath: instancePath + "/defaults/contacts/operations/email", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/email/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err554] : vErrors.push(err554), errors++;
                    }
                    if (!pattern12.test(data156)) {
                      let err555 = { instancePath: instancePath + "/defaults/contacts/operations/email", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" } };
                      vErrors === null ? vErrors = [err555] : vErrors.push(err555), errors++;
                    }
                  } else {
                    let err556 = { instancePath: instancePath + "/defaults/contacts/operations/email", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/email/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err556] : vErrors.push(err556), errors++;
                  }
                }
                if (data153.phone !== void 0) {
                  let data157 = data153.phone;
                  if (typeof data157 == "string") {
                    if (func3(data157) > 25) {
                      let err557 = { instancePath: instancePath + "/defaults/contacts/operations/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/phone/maxLength", keyword: "maxLength", params: { limit: 25 } };
                      vErrors === null ? vErrors = [err557] : vErrors.push(err557), errors++;
                    }
                    if (func3(data157) < 1) {
                      let err558 = { instancePath: instancePath + "/defaults/contacts/operations/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err558] : vErrors.push(err558), errors++;
                    }
                    if (!pattern13.test(data157)) {
                      let err559 = { instancePath: instancePath + "/defaults/contacts/operations/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } };
                      vErrors === null ? vErrors = [err559] : vErrors.push(err559), errors++;
                    }
                  } else {
                    let err560 = { instancePath: instancePath + "/defaults/contacts/operations/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/properties/phone/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err560] : vErrors.push(err560), errors++;
                  }
                }
              } else {
                let err561 = { instancePath: instancePath + "/defaults/contacts/operations", schemaPath: "#/properties/defaults/properties/contacts/properties/operations/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err561] : vErrors.push(err561), errors++;
              }
            }
            if (data147.security !== void 0) {
              let data158 = data147.security;
              if (data158 && typeof data158 == "object" && !Array.isArray(data158)) {
                if (data158.name === void 0) {
                  let err562 = { instancePath: instancePath + "/defaults/contacts/security", schemaPath: "#/properties/defaults/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "name" } };
                  vErrors === null ? vErrors = [err562] : vErrors.push(err562), errors++;
                }
                if (data158.title === void 0) {
                  let err563 = { instancePath: instancePath + "/defaults/contacts/security", schemaPath: "#/properties/defaults/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "title" } };
                  vErrors === null ? vErrors = [err563] : vErrors.push(err563), errors++;
                }
                if (data158.email === void 0) {
                  let err564 = { instancePath: instancePath + "/defaults/contacts/security", schemaPath: "#/properties/defaults/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "email" } };
                  vErrors === null ? vErrors = [err564] : vErrors.push(err564), errors++;
                }
                if (data158.phone === void 0) {
                  let err565 = { instancePath: instancePath + "/defaults/contacts/security", schemaPath: "#/properties/defaults/properties/contacts/properties/security/required", keyword: "required", params: { missingProperty: "phone" } };
                  vErrors === null ? vErrors = [err565] : vErrors.push(err565), errors++;
                }
                for (let key52 in data158)
                  if (!(key52 === "name" || key52 === "title" || key52 === "email" || key52 === "phone")) {
                    let err566 = { instancePath: instancePath + "/defaults/contacts/security", schemaPath: "#/properties/defaults/properties/contacts/properties/security/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key52 } };
                    vErrors === null ? vErrors = [err566] : vErrors.push(err566), errors++;
                  }
                if (data158.name !== void 0) {
                  let data159 = data158.name;
                  if (typeof data159 == "string") {
                    if (func3(data159) > 64) {
                      let err567 = { instancePath: instancePath + "/defaults/contacts/security/name", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 } };
                      vErrors === null ? vErrors = [err567] : vErrors.push(err567), errors++;
                    }
                    if (func3(data159) < 1) {
                      let err568 = { instancePath: instancePath + "/defaults/contacts/security/name", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err568] : vErrors.push(err568), errors++;
                    }
                    if (!pattern10.test(data159)) {
                      let err569 = { instancePath: instancePath + "/defaults/contacts/security/name", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      vErrors === null ? vErrors = [err569] : vErrors.push(err569), errors++;
                    }
                  } else {
                    let err570 = { instancePath: instancePath + "/defaults/contacts/security/name", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/name/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err570] : vErrors.push(err570), errors++;
                  }
                }
                if (data158.title !== void 0) {
                  let data160 = data158.title;
                  if (typeof data160 == "string") {
                    if (func3(data160) > 50) {
                      let err571 = { instancePath: instancePath + "/defaults/contacts/security/title", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/title/maxLength", keyword: "maxLength", params: { limit: 50 } };
                      vErrors === null ? vErrors = [err571] : vErrors.push(err571), errors++;
                    }
                    if (func3(data160) < 1) {
                      let err572 = { instancePath: instancePath + "/defaults/contacts/security/title", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err572] : vErrors.push(err572), errors++;
                    }
                    if (!pattern10.test(data160)) {
                      let err573 = { instancePath: instancePath + "/defaults/contacts/security/title", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/title/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" } };
                      vErrors === null ? vErrors = [err573] : vErrors.push(err573), errors++;
                    }
                  } else {
                    let err574 = { instancePath: instancePath + "/defaults/contacts/security/title", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/title/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err574] : vErrors.push(err574), errors++;
                  }
                }
                if (data158.email !== void 0) {
                  let data161 = data158.email;
                  if (typeof data161 == "string") {
                    if (func3(data161) > 254) {
                      let err575 = { instancePath: instancePath + "/defaults/contacts/security/email", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/email/maxLength", keyword: "maxLength", params: { limit: 254 } };
                      vErrors === null ? vErrors = [err575] : vErrors.push(err575), errors++;
                    }
                    if (func3(data161) < 1) {
                      let err576 = { instancePath: instancePath + "/defaults/contacts/security/email", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/email/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err576] : vErrors.push(err576), errors++;
                    }
                    if (!pattern12.test(data161)) {
                      let err577 = { instancePath: instancePath + "/defaults/contacts/security/email", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$" } };
                      vErrors === null ? vErrors = [err577] : vErrors.push(err577), errors++;
                    }
                  } else {
                    let err578 = { instancePath: instancePath + "/defaults/contacts/security/email", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/email/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err578] : vErrors.push(err578), errors++;
                  }
                }
                if (data158.phone !== void 0) {
                  let data162 = data158.phone;
                  if (typeof data162 == "string") {
                    if (func3(data162) > 25) {
                      let err579 = { instancePath: instancePath + "/defaults/contacts/security/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/phone/maxLength", keyword: "maxLength", params: { limit: 25 } };
                      vErrors === null ? vErrors = [err579] : vErrors.push(err579), errors++;
                    }
                    if (func3(data162) < 1) {
                      let err580 = { instancePath: instancePath + "/defaults/contacts/security/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err580] : vErrors.push(err580), errors++;
                    }
                    if (!pattern13.test(data162)) {
                      let err581 = { instancePath: instancePath + "/defaults/contacts/security/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$" } };
                      vErrors === null ? vErrors = [err581] : vErrors.push(err581), errors++;
                    }
                  } else {
                    let err582 = { instancePath: instancePath + "/defaults/contacts/security/phone", schemaPath: "#/properties/defaults/properties/contacts/properties/security/properties/phone/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err582] : vErrors.push(err582), errors++;
                  }
                }
              } else {
                let err583 = { instancePath: instancePath + "/defaults/contacts/security", schemaPath: "#/properties/defaults/properties/contacts/properties/security/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err583] : vErrors.push(err583), errors++;
              }
            }
          } else {
            let err584 = { instancePath: instancePath + "/defaults/contacts", schemaPath: "#/properties/defaults/properties/contacts/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err584] : vErrors.push(err584), errors++;
          }
        }
      } else {
        let err585 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err585] : vErrors.push(err585), errors++;
      }
    }
    if (data.ignore !== void 0) {
      let data163 = data.ignore;
      if (data163 && typeof data163 == "object" && !Array.isArray(data163)) {
        for (let key53 in data163)
          if (!(key53 === "accounts" || key53 === "organizationalUnits" || key53 === "policies" || key53 === "users" || key53 === "groups" || key53 === "permissionSets")) {
            let err586 = { instancePath: instancePath + "/ignore", schemaPath: "#/properties/ignore/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key53 } };
            vErrors === null ? vErrors = [err586] : vErrors.push(err586), errors++;
          }
        if (data163.accounts !== void 0) {
          let data164 = data163.accounts;
          if (Array.isArray(data164)) {
            if (data164.length > 5e3) {
              let err587 = { instancePath: instancePath + "/ignore/accounts", schemaPath: "#/properties/ignore/properties/accounts/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
              vErrors === null ? vErrors = [err587] : vErrors.push(err587), errors++;
            }
            if (data164.length < 1) {
              let err588 = { instancePath: instancePath + "/ignore/accounts", schemaPath: "#/properties/ignore/properties/accounts/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err588] : vErrors.push(err588), errors++;
            }
            let len20 = data164.length;
            for (let i20 = 0; i20 < len20; i20++) {
              let data165 = data164[i20];
              if (typeof data165 == "string") {
                if (func3(data165) > 1024) {
                  let err589 = { instancePath: instancePath + "/ignore/accounts/" + i20, schemaPath: "#/properties/ignore/properties/accounts/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err589] : vErrors.push(err589), errors++;
                }
                if (func3(data165) < 1) {
                  let err590 = { instancePath: instancePath + "/ignore/accounts/" + i20, schemaPath: "#/properties/ignore/properties/accounts/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err590] : vErrors.push(err590), errors++;
                }
              } else {
                let err591 = { instancePath: instancePath + "/ignore/accounts/" + i20, schemaPath: "#/properties/ignore/properties/accounts/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err591] : vErrors.push(err591), errors++;
              }
            }
          } else {
            let err592 = { instancePath: instancePath + "/ignore/accounts", schemaPath: "#/properties/ignore/properties/accounts/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err592] : vErrors.push(err592), errors++;
          }
        }
        if (data163.organizationalUnits !== void 0) {
          let data166 = data163.organizationalUnits;
          if (Array.isArray(data166)) {
            if (data166.length > 5e3) {
              let err593 = { instancePath: instancePath + "/ignore/organizationalUnits", schemaPath: "#/properties/ignore/properties/organizationalUnits/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
              vErrors === null ? vErrors = [err593] : vErrors.push(err593), errors++;
            }
            if (data166.length < 1) {
              let err594 = { instancePath: instancePath + "/ignore/organizationalUnits", schemaPath: "#/properties/ignore/properties/organizationalUnits/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err594] : vErrors.push(err594), errors++;
            }
            let len21 = data166.length;
            for (let i21 = 0; i21 < len21; i21++) {
              let data167 = data166[i21];
              if (typeof data167 == "string") {
                if (func3(data167) > 1024) {
                  let err595 = { instancePath: instancePath + "/ignore/organizationalUnits/" + i21, schemaPath: "#/properties/ignore/properties/organizationalUnits/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err595] : vErrors.push(err595), errors++;
                }
                if (func3(data167) < 1) {
                  let err596 = { instancePath: instancePath + "/ignore/organizationalUnits/" + i21, schemaPath: "#/properties/ignore/properties/organizationalUnits/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err596] : vErrors.push(err596), errors++;
                }
              } else {
                let err597 = { instancePath: instancePath + "/ignore/organizationalUnits/" + i21, schemaPath: "#/properties/ignore/properties/organizationalUnits/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err597] : vErrors.push(err597), errors++;
              }
            }
          } else {
            let err598 = { instancePath: instancePath + "/ignore/organizationalUnits", schemaPath: "#/properties/ignore/properties/organizationalUnits/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err598] : vErrors.push(err598), errors++;
          }
        }
        if (data163.policies !== void 0) {
          let data168 = data163.policies;
          if (Array.isArray(data168)) {
            if (data168.length > 5e3) {
              let err599 = { instancePath: instancePath + "/ignore/policies", schemaPath: "#/properties/ignore/properties/policies/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
              vErrors === null ? vErrors = [err599] : vErrors.push(err599), errors++;
            }
            if (data168.length < 1) {
              let err600 = { instancePath: instancePath + "/ignore/policies", schemaPath: "#/properties/ignore/properties/policies/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err600] : vErrors.push(err600), errors++;
            }
            let len22 = data168.length;
            for (let i22 = 0; i22 < len22; i22++) {
              let data169 = data168[i22];
              if (typeof data169 == "string") {
                if (func3(data169) > 1024) {
                  let err601 = { instancePath: instancePath + "/ignore/policies/" + i22, schemaPath: "#/properties/ignore/properties/policies/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err601] : vErrors.push(err601), errors++;
                }
                if (func3(data169) < 1) {
                  let err602 = { instancePath: instancePath + "/ignore/policies/" + i22, schemaPath: "#/properties/ignore/properties/policies/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err602] : vErrors.push(err602), errors++;
                }
              } else {
                let err603 = { instancePath: instancePath + "/ignore/policies/" + i22, schemaPath: "#/properties/ignore/properties/policies/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err603] : vErrors.push(err603), errors++;
              }
            }
          } else {
            let err604 = { instancePath: instancePath + "/ignore/policies", schemaPath: "#/properties/ignore/properties/policies/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err604] : vErrors.push(err604), errors++;
          }
        }
        if (data163.users !== void 0) {
          let data170 = data163.users;
          if (Array.isArray(data170)) {
            if (data170.length > 5e3) {
              let err605 = { instancePath: instancePath + "/ignore/users", schemaPath: "#/properties/ignore/properties/users/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
              vErrors === null ? vErrors = [err605] : vErrors.push(err605), errors++;
            }
            if (data170.length < 1) {
              let err606 = { instancePath: instancePath + "/ignore/users", schemaPath: "#/properties/ignore/properties/users/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err606] : vErrors.push(err606), errors++;
            }
            let len23 = data170.length;
            for (let i23 = 0; i23 < len23; i23++) {
              let data171 = data170[i23];
              if (typeof data171 == "string") {
                if (func3(data171) > 1024) {
                  let err607 = { instancePath: instancePath + "/ignore/users/" + i23, schemaPath: "#/properties/ignore/properties/users/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err607] : vErrors.push(err607), errors++;
                }
                if (func3(data171) < 1) {
                  let err608 = { instancePath: instancePath + "/ignore/users/" + i23, schemaPath: "#/properties/ignore/properties/users/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err608] : vErrors.push(err608), errors++;
                }
              } else {
                let err609 = { instancePath: instancePath + "/ignore/users/" + i23, schemaPath: "#/properties/ignore/properties/users/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err609] : vErrors.push(err609), errors++;
              }
            }
          } else {
            let err610 = { instancePath: instancePath + "/ignore/users", schemaPath: "#/properties/ignore/properties/users/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err610] : vErrors.push(err610), errors++;
          }
        }
        if (data163.groups !== void 0) {
          let data172 = data163.groups;
          if (Array.isArray(data172)) {
            if (data172.length > 5e3) {
              let err611 = { instancePath: instancePath + "/ignore/groups", schemaPath: "#/properties/ignore/properties/groups/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
              vErrors === null ? vErrors = [err611] : vErrors.push(err611), errors++;
            }
            if (data172.length < 1) {
              let err612 = { instancePath: instancePath + "/ignore/groups", schemaPath: "#/properties/ignore/properties/groups/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err612] : vErrors.push(err612), errors++;
            }
            let len24 = data172.length;
            for (let i24 = 0; i24 < len24; i24++) {
              let data173 = data172[i24];
              if (typeof data173 == "string") {
                if (func3(data173) > 1024) {
                  let err613 = { instancePath: instancePath + "/ignore/groups/" + i24, schemaPath: "#/properties/ignore/properties/groups/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err613] : vErrors.push(err613), errors++;
                }
                if (func3(data173) < 1) {
                  let err614 = { instancePath: instancePath + "/ignore/groups/" + i24, schemaPath: "#/properties/ignore/properties/groups/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err614] : vErrors.push(err614), errors++;
                }
              } else {
                let err615 = { instancePath: instancePath + "/ignore/groups/" + i24, schemaPath: "#/properties/ignore/properties/groups/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err615] : vErrors.push(err615), errors++;
              }
            }
          } else {
            let err616 = { instancePath: instancePath + "/ignore/groups", schemaPath: "#/properties/ignore/properties/groups/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err616] : vErrors.push(err616), errors++;
          }
        }
        if (data163.permissionSets !== void 0) {
          let data174 = data163.permissionSets;
          if (Array.isArray(data174)) {
            if (data174.length > 5e3) {
              let err617 = { instancePath: instancePath + "/ignore/permissionSets", schemaPath: "#/properties/ignore/properties/permissionSets/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
              vErrors === null ? vErrors = [err617] : vErrors.push(err617), errors++;
            }
            if (data174.length < 1) {
              let err618 = { instancePath: instancePath + "/ignore/permissionSets", schemaPath: "#/properties/ignore/properties/permissionSets/minItems", keyword: "minItems", params: { limit: 1 } };
              vErrors === null ? vErrors = [err618] : vErrors.push(err618), errors++;
            }
            let len25 = data174.length;
            for (let i25 = 0; i25 < len25; i25++) {
              let data175 = data174[i25];
              if (typeof data175 == "string") {
                if (func3(data175) > 1024) {
                  let err619 = { instancePath: instancePath + "/ignore/permissionSets/" + i25, schemaPath: "#/properties/ignore/properties/permissionSets/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err619] : vErrors.push(err619), errors++;
                }
                if (func3(data175) < 1) {
                  let err620 = { instancePath: instancePath + "/ignore/permissionSets/" + i25, schemaPath: "#/properties/ignore/properties/permissionSets/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err620] : vErrors.push(err620), errors++;
                }
              } else {
                let err621 = { instancePath: instancePath + "/ignore/permissionSets/" + i25, schemaPath: "#/properties/ignore/properties/permissionSets/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err621] : vErrors.push(err621), errors++;
              }
            }
          } else {
            let err622 = { instancePath: instancePath + "/ignore/permissionSets", schemaPath: "#/properties/ignore/properties/permissionSets/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err622] : vErrors.push(err622), errors++;
          }
        }
      } else {
        let err623 = { instancePath: instancePath + "/ignore", schemaPath: "#/properties/ignore/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err623] : vErrors.push(err623), errors++;
      }
    }
    if (data.rails !== void 0) {
      let data176 = data.rails;
      if (data176 && typeof data176 == "object" && !Array.isArray(data176)) {
        for (let key54 in data176)
          if (!(key54 === "maxRemovals" || key54 === "maxClosures" || key54 === "maxNewAccounts" || key54 === "minAdmins" || key54 === "requiredAdmins")) {
            let err624 = { instancePath: instancePath + "/rails", schemaPath: "#/properties/rails/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key54 } };
            vErrors === null ? vErrors = [err624] : vErrors.push(err624), errors++;
          }
        if (data176.maxRemovals !== void 0) {
          let data177 = data176.maxRemovals;
          if (typeof data177 == "string") {
            if (!pattern86.test(data177)) {
              let err625 = { instancePath: instancePath + "/rails/maxRemovals", schemaPath: "#/properties/rails/properties/maxRemovals/pattern", keyword: "pattern", params: { pattern: "^(?:100|[1-9]?[0-9])%$" } };
              vErrors === null ? vErrors = [err625] : vErrors.push(err625), errors++;
            }
          } else {
            let err626 = { instancePath: instancePath + "/rails/maxRemovals", schemaPath: "#/properties/rails/properties/maxRemovals/type", keyword: "type", params: { type: "string" } };
            vErrors === null ? vErrors = [err626] : vErrors.push(err626), errors++;
          }
        }
        if (data176.maxClosures !== void 0) {
          let data178 = data176.maxClosures;
          if (!(typeof data178 == "number" && !(data178 % 1) && !isNaN(data178) && isFinite(data178))) {
            let err627 = { instancePath: instancePath + "/rails/maxClosures", schemaPath: "#/properties/rails/properties/maxClosures/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err627] : vErrors.push(err627), errors++;
          }
          if (typeof data178 == "number" && isFinite(data178)) {
            if (data178 > 1e3 || isNaN(data178)) {
              let err628 = { instancePath: instancePath + "/rails/maxClosures", schemaPath: "#/properties/rails/properties/maxClosures/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
              vErrors === null ? vErrors = [err628] : vErrors.push(err628), errors++;
            }
            if (data178 < 0 || isNaN(data178)) {
              let err629 = { instancePath: instancePath + "/rails/maxClosures", schemaPath: "#/properties/rails/properties/maxClosures/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err629] : vErrors.push(err629), errors++;
            }
          }
        }
        if (data176.maxNewAccounts !== void 0) {
          let data179 = data176.maxNewAccounts;
          if (!(typeof data179 == "number" && !(data179 % 1) && !isNaN(data179) && isFinite(data179))) {
            let err630 = { instancePath: instancePath + "/rails/maxNewAccounts", schemaPath: "#/properties/rails/properties/maxNewAccounts/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err630] : vErrors.push(err630), errors++;
          }
          if (typeof data179 == "number" && isFinite(data179)) {
            if (data179 > 1e4 || isNaN(data179)) {
              let err631 = { instancePath: instancePath + "/rails/maxNewAccounts", schemaPath: "#/properties/rails/properties/maxNewAccounts/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 } };
              vErrors === null ? vErrors = [err631] : vErrors.push(err631), errors++;
            }
            if (data179 < 0 || isNaN(data179)) {
              let err632 = { instancePath: instancePath + "/rails/maxNewAccounts", schemaPath: "#/properties/rails/properties/maxNewAccounts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
              vErrors === null ? vErrors = [err632] : vErrors.push(err632), errors++;
            }
          }
        }
        if (data176.minAdmins !== void 0) {
          let data180 = data176.minAdmins;
          if (!(typeof data180 == "number" && !(data180 % 1) && !isNaN(data180) && isFinite(data180))) {
            let err633 = { instancePath: instancePath + "/rails/minAdmins", schemaPath: "#/properties/rails/properties/minAdmins/type", keyword: "type", params: { type: "integer" } };
            vErrors === null ? vErrors = [err633] : vErrors.push(err633), errors++;
          }
          if (typeof data180 == "number" && isFinite(data180)) {
            if (data180 > 100 || isNaN(data180)) {
              let err634 = { instancePath: instancePath + "/rails/minAdmins", schemaPath: "#/properties/rails/properties/minAdmins/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
              vErrors === null ? vErrors = [err634] : vErrors.push(err634), errors++;
            }
            if (data180 < 1 || isNaN(data180)) {
              let err635 = { instancePath: instancePath + "/rails/minAdmins", schemaPath: "#/properties/rails/properties/minAdmins/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              vErrors === null ? vErrors = [err635] : vErrors.push(err635), errors++;
            }
          }
        }
        if (data176.requiredAdmins !== void 0) {
          let data181 = data176.requiredAdmins;
          if (Array.isArray(data181)) {
            if (data181.length > 100) {
              let err636 = { instancePath: instancePath + "/rails/requiredAdmins", schemaPath: "#/properties/rails/properties/requiredAdmins/maxItems", keyword: "maxItems", params: { limit: 100 } };
              vErrors === null ? vErrors = [err636] : vErrors.push(err636), errors++;
            }
            let len26 = data181.length;
            for (let i26 = 0; i26 < len26; i26++) {
              let data182 = data181[i26];
              if (typeof data182 == "string") {
                if (func3(data182) > 128) {
                  let err637 = { instancePath: instancePath + "/rails/requiredAdmins/" + i26, schemaPath: "#/properties/rails/properties/requiredAdmins/items/maxLength", keyword: "maxLength", params: { limit: 128 } };
                  vErrors === null ? vErrors = [err637] : vErrors.push(err637), errors++;
                }
                if (func3(data182) < 1) {
                  let err638 = { instancePath: instancePath + "/rails/requiredAdmins/" + i26, schemaPath: "#/properties/rails/properties/requiredAdmins/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err638] : vErrors.push(err638), errors++;
                }
              } else {
                let err639 = { instancePath: instancePath + "/rails/requiredAdmins/" + i26, schemaPath: "#/properties/rails/properties/requiredAdmins/items/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err639] : vErrors.push(err639), errors++;
              }
            }
          } else {
            let err640 = { instancePath: instancePath + "/rails/requiredAdmins", schemaPath: "#/properties/rails/properties/requiredAdmins/type", keyword: "type", params: { type: "array" } };
            vErrors === null ? vErrors = [err640] : vErrors.push(err640), errors++;
          }
        }
      } else {
        let err641 = { instancePath: instancePath + "/rails", schemaPath: "#/properties/rails/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err641] : vErrors.push(err641), errors++;
      }
    }
    if (data.acknowledge !== void 0) {
      let data183 = data.acknowledge;
      if (Array.isArray(data183)) {
        if (data183.length > 1e3) {
          let err642 = { instancePath: instancePath + "/acknowledge", schemaPath: "#/properties/acknowledge/maxItems", keyword: "maxItems", params: { limit: 1e3 } };
          vErrors === null ? vErrors = [err642] : vErrors.push(err642), errors++;
        }
        let len27 = data183.length;
        for (let i27 = 0; i27 < len27; i27++) {
          let data184 = data183[i27];
          if (data184 && typeof data184 == "object" && !Array.isArray(data184)) {
            if (data184.rail === void 0) {
              let err643 = { instancePath: instancePath + "/acknowledge/" + i27, schemaPath: "#/properties/acknowledge/items/required", keyword: "required", params: { missingProperty: "rail" } };
              vErrors === null ? vErrors = [err643] : vErrors.push(err643), errors++;
            }
            if (data184.changes === void 0) {
              let err644 = { instancePath: instancePath + "/acknowledge/" + i27, schemaPath: "#/properties/acknowledge/items/required", keyword: "required", params: { missingProperty: "changes" } };
              vErrors === null ? vErrors = [err644] : vErrors.push(err644), errors++;
            }
            if (data184.reason === void 0) {
              let err645 = { instancePath: instancePath + "/acknowledge/" + i27, schemaPath: "#/properties/acknowledge/items/required", keyword: "required", params: { missingProperty: "reason" } };
              vErrors === null ? vErrors = [err645] : vErrors.push(err645), errors++;
            }
            if (data184.until === void 0) {
              let err646 = { instancePath: instancePath + "/acknowledge/" + i27, schemaPath: "#/properties/acknowledge/items/required", keyword: "required", params: { missingProperty: "until" } };
              vErrors === null ? vErrors = [err646] : vErrors.push(err646), errors++;
            }
            for (let key55 in data184)
              if (!(key55 === "rail" || key55 === "changes" || key55 === "reason" || key55 === "until")) {
                let err647 = { instancePath: instancePath + "/acknowledge/" + i27, schemaPath: "#/properties/acknowledge/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key55 } };
                vErrors === null ? vErrors = [err647] : vErrors.push(err647), errors++;
              }
            if (data184.rail !== void 0) {
              let data185 = data184.rail;
              if (!(data185 === "never-all" || data185 === "max-removals" || data185 === "max-closures" || data185 === "max-new-accounts" || data185 === "role-continuity")) {
                let err648 = { instancePath: instancePath + "/acknowledge/" + i27 + "/rail", schemaPath: "#/properties/acknowledge/items/properties/rail/enum", keyword: "enum", params: { allowedValues: schema11.properties.acknowledge.items.properties.rail.enum } };
                vErrors === null ? vErrors = [err648] : vErrors.push(err648), errors++;
              }
            }
            if (data184.changes !== void 0) {
              let data186 = data184.changes;
              if (Array.isArray(data186)) {
                if (data186.length > 5e3) {
                  let err649 = { instancePath: instancePath + "/acknowledge/" + i27 + "/changes", schemaPath: "#/properties/acknowledge/items/properties/changes/maxItems", keyword: "maxItems", params: { limit: 5e3 } };
                  vErrors === null ? vErrors = [err649] : vErrors.push(err649), errors++;
                }
                if (data186.length < 1) {
                  let err650 = { instancePath: instancePath + "/acknowledge/" + i27 + "/changes", schemaPath: "#/properties/acknowledge/items/properties/changes/minItems", keyword: "minItems", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err650] : vErrors.push(err650), errors++;
                }
                let len28 = data186.length;
                for (let i28 = 0; i28 < len28; i28++) {
                  let data187 = data186[i28];
                  if (typeof data187 == "string") {
                    if (func3(data187) > 4096) {
                      let err651 = { instancePath: instancePath + "/acknowledge/" + i27 + "/changes/" + i28, schemaPath: "#/properties/acknowledge/items/properties/changes/items/maxLength", keyword: "maxLength", params: { limit: 4096 } };
                      vErrors === null ? vErrors = [err651] : vErrors.push(err651), errors++;
                    }
                    if (!pattern87.test(data187)) {
                      let err652 = { instancePath: instancePath + "/acknowledge/" + i27 + "/changes/" + i28, schemaPath: "#/properties/acknowledge/items/properties/changes/items/pattern", keyword: "pattern", params: { pattern: "^(?:create|update|delete) [A-Za-z]+(?::.*)?$" } };
                      vErrors === null ? vErrors = [err652] : vErrors.push(err652), errors++;
                    }
                  } else {
                    let err653 = { instancePath: instancePath + "/acknowledge/" + i27 + "/changes/" + i28, schemaPath: "#/properties/acknowledge/items/properties/changes/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err653] : vErrors.push(err653), errors++;
                  }
                }
              } else {
                let err654 = { instancePath: instancePath + "/acknowledge/" + i27 + "/changes", schemaPath: "#/properties/acknowledge/items/properties/changes/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err654] : vErrors.push(err654), errors++;
              }
            }
            if (data184.reason !== void 0) {
              let data188 = data184.reason;
              if (typeof data188 == "string") {
                if (func3(data188) > 500) {
                  let err655 = { instancePath: instancePath + "/acknowledge/" + i27 + "/reason", schemaPath: "#/properties/acknowledge/items/properties/reason/maxLength", keyword: "maxLength", params: { limit: 500 } };
                  vErrors === null ? vErrors = [err655] : vErrors.push(err655), errors++;
                }
                if (func3(data188) < 1) {
                  let err656 = { instancePath: instancePath + "/acknowledge/" + i27 + "/reason", schemaPath: "#/properties/acknowledge/items/properties/reason/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err656] : vErrors.push(err656), errors++;
                }
              } else {
                let err657 = { instancePath: instancePath + "/acknowledge/" + i27 + "/reason", schemaPath: "#/properties/acknowledge/items/properties/reason/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err657] : vErrors.push(err657), errors++;
              }
            }
            if (data184.until !== void 0) {
              let data189 = data184.until;
              if (typeof data189 == "string") {
                if (!pattern65.test(data189)) {
                  let err658 = { instancePath: instancePath + "/acknowledge/" + i27 + "/until", schemaPath: "#/properties/acknowledge/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$" } };
                  vErrors === null ? vErrors = [err658] : vErrors.push(err658), errors++;
                }
              } else {
                let err659 = { instancePath: instancePath + "/acknowledge/" + i27 + "/until", schemaPath: "#/properties/acknowledge/items/properties/until/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err659] : vErrors.push(err659), errors++;
              }
            }
          } else {
            let err660 = { instancePath: instancePath + "/acknowledge/" + i27, schemaPath: "#/properties/acknowledge/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err660] : vErrors.push(err660), errors++;
          }
        }
      } else {
        let err661 = { instancePath: instancePath + "/acknowledge", schemaPath: "#/properties/acknowledge/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err661] : vErrors.push(err661), errors++;
      }
    }
  } else {
    let err662 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err662] : vErrors.push(err662), errors++;
  }
  return validate10.errors = vErrors, errors === 0;
}
export {
  stdin_default as default,
  validate
};
