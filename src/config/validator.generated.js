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
var validate = validate10, stdin_default = validate10, schema11 = { $schema: "http://json-schema.org/draft-07/schema#", type: "object", required: ["version"], properties: { version: { type: "integer", const: 1 }, organization: { type: "object", properties: { id: { type: "string", pattern: "^o-[a-z0-9]{10,32}$" } }, additionalProperties: !1 }, identityCenter: { type: "object", properties: { region: { type: "string", pattern: "^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$", maxLength: 32 }, startUrl: { type: "string", pattern: "^https://[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/#-]*)?$", maxLength: 512 } }, additionalProperties: !1 }, accounts: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 50, pattern: "^[ -;=?-~]*$" }, additionalProperties: { type: "object", required: ["email"], properties: { id: { type: "string", pattern: "^[0-9]{12}$" }, email: { type: "string", minLength: 6, maxLength: 64, pattern: "^[A-Za-z0-9!#$*+/=?^_`{}~-][A-Za-z0-9!#$*+./=?^_`{}~-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$" }, name: { type: "string", minLength: 1, maxLength: 50, pattern: "^[ -;=?-~]*$" }, management: { type: "boolean" }, ou: { type: "string", minLength: 1, maxLength: 700, pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 }, closed: { type: "boolean" } }, additionalProperties: !1 } }, organizationalUnits: { type: "object", propertyNames: { type: "string", maxLength: 700, pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" }, additionalProperties: { type: "object", properties: { name: { type: "string", minLength: 1, maxLength: 128 }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 }, previously: { anyOf: [{ type: "string", minLength: 1, maxLength: 700 }, { type: "array", items: { type: "string", minLength: 1, maxLength: 700 }, minItems: 1, maxItems: 20 }] } }, additionalProperties: !1 }, maxProperties: 2e3 }, users: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 128, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" }, additionalProperties: { type: "object", required: ["givenName", "familyName"], properties: { name: { type: "string", minLength: 1, maxLength: 128, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" }, email: { type: "string", minLength: 3, maxLength: 1024, pattern: "^[^\\s@]+@[^\\s@.]+(?:[.][^\\s@.]+)+$" }, givenName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, familyName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, displayName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, title: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, nickName: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, phone: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, locale: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, timezone: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, preferredLanguage: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, userType: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, profileUrl: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, address: { type: "object", properties: { streetAddress: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, locality: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, region: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, postalCode: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, country: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, formatted: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } }, additionalProperties: !1, minProperties: 1 } }, additionalProperties: !1 } }, groups: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, additionalProperties: { type: "object", properties: { name: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, description: { type: "string", minLength: 1, maxLength: 1024, pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, members: { type: "array", items: { type: "string", minLength: 1, maxLength: 128 } } }, additionalProperties: !1 } }, permissionSets: { type: "object", propertyNames: { type: "string", minLength: 1, maxLength: 32, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, additionalProperties: { type: "object", properties: { name: { type: "string", minLength: 1, maxLength: 32, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, description: { type: "string", minLength: 1, maxLength: 700, pattern: "^[\\t\\n\\r -~\\u00a1-\\u00ff]*$" }, sessionDuration: { type: "string", pattern: "^(?:(?:[1-9]|1[0-2])h|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)m|PT(?:(?:[1-9]|1[0-2])H|(?:[1-9]|1[01])H(?:[0-9]|[1-5][0-9])M|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)M))$" }, relayState: { type: "string", minLength: 1, maxLength: 240, pattern: `^[A-Za-z0-9&$@#\\\\/%?=~_'"|!:,.;*+[\\] (){}-]*$` }, managedPolicies: { type: "array", items: { type: "string", maxLength: 512, pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" }, maxItems: 25 }, customerManagedPolicies: { type: "array", items: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, path: { type: "string", maxLength: 512, pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } }, additionalProperties: !1 }, maxItems: 25 }, inlinePolicy: { type: "object", properties: { file: { type: "string", minLength: 1, maxLength: 512 }, content: { type: "object", minProperties: 1, additionalProperties: !0 } }, additionalProperties: !1, minProperties: 1, maxProperties: 1 }, permissionsBoundary: { type: "object", properties: { managedPolicy: { type: "string", maxLength: 512, pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" }, customerManagedPolicy: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_+=,.@-]*$" }, path: { type: "string", maxLength: 512, pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } }, additionalProperties: !1 } }, additionalProperties: !1, minProperties: 1, maxProperties: 1 }, tags: { type: "object", propertyNames: { type: "string", maxLength: 128, pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, additionalProperties: { type: "string", maxLength: 256, pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" }, maxProperties: 50 } }, additionalProperties: !1 }, maxProperties: 3500 }, assignments: { type: "array", items: { type: "object", properties: { users: { type: "array", items: { type: "string", minLength: 1, maxLength: 128 } }, groups: { type: "array", items: { type: "string", minLength: 1, maxLength: 1024 } }, permissionSets: { type: "array", items: { type: "string", minLength: 1, maxLength: 32 } }, accounts: { type: "array", items: { type: "string", minLength: 1, maxLength: 50 } }, ous: { type: "array", items: { type: "string", minLength: 1, maxLength: 700 } } }, additionalProperties: !1 } } }, additionalProperties: !1 }, func2 = Object.prototype.hasOwnProperty, func3 = require_ucs2length().default, pattern0 = new RegExp("^o-[a-z0-9]{10,32}$", "u"), pattern1 = new RegExp("^[a-z]{2,3}(?:-[a-z]+)+-[0-9]{1,2}$", "u"), pattern2 = new RegExp("^https://[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/#-]*)?$", "u"), pattern3 = new RegExp("^[ -;=?-~]*$", "u"), pattern4 = new RegExp("^[0-9]{12}$", "u"), pattern5 = new RegExp("^[A-Za-z0-9!#$*+/=?^_`{}~-][A-Za-z0-9!#$*+./=?^_`{}~-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$", "u"), pattern7 = new RegExp("^[^/]{1,128}(?:/[^/]{1,128})*$", "u"), pattern8 = new RegExp("^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$", "u"), pattern9 = new RegExp("^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$", "u"), pattern13 = new RegExp("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$", "u"), pattern15 = new RegExp("^[^\\s@]+@[^\\s@.]+(?:[.][^\\s@.]+)+$", "u"), pattern16 = new RegExp("^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$", "u"), pattern36 = new RegExp("^[A-Za-z0-9_+=,.@-]*$", "u"), pattern38 = new RegExp("^[\\t\\n\\r -~\\u00a1-\\u00ff]*$", "u"), pattern39 = new RegExp("^(?:(?:[1-9]|1[0-2])h|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)m|PT(?:(?:[1-9]|1[0-2])H|(?:[1-9]|1[01])H(?:[0-9]|[1-5][0-9])M|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)M))$", "u"), pattern40 = new RegExp(`^[A-Za-z0-9&$@#\\\\/%?=~_'"|!:,.;*+[\\] (){}-]*$`, "u"), pattern41 = new RegExp("^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$", "u"), pattern43 = new RegExp("^(?:/[A-Za-z0-9_+=,.@-]+)*/$", "u");
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
          if (!(key2 === "region" || key2 === "startUrl")) {
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
      } else {
        let err15 = { instancePath: instancePath + "/identityCenter", schemaPath: "#/properties/identityCenter/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.accounts !== void 0) {
      let data6 = data.accounts;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (let key3 in data6) {
          let _errs18 = errors;
          if (typeof key3 == "string") {
            if (func3(key3) > 50) {
              let err16 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/maxLength", keyword: "maxLength", params: { limit: 50 }, propertyName: key3 };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
            if (func3(key3) < 1) {
              let err17 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key3 };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
            if (!pattern3.test(key3)) {
              let err18 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[ -;=?-~]*$" }, propertyName: key3 };
              vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
            }
          } else {
            let err19 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key3 };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
          var valid3 = _errs18 === errors;
          if (!valid3) {
            let err20 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
          }
        }
        for (let key4 in data6) {
          let data7 = data6[key4];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.email === void 0) {
              let err21 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/required", keyword: "required", params: { missingProperty: "email" } };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
            for (let key5 in data7)
              if (!(key5 === "id" || key5 === "email" || key5 === "name" || key5 === "management" || key5 === "ou" || key5 === "tags" || key5 === "closed")) {
                let err22 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
            if (data7.id !== void 0) {
              let data8 = data7.id;
              if (typeof data8 == "string") {
                if (!pattern4.test(data8)) {
                  let err23 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/id", schemaPath: "#/properties/accounts/additionalProperties/properties/id/pattern", keyword: "pattern", params: { pattern: "^[0-9]{12}$" } };
                  vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
                }
              } else {
                let err24 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/id", schemaPath: "#/properties/accounts/additionalProperties/properties/id/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
              }
            }
            if (data7.email !== void 0) {
              let data9 = data7.email;
              if (typeof data9 == "string") {
                if (func3(data9) > 64) {
                  let err25 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/maxLength", keyword: "maxLength", params: { limit: 64 } };
                  vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
                }
                if (func3(data9) < 6) {
                  let err26 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/minLength", keyword: "minLength", params: { limit: 6 } };
                  vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
                }
                if (!pattern5.test(data9)) {
                  let err27 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$*+/=?^_`{}~-][A-Za-z0-9!#$*+./=?^_`{}~-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:[.][A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$" } };
                  vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
                }
              } else {
                let err28 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/accounts/additionalProperties/properties/email/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
              }
            }
            if (data7.name !== void 0) {
              let data10 = data7.name;
              if (typeof data10 == "string") {
                if (func3(data10) > 50) {
                  let err29 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
                }
                if (func3(data10) < 1) {
                  let err30 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
                }
                if (!pattern3.test(data10)) {
                  let err31 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[ -;=?-~]*$" } };
                  vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
                }
              } else {
                let err32 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/accounts/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
              }
            }
            if (data7.management !== void 0 && typeof data7.management != "boolean") {
              let err33 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/management", schemaPath: "#/properties/accounts/additionalProperties/properties/management/type", keyword: "type", params: { type: "boolean" } };
              vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
            }
            if (data7.ou !== void 0) {
              let data12 = data7.ou;
              if (typeof data12 == "string") {
                if (func3(data12) > 700) {
                  let err34 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
                }
                if (func3(data12) < 1) {
                  let err35 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
                }
                if (!pattern7.test(data12)) {
                  let err36 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/pattern", keyword: "pattern", params: { pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" } };
                  vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
                }
              } else {
                let err37 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/ou", schemaPath: "#/properties/accounts/additionalProperties/properties/ou/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
              }
            }
            if (data7.tags !== void 0) {
              let data13 = data7.tags;
              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                if (Object.keys(data13).length > 50) {
                  let err38 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
                }
                for (let key6 in data13) {
                  let _errs36 = errors;
                  if (typeof key6 == "string") {
                    if (func3(key6) > 128) {
                      let err39 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key6 };
                      vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
                    }
                    if (!pattern8.test(key6)) {
                      let err40 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key6 };
                      vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
                    }
                  } else {
                    let err41 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key6 };
                    vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
                  }
                  var valid6 = _errs36 === errors;
                  if (!valid6) {
                    let err42 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key6 } };
                    vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
                  }
                }
                for (let key7 in data13) {
                  let data14 = data13[key7];
                  if (typeof data14 == "string") {
                    if (func3(data14) > 256) {
                      let err43 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                      vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
                    }
                    if (!pattern9.test(data14)) {
                      let err44 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                      vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
                    }
                  } else {
                    let err45 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
                  }
                }
              } else {
                let err46 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/accounts/additionalProperties/properties/tags/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
              }
            }
            if (data7.closed !== void 0 && typeof data7.closed != "boolean") {
              let err47 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/closed", schemaPath: "#/properties/accounts/additionalProperties/properties/closed/type", keyword: "type", params: { type: "boolean" } };
              vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
            }
          } else {
            let err48 = { instancePath: instancePath + "/accounts/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
          }
        }
      } else {
        let err49 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
    }
    if (data.organizationalUnits !== void 0) {
      let data16 = data.organizationalUnits;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (Object.keys(data16).length > 2e3) {
          let err50 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/maxProperties", keyword: "maxProperties", params: { limit: 2e3 } };
          vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
        }
        for (let key8 in data16) {
          let _errs45 = errors;
          if (typeof key8 == "string") {
            if (func3(key8) > 700) {
              let err51 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames/maxLength", keyword: "maxLength", params: { limit: 700 }, propertyName: key8 };
              vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
            }
            if (!pattern7.test(key8)) {
              let err52 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[^/]{1,128}(?:/[^/]{1,128})*$" }, propertyName: key8 };
              vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
            }
          } else {
            let err53 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key8 };
            vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
          }
          var valid8 = _errs45 === errors;
          if (!valid8) {
            let err54 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/propertyNames", keyword: "propertyNames", params: { propertyName: key8 } };
            vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
          }
        }
        for (let key9 in data16) {
          let data17 = data16[key9];
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            for (let key10 in data17)
              if (!(key10 === "name" || key10 === "tags" || key10 === "previously")) {
                let err55 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
              }
            if (data17.name !== void 0) {
              let data18 = data17.name;
              if (typeof data18 == "string") {
                if (func3(data18) > 128) {
                  let err56 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                  vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
                }
                if (func3(data18) < 1) {
                  let err57 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
                }
              } else {
                let err58 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
              }
            }
            if (data17.tags !== void 0) {
              let data19 = data17.tags;
              if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                if (Object.keys(data19).length > 50) {
                  let err59 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
                }
                for (let key11 in data19) {
                  let _errs55 = errors;
                  if (typeof key11 == "string") {
                    if (func3(key11) > 128) {
                      let err60 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key11 };
                      vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
                    }
                    if (!pattern8.test(key11)) {
                      let err61 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key11 };
                      vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
                    }
                  } else {
                    let err62 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key11 };
                    vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
                  }
                  var valid11 = _errs55 === errors;
                  if (!valid11) {
                    let err63 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key11 } };
                    vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
                  }
                }
                for (let key12 in data19) {
                  let data20 = data19[key12];
                  if (typeof data20 == "string") {
                    if (func3(data20) > 256) {
                      let err64 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                      vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
                    }
                    if (!pattern9.test(data20)) {
                      let err65 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                      vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
                    }
                  } else {
                    let err66 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
                  }
                }
              } else {
                let err67 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/tags/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
              }
            }
            if (data17.previously !== void 0) {
              let data21 = data17.previously, _errs61 = errors, valid13 = !1, _errs62 = errors;
              if (typeof data21 == "string") {
                if (func3(data21) > 700) {
                  let err68 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
                }
                if (func3(data21) < 1) {
                  let err69 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
                }
              } else {
                let err70 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/0/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
              }
              var _valid0 = _errs62 === errors;
              if (valid13 = valid13 || _valid0, !valid13) {
                let _errs64 = errors;
                if (Array.isArray(data21)) {
                  if (data21.length > 20) {
                    let err71 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 20 } };
                    vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
                  }
                  if (data21.length < 1) {
                    let err72 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                    vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
                  }
                  let len0 = data21.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data22 = data21[i0];
                    if (typeof data22 == "string") {
                      if (func3(data22) > 700) {
                        let err73 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i0, schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                        vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
                      }
                      if (func3(data22) < 1) {
                        let err74 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i0, schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/items/minLength", keyword: "minLength", params: { limit: 1 } };
                        vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
                      }
                    } else {
                      let err75 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously/" + i0, schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                      vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
                    }
                  }
                } else {
                  let err76 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf/1/type", keyword: "type", params: { type: "array" } };
                  vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
                }
                var _valid0 = _errs64 === errors;
                valid13 = valid13 || _valid0;
              }
              if (valid13)
                errors = _errs61, vErrors !== null && (_errs61 ? vErrors.length = _errs61 : vErrors = null);
              else {
                let err77 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1") + "/previously", schemaPath: "#/properties/organizationalUnits/additionalProperties/properties/previously/anyOf", keyword: "anyOf", params: {} };
                vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
              }
            }
          } else {
            let err78 = { instancePath: instancePath + "/organizationalUnits/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/organizationalUnits/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
          }
        }
      } else {
        let err79 = { instancePath: instancePath + "/organizationalUnits", schemaPath: "#/properties/organizationalUnits/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
      }
    }
    if (data.users !== void 0) {
      let data23 = data.users;
      if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
        for (let key13 in data23) {
          let _errs70 = errors;
          if (typeof key13 == "string") {
            if (func3(key13) > 128) {
              let err80 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key13 };
              vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
            }
            if (func3(key13) < 1) {
              let err81 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key13 };
              vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
            }
            if (!pattern13.test(key13)) {
              let err82 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" }, propertyName: key13 };
              vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
            }
          } else {
            let err83 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key13 };
            vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
          }
          var valid16 = _errs70 === errors;
          if (!valid16) {
            let err84 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/propertyNames", keyword: "propertyNames", params: { propertyName: key13 } };
            vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
          }
        }
        for (let key14 in data23) {
          let data24 = data23[key14];
          if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
            if (data24.givenName === void 0) {
              let err85 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/required", keyword: "required", params: { missingProperty: "givenName" } };
              vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
            }
            if (data24.familyName === void 0) {
              let err86 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/required", keyword: "required", params: { missingProperty: "familyName" } };
              vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
            }
            for (let key15 in data24)
              if (!func2.call(schema11.properties.users.additionalProperties.properties, key15)) {
                let err87 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 } };
                vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
              }
            if (data24.name !== void 0) {
              let data25 = data24.name;
              if (typeof data25 == "string") {
                if (func3(data25) > 128) {
                  let err88 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                  vErrors === null ? vErrors = [err88] : vErrors.push(err88), errors++;
                }
                if (func3(data25) < 1) {
                  let err89 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err89] : vErrors.push(err89), errors++;
                }
                if (!pattern13.test(data25)) {
                  let err90 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]*$" } };
                  vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
                }
              } else {
                let err91 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/users/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err91] : vErrors.push(err91), errors++;
              }
            }
            if (data24.email !== void 0) {
              let data26 = data24.email;
              if (typeof data26 == "string") {
                if (func3(data26) > 1024) {
                  let err92 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err92] : vErrors.push(err92), errors++;
                }
                if (func3(data26) < 3) {
                  let err93 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/minLength", keyword: "minLength", params: { limit: 3 } };
                  vErrors === null ? vErrors = [err93] : vErrors.push(err93), errors++;
                }
                if (!pattern15.test(data26)) {
                  let err94 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@.]+(?:[.][^\\s@.]+)+$" } };
                  vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
                }
              } else {
                let err95 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/email", schemaPath: "#/properties/users/additionalProperties/properties/email/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
              }
            }
            if (data24.givenName !== void 0) {
              let data27 = data24.givenName;
              if (typeof data27 == "string") {
                if (func3(data27) > 1024) {
                  let err96 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
                }
                if (func3(data27) < 1) {
                  let err97 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
                }
                if (!pattern16.test(data27)) {
                  let err98 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
                }
              } else {
                let err99 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/givenName", schemaPath: "#/properties/users/additionalProperties/properties/givenName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
              }
            }
            if (data24.familyName !== void 0) {
              let data28 = data24.familyName;
              if (typeof data28 == "string") {
                if (func3(data28) > 1024) {
                  let err100 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
                }
                if (func3(data28) < 1) {
                  let err101 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
                }
                if (!pattern16.test(data28)) {
                  let err102 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err102] : vErrors.push(err102), errors++;
                }
              } else {
                let err103 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/familyName", schemaPath: "#/properties/users/additionalProperties/properties/familyName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err103] : vErrors.push(err103), errors++;
              }
            }
            if (data24.displayName !== void 0) {
              let data29 = data24.displayName;
              if (typeof data29 == "string") {
                if (func3(data29) > 1024) {
                  let err104 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err104] : vErrors.push(err104), errors++;
                }
                if (func3(data29) < 1) {
                  let err105 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
                }
                if (!pattern16.test(data29)) {
                  let err106 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err106] : vErrors.push(err106), errors++;
                }
              } else {
                let err107 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/displayName", schemaPath: "#/properties/users/additionalProperties/properties/displayName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err107] : vErrors.push(err107), errors++;
              }
            }
            if (data24.title !== void 0) {
              let data30 = data24.title;
              if (typeof data30 == "string") {
                if (func3(data30) > 1024) {
                  let err108 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err108] : vErrors.push(err108), errors++;
                }
                if (func3(data30) < 1) {
                  let err109 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
                }
                if (!pattern16.test(data30)) {
                  let err110 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
                }
              } else {
                let err111 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/title", schemaPath: "#/properties/users/additionalProperties/properties/title/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
              }
            }
            if (data24.nickName !== void 0) {
              let data31 = data24.nickName;
              if (typeof data31 == "string") {
                if (func3(data31) > 1024) {
                  let err112 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
                }
                if (func3(data31) < 1) {
                  let err113 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
                }
                if (!pattern16.test(data31)) {
                  let err114 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
                }
              } else {
                let err115 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/nickName", schemaPath: "#/properties/users/additionalProperties/properties/nickName/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
              }
            }
            if (data24.phone !== void 0) {
              let data32 = data24.phone;
              if (typeof data32 == "string") {
                if (func3(data32) > 1024) {
                  let err116 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
                }
                if (func3(data32) < 1) {
                  let err117 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
                }
                if (!pattern16.test(data32)) {
                  let err118 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
                }
              } else {
                let err119 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/phone", schemaPath: "#/properties/users/additionalProperties/properties/phone/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err119] : vErrors.push(err119), errors++;
              }
            }
            if (data24.locale !== void 0) {
              let data33 = data24.locale;
              if (typeof data33 == "string") {
                if (func3(data33) > 1024) {
                  let err120 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err120] : vErrors.push(err120), errors++;
                }
                if (func3(data33) < 1) {
                  let err121 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err121] : vErrors.push(err121), errors++;
                }
                if (!pattern16.test(data33)) {
                  let err122 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
                }
              } else {
                let err123 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/locale", schemaPath: "#/properties/users/additionalProperties/properties/locale/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err123] : vErrors.push(err123), errors++;
              }
            }
            if (data24.timezone !== void 0) {
              let data34 = data24.timezone;
              if (typeof data34 == "string") {
                if (func3(data34) > 1024) {
                  let err124 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err124] : vErrors.push(err124), errors++;
                }
                if (func3(data34) < 1) {
                  let err125 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err125] : vErrors.push(err125), errors++;
                }
                if (!pattern16.test(data34)) {
                  let err126 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
                }
              } else {
                let err127 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/timezone", schemaPath: "#/properties/users/additionalProperties/properties/timezone/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
              }
            }
            if (data24.preferredLanguage !== void 0) {
              let data35 = data24.preferredLanguage;
              if (typeof data35 == "string") {
                if (func3(data35) > 1024) {
                  let err128 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err128] : vErrors.push(err128), errors++;
                }
                if (func3(data35) < 1) {
                  let err129 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err129] : vErrors.push(err129), errors++;
                }
                if (!pattern16.test(data35)) {
                  let err130 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err130] : vErrors.push(err130), errors++;
                }
              } else {
                let err131 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/preferredLanguage", schemaPath: "#/properties/users/additionalProperties/properties/preferredLanguage/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err131] : vErrors.push(err131), errors++;
              }
            }
            if (data24.userType !== void 0) {
              let data36 = data24.userType;
              if (typeof data36 == "string") {
                if (func3(data36) > 1024) {
                  let err132 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err132] : vErrors.push(err132), errors++;
                }
                if (func3(data36) < 1) {
                  let err133 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err133] : vErrors.push(err133), errors++;
                }
                if (!pattern16.test(data36)) {
                  let err134 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err134] : vErrors.push(err134), errors++;
                }
              } else {
                let err135 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/userType", schemaPath: "#/properties/users/additionalProperties/properties/userType/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err135] : vErrors.push(err135), errors++;
              }
            }
            if (data24.profileUrl !== void 0) {
              let data37 = data24.profileUrl;
              if (typeof data37 == "string") {
                if (func3(data37) > 1024) {
                  let err136 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err136] : vErrors.push(err136), errors++;
                }
                if (func3(data37) < 1) {
                  let err137 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err137] : vErrors.push(err137), errors++;
                }
                if (!pattern16.test(data37)) {
                  let err138 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err138] : vErrors.push(err138), errors++;
                }
              } else {
                let err139 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/profileUrl", schemaPath: "#/properties/users/additionalProperties/properties/profileUrl/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err139] : vErrors.push(err139), errors++;
              }
            }
            if (data24.address !== void 0) {
              let data38 = data24.address;
              if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                if (Object.keys(data38).length < 1) {
                  let err140 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/users/additionalProperties/properties/address/minProperties", keyword: "minProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err140] : vErrors.push(err140), errors++;
                }
                for (let key16 in data38)
                  if (!(key16 === "streetAddress" || key16 === "locality" || key16 === "region" || key16 === "postalCode" || key16 === "country" || key16 === "formatted")) {
                    let err141 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/users/additionalProperties/properties/address/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } };
                    vErrors === null ? vErrors = [err141] : vErrors.push(err141), errors++;
                  }
                if (data38.streetAddress !== void 0) {
                  let data39 = data38.streetAddress;
                  if (typeof data39 == "string") {
                    if (func3(data39) > 1024) {
                      let err142 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err142] : vErrors.push(err142), errors++;
                    }
                    if (func3(data39) < 1) {
                      let err143 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err143] : vErrors.push(err143), errors++;
                    }
                    if (!pattern16.test(data39)) {
                      let err144 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err144] : vErrors.push(err144), errors++;
                    }
                  } else {
                    let err145 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/streetAddress", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/streetAddress/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err145] : vErrors.push(err145), errors++;
                  }
                }
                if (data38.locality !== void 0) {
                  let data40 = data38.locality;
                  if (typeof data40 == "string") {
                    if (func3(data40) > 1024) {
                      let err146 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err146] : vErrors.push(err146), errors++;
                    }
                    if (func3(data40) < 1) {
                      let err147 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err147] : vErrors.push(err147), errors++;
                    }
                    if (!pattern16.test(data40)) {
                      let err148 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err148] : vErrors.push(err148), errors++;
                    }
                  } else {
                    let err149 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/locality", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/locality/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err149] : vErrors.push(err149), errors++;
                  }
                }
                if (data38.region !== void 0) {
                  let data41 = data38.region;
                  if (typeof data41 == "string") {
                    if (func3(data41) > 1024) {
                      let err150 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err150] : vErrors.push(err150), errors++;
                    }
                    if (func3(data41) < 1) {
                      let err151 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err151] : vErrors.push(err151), errors++;
                    }
                    if (!pattern16.test(data41)) {
                      let err152 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err152] : vErrors.push(err152), errors++;
                    }
                  } else {
                    let err153 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/region", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/region/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err153] : vErrors.push(err153), errors++;
                  }
                }
                if (data38.postalCode !== void 0) {
                  let data42 = data38.postalCode;
                  if (typeof data42 == "string") {
                    if (func3(data42) > 1024) {
                      let err154 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err154] : vErrors.push(err154), errors++;
                    }
                    if (func3(data42) < 1) {
                      let err155 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err155] : vErrors.push(err155), errors++;
                    }
                    if (!pattern16.test(data42)) {
                      let err156 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err156] : vErrors.push(err156), errors++;
                    }
                  } else {
                    let err157 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/postalCode", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/postalCode/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err157] : vErrors.push(err157), errors++;
                  }
                }
                if (data38.country !== void 0) {
                  let data43 = data38.country;
                  if (typeof data43 == "string") {
                    if (func3(data43) > 1024) {
                      let err158 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err158] : vErrors.push(err158), errors++;
                    }
                    if (func3(data43) < 1) {
                      let err159 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err159] : vErrors.push(err159), errors++;
                    }
                    if (!pattern16.test(data43)) {
                      let err160 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err160] : vErrors.push(err160), errors++;
                    }
                  } else {
                    let err161 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/country", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/country/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err161] : vErrors.push(err161), errors++;
                  }
                }
                if (data38.formatted !== void 0) {
                  let data44 = data38.formatted;
                  if (typeof data44 == "string") {
                    if (func3(data44) > 1024) {
                      let err162 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err162] : vErrors.push(err162), errors++;
                    }
                    if (func3(data44) < 1) {
                      let err163 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err163] : vErrors.push(err163), errors++;
                    }
                    if (!pattern16.test(data44)) {
                      let err164 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                      vErrors === null ? vErrors = [err164] : vErrors.push(err164), errors++;
                    }
                  } else {
                    let err165 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address/formatted", schemaPath: "#/properties/users/additionalProperties/properties/address/properties/formatted/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err165] : vErrors.push(err165), errors++;
                  }
                }
              } else {
                let err166 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1") + "/address", schemaPath: "#/properties/users/additionalProperties/properties/address/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err166] : vErrors.push(err166), errors++;
              }
            }
          } else {
            let err167 = { instancePath: instancePath + "/users/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err167] : vErrors.push(err167), errors++;
          }
        }
      } else {
        let err168 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err168] : vErrors.push(err168), errors++;
      }
    }
    if (data.groups !== void 0) {
      let data45 = data.groups;
      if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
        for (let key17 in data45) {
          let _errs119 = errors;
          if (typeof key17 == "string") {
            if (func3(key17) > 1024) {
              let err169 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/maxLength", keyword: "maxLength", params: { limit: 1024 }, propertyName: key17 };
              vErrors === null ? vErrors = [err169] : vErrors.push(err169), errors++;
            }
            if (func3(key17) < 1) {
              let err170 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key17 };
              vErrors === null ? vErrors = [err170] : vErrors.push(err170), errors++;
            }
            if (!pattern16.test(key17)) {
              let err171 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" }, propertyName: key17 };
              vErrors === null ? vErrors = [err171] : vErrors.push(err171), errors++;
            }
          } else {
            let err172 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key17 };
            vErrors === null ? vErrors = [err172] : vErrors.push(err172), errors++;
          }
          var valid20 = _errs119 === errors;
          if (!valid20) {
            let err173 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/propertyNames", keyword: "propertyNames", params: { propertyName: key17 } };
            vErrors === null ? vErrors = [err173] : vErrors.push(err173), errors++;
          }
        }
        for (let key18 in data45) {
          let data46 = data45[key18];
          if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
            for (let key19 in data46)
              if (!(key19 === "name" || key19 === "description" || key19 === "members")) {
                let err174 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/groups/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 } };
                vErrors === null ? vErrors = [err174] : vErrors.push(err174), errors++;
              }
            if (data46.name !== void 0) {
              let data47 = data46.name;
              if (typeof data47 == "string") {
                if (func3(data47) > 1024) {
                  let err175 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err175] : vErrors.push(err175), errors++;
                }
                if (func3(data47) < 1) {
                  let err176 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err176] : vErrors.push(err176), errors++;
                }
                if (!pattern16.test(data47)) {
                  let err177 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err177] : vErrors.push(err177), errors++;
                }
              } else {
                let err178 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/groups/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err178] : vErrors.push(err178), errors++;
              }
            }
            if (data46.description !== void 0) {
              let data48 = data46.description;
              if (typeof data48 == "string") {
                if (func3(data48) > 1024) {
                  let err179 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                  vErrors === null ? vErrors = [err179] : vErrors.push(err179), errors++;
                }
                if (func3(data48) < 1) {
                  let err180 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err180] : vErrors.push(err180), errors++;
                }
                if (!pattern16.test(data48)) {
                  let err181 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \\u00a0\\u3000]*$" } };
                  vErrors === null ? vErrors = [err181] : vErrors.push(err181), errors++;
                }
              } else {
                let err182 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/groups/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err182] : vErrors.push(err182), errors++;
              }
            }
            if (data46.members !== void 0) {
              let data49 = data46.members;
              if (Array.isArray(data49)) {
                let len1 = data49.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data50 = data49[i1];
                  if (typeof data50 == "string") {
                    if (func3(data50) > 128) {
                      let err183 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/members/" + i1, schemaPath: "#/properties/groups/additionalProperties/properties/members/items/maxLength", keyword: "maxLength", params: { limit: 128 } };
                      vErrors === null ? vErrors = [err183] : vErrors.push(err183), errors++;
                    }
                    if (func3(data50) < 1) {
                      let err184 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/members/" + i1, schemaPath: "#/properties/groups/additionalProperties/properties/members/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err184] : vErrors.push(err184), errors++;
                    }
                  } else {
                    let err185 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/members/" + i1, schemaPath: "#/properties/groups/additionalProperties/properties/members/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err185] : vErrors.push(err185), errors++;
                  }
                }
              } else {
                let err186 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1") + "/members", schemaPath: "#/properties/groups/additionalProperties/properties/members/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err186] : vErrors.push(err186), errors++;
              }
            }
          } else {
            let err187 = { instancePath: instancePath + "/groups/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/groups/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err187] : vErrors.push(err187), errors++;
          }
        }
      } else {
        let err188 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err188] : vErrors.push(err188), errors++;
      }
    }
    if (data.permissionSets !== void 0) {
      let data51 = data.permissionSets;
      if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
        if (Object.keys(data51).length > 3500) {
          let err189 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/maxProperties", keyword: "maxProperties", params: { limit: 3500 } };
          vErrors === null ? vErrors = [err189] : vErrors.push(err189), errors++;
        }
        for (let key20 in data51) {
          let _errs135 = errors;
          if (typeof key20 == "string") {
            if (func3(key20) > 32) {
              let err190 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/maxLength", keyword: "maxLength", params: { limit: 32 }, propertyName: key20 };
              vErrors === null ? vErrors = [err190] : vErrors.push(err190), errors++;
            }
            if (func3(key20) < 1) {
              let err191 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key20 };
              vErrors === null ? vErrors = [err191] : vErrors.push(err191), errors++;
            }
            if (!pattern36.test(key20)) {
              let err192 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" }, propertyName: key20 };
              vErrors === null ? vErrors = [err192] : vErrors.push(err192), errors++;
            }
          } else {
            let err193 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key20 };
            vErrors === null ? vErrors = [err193] : vErrors.push(err193), errors++;
          }
          var valid25 = _errs135 === errors;
          if (!valid25) {
            let err194 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/propertyNames", keyword: "propertyNames", params: { propertyName: key20 } };
            vErrors === null ? vErrors = [err194] : vErrors.push(err194), errors++;
          }
        }
        for (let key21 in data51) {
          let data52 = data51[key21];
          if (data52 && typeof data52 == "object" && !Array.isArray(data52)) {
            for (let key22 in data52)
              if (!func2.call(schema11.properties.permissionSets.additionalProperties.properties, key22)) {
                let err195 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 } };
                vErrors === null ? vErrors = [err195] : vErrors.push(err195), errors++;
              }
            if (data52.name !== void 0) {
              let data53 = data52.name;
              if (typeof data53 == "string") {
                if (func3(data53) > 32) {
                  let err196 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/maxLength", keyword: "maxLength", params: { limit: 32 } };
                  vErrors === null ? vErrors = [err196] : vErrors.push(err196), errors++;
                }
                if (func3(data53) < 1) {
                  let err197 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err197] : vErrors.push(err197), errors++;
                }
                if (!pattern36.test(data53)) {
                  let err198 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" } };
                  vErrors === null ? vErrors = [err198] : vErrors.push(err198), errors++;
                }
              } else {
                let err199 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/name/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err199] : vErrors.push(err199), errors++;
              }
            }
            if (data52.description !== void 0) {
              let data54 = data52.description;
              if (typeof data54 == "string") {
                if (func3(data54) > 700) {
                  let err200 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/maxLength", keyword: "maxLength", params: { limit: 700 } };
                  vErrors === null ? vErrors = [err200] : vErrors.push(err200), errors++;
                }
                if (func3(data54) < 1) {
                  let err201 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err201] : vErrors.push(err201), errors++;
                }
                if (!pattern38.test(data54)) {
                  let err202 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/pattern", keyword: "pattern", params: { pattern: "^[\\t\\n\\r -~\\u00a1-\\u00ff]*$" } };
                  vErrors === null ? vErrors = [err202] : vErrors.push(err202), errors++;
                }
              } else {
                let err203 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/permissionSets/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err203] : vErrors.push(err203), errors++;
              }
            }
            if (data52.sessionDuration !== void 0) {
              let data55 = data52.sessionDuration;
              if (typeof data55 == "string") {
                if (!pattern39.test(data55)) {
                  let err204 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/sessionDuration", schemaPath: "#/properties/permissionSets/additionalProperties/properties/sessionDuration/pattern", keyword: "pattern", params: { pattern: "^(?:(?:[1-9]|1[0-2])h|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)m|PT(?:(?:[1-9]|1[0-2])H|(?:[1-9]|1[01])H(?:[0-9]|[1-5][0-9])M|(?:6[0-9]|[7-9][0-9]|[1-6][0-9]{2}|7[01][0-9]|720)M))$" } };
                  vErrors === null ? vErrors = [err204] : vErrors.push(err204), errors++;
                }
              } else {
                let err205 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/sessionDuration", schemaPath: "#/properties/permissionSets/additionalProperties/properties/sessionDuration/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err205] : vErrors.push(err205), errors++;
              }
            }
            if (data52.relayState !== void 0) {
              let data56 = data52.relayState;
              if (typeof data56 == "string") {
                if (func3(data56) > 240) {
                  let err206 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/maxLength", keyword: "maxLength", params: { limit: 240 } };
                  vErrors === null ? vErrors = [err206] : vErrors.push(err206), errors++;
                }
                if (func3(data56) < 1) {
                  let err207 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/minLength", keyword: "minLength", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err207] : vErrors.push(err207), errors++;
                }
                if (!pattern40.test(data56)) {
                  let err208 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/pattern", keyword: "pattern", params: { pattern: `^[A-Za-z0-9&$@#\\\\/%?=~_'"|!:,.;*+[\\] (){}-]*$` } };
                  vErrors === null ? vErrors = [err208] : vErrors.push(err208), errors++;
                }
              } else {
                let err209 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/relayState", schemaPath: "#/properties/permissionSets/additionalProperties/properties/relayState/type", keyword: "type", params: { type: "string" } };
                vErrors === null ? vErrors = [err209] : vErrors.push(err209), errors++;
              }
            }
            if (data52.managedPolicies !== void 0) {
              let data57 = data52.managedPolicies;
              if (Array.isArray(data57)) {
                if (data57.length > 25) {
                  let err210 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/maxItems", keyword: "maxItems", params: { limit: 25 } };
                  vErrors === null ? vErrors = [err210] : vErrors.push(err210), errors++;
                }
                let len2 = data57.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data58 = data57[i2];
                  if (typeof data58 == "string") {
                    if (func3(data58) > 512) {
                      let err211 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies/" + i2, schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/items/maxLength", keyword: "maxLength", params: { limit: 512 } };
                      vErrors === null ? vErrors = [err211] : vErrors.push(err211), errors++;
                    }
                    if (!pattern41.test(data58)) {
                      let err212 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies/" + i2, schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/items/pattern", keyword: "pattern", params: { pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" } };
                      vErrors === null ? vErrors = [err212] : vErrors.push(err212), errors++;
                    }
                  } else {
                    let err213 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies/" + i2, schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err213] : vErrors.push(err213), errors++;
                  }
                }
              } else {
                let err214 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/managedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/managedPolicies/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err214] : vErrors.push(err214), errors++;
              }
            }
            if (data52.customerManagedPolicies !== void 0) {
              let data59 = data52.customerManagedPolicies;
              if (Array.isArray(data59)) {
                if (data59.length > 25) {
                  let err215 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/maxItems", keyword: "maxItems", params: { limit: 25 } };
                  vErrors === null ? vErrors = [err215] : vErrors.push(err215), errors++;
                }
                let len3 = data59.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data60 = data59[i3];
                  if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
                    if (data60.name === void 0) {
                      let err216 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3, schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/required", keyword: "required", params: { missingProperty: "name" } };
                      vErrors === null ? vErrors = [err216] : vErrors.push(err216), errors++;
                    }
                    for (let key23 in data60)
                      if (!(key23 === "name" || key23 === "path")) {
                        let err217 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3, schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 } };
                        vErrors === null ? vErrors = [err217] : vErrors.push(err217), errors++;
                      }
                    if (data60.name !== void 0) {
                      let data61 = data60.name;
                      if (typeof data61 == "string") {
                        if (func3(data61) > 128) {
                          let err218 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                          vErrors === null ? vErrors = [err218] : vErrors.push(err218), errors++;
                        }
                        if (func3(data61) < 1) {
                          let err219 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err219] : vErrors.push(err219), errors++;
                        }
                        if (!pattern36.test(data61)) {
                          let err220 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" } };
                          vErrors === null ? vErrors = [err220] : vErrors.push(err220), errors++;
                        }
                      } else {
                        let err221 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3 + "/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/name/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err221] : vErrors.push(err221), errors++;
                      }
                    }
                    if (data60.path !== void 0) {
                      let data62 = data60.path;
                      if (typeof data62 == "string") {
                        if (func3(data62) > 512) {
                          let err222 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3 + "/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/path/maxLength", keyword: "maxLength", params: { limit: 512 } };
                          vErrors === null ? vErrors = [err222] : vErrors.push(err222), errors++;
                        }
                        if (!pattern43.test(data62)) {
                          let err223 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3 + "/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } };
                          vErrors === null ? vErrors = [err223] : vErrors.push(err223), errors++;
                        }
                      } else {
                        let err224 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3 + "/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/properties/path/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err224] : vErrors.push(err224), errors++;
                      }
                    }
                  } else {
                    let err225 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies/" + i3, schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/items/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err225] : vErrors.push(err225), errors++;
                  }
                }
              } else {
                let err226 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/customerManagedPolicies", schemaPath: "#/properties/permissionSets/additionalProperties/properties/customerManagedPolicies/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err226] : vErrors.push(err226), errors++;
              }
            }
            if (data52.inlinePolicy !== void 0) {
              let data63 = data52.inlinePolicy;
              if (data63 && typeof data63 == "object" && !Array.isArray(data63)) {
                if (Object.keys(data63).length > 1) {
                  let err227 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/maxProperties", keyword: "maxProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err227] : vErrors.push(err227), errors++;
                }
                if (Object.keys(data63).length < 1) {
                  let err228 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/minProperties", keyword: "minProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err228] : vErrors.push(err228), errors++;
                }
                for (let key24 in data63)
                  if (!(key24 === "file" || key24 === "content")) {
                    let err229 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 } };
                    vErrors === null ? vErrors = [err229] : vErrors.push(err229), errors++;
                  }
                if (data63.file !== void 0) {
                  let data64 = data63.file;
                  if (typeof data64 == "string") {
                    if (func3(data64) > 512) {
                      let err230 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/file", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/file/maxLength", keyword: "maxLength", params: { limit: 512 } };
                      vErrors === null ? vErrors = [err230] : vErrors.push(err230), errors++;
                    }
                    if (func3(data64) < 1) {
                      let err231 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/file", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/file/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err231] : vErrors.push(err231), errors++;
                    }
                  } else {
                    let err232 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/file", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/file/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err232] : vErrors.push(err232), errors++;
                  }
                }
                if (data63.content !== void 0) {
                  let data65 = data63.content;
                  if (data65 && typeof data65 == "object" && !Array.isArray(data65)) {
                    if (Object.keys(data65).length < 1) {
                      let err233 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/content", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/content/minProperties", keyword: "minProperties", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err233] : vErrors.push(err233), errors++;
                    }
                  } else {
                    let err234 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy/content", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/properties/content/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err234] : vErrors.push(err234), errors++;
                  }
                }
              } else {
                let err235 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/inlinePolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/inlinePolicy/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err235] : vErrors.push(err235), errors++;
              }
            }
            if (data52.permissionsBoundary !== void 0) {
              let data66 = data52.permissionsBoundary;
              if (data66 && typeof data66 == "object" && !Array.isArray(data66)) {
                if (Object.keys(data66).length > 1) {
                  let err236 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/maxProperties", keyword: "maxProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err236] : vErrors.push(err236), errors++;
                }
                if (Object.keys(data66).length < 1) {
                  let err237 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/minProperties", keyword: "minProperties", params: { limit: 1 } };
                  vErrors === null ? vErrors = [err237] : vErrors.push(err237), errors++;
                }
                for (let key25 in data66)
                  if (!(key25 === "managedPolicy" || key25 === "customerManagedPolicy")) {
                    let err238 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 } };
                    vErrors === null ? vErrors = [err238] : vErrors.push(err238), errors++;
                  }
                if (data66.managedPolicy !== void 0) {
                  let data67 = data66.managedPolicy;
                  if (typeof data67 == "string") {
                    if (func3(data67) > 512) {
                      let err239 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/managedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/managedPolicy/maxLength", keyword: "maxLength", params: { limit: 512 } };
                      vErrors === null ? vErrors = [err239] : vErrors.push(err239), errors++;
                    }
                    if (!pattern41.test(data67)) {
                      let err240 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/managedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/managedPolicy/pattern", keyword: "pattern", params: { pattern: "^(?:arn:aws:iam::aws:policy/)?[A-Za-z0-9_+=,.@-]+(?:/[A-Za-z0-9_+=,.@-]+)*$" } };
                      vErrors === null ? vErrors = [err240] : vErrors.push(err240), errors++;
                    }
                  } else {
                    let err241 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/managedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/managedPolicy/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err241] : vErrors.push(err241), errors++;
                  }
                }
                if (data66.customerManagedPolicy !== void 0) {
                  let data68 = data66.customerManagedPolicy;
                  if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
                    if (data68.name === void 0) {
                      let err242 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/required", keyword: "required", params: { missingProperty: "name" } };
                      vErrors === null ? vErrors = [err242] : vErrors.push(err242), errors++;
                    }
                    for (let key26 in data68)
                      if (!(key26 === "name" || key26 === "path")) {
                        let err243 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key26 } };
                        vErrors === null ? vErrors = [err243] : vErrors.push(err243), errors++;
                      }
                    if (data68.name !== void 0) {
                      let data69 = data68.name;
                      if (typeof data69 == "string") {
                        if (func3(data69) > 128) {
                          let err244 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 } };
                          vErrors === null ? vErrors = [err244] : vErrors.push(err244), errors++;
                        }
                        if (func3(data69) < 1) {
                          let err245 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/minLength", keyword: "minLength", params: { limit: 1 } };
                          vErrors === null ? vErrors = [err245] : vErrors.push(err245), errors++;
                        }
                        if (!pattern36.test(data69)) {
                          let err246 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]*$" } };
                          vErrors === null ? vErrors = [err246] : vErrors.push(err246), errors++;
                        }
                      } else {
                        let err247 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/name", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/name/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err247] : vErrors.push(err247), errors++;
                      }
                    }
                    if (data68.path !== void 0) {
                      let data70 = data68.path;
                      if (typeof data70 == "string") {
                        if (func3(data70) > 512) {
                          let err248 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/path/maxLength", keyword: "maxLength", params: { limit: 512 } };
                          vErrors === null ? vErrors = [err248] : vErrors.push(err248), errors++;
                        }
                        if (!pattern43.test(data70)) {
                          let err249 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/path/pattern", keyword: "pattern", params: { pattern: "^(?:/[A-Za-z0-9_+=,.@-]+)*/$" } };
                          vErrors === null ? vErrors = [err249] : vErrors.push(err249), errors++;
                        }
                      } else {
                        let err250 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy/path", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/properties/path/type", keyword: "type", params: { type: "string" } };
                        vErrors === null ? vErrors = [err250] : vErrors.push(err250), errors++;
                      }
                    }
                  } else {
                    let err251 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary/customerManagedPolicy", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/properties/customerManagedPolicy/type", keyword: "type", params: { type: "object" } };
                    vErrors === null ? vErrors = [err251] : vErrors.push(err251), errors++;
                  }
                }
              } else {
                let err252 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/permissionsBoundary", schemaPath: "#/properties/permissionSets/additionalProperties/properties/permissionsBoundary/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err252] : vErrors.push(err252), errors++;
              }
            }
            if (data52.tags !== void 0) {
              let data71 = data52.tags;
              if (data71 && typeof data71 == "object" && !Array.isArray(data71)) {
                if (Object.keys(data71).length > 50) {
                  let err253 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/maxProperties", keyword: "maxProperties", params: { limit: 50 } };
                  vErrors === null ? vErrors = [err253] : vErrors.push(err253), errors++;
                }
                for (let key27 in data71) {
                  let _errs184 = errors;
                  if (typeof key27 == "string") {
                    if (func3(key27) > 128) {
                      let err254 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames/maxLength", keyword: "maxLength", params: { limit: 128 }, propertyName: key27 };
                      vErrors === null ? vErrors = [err254] : vErrors.push(err254), errors++;
                    }
                    if (!pattern8.test(key27)) {
                      let err255 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+$" }, propertyName: key27 };
                      vErrors === null ? vErrors = [err255] : vErrors.push(err255), errors++;
                    }
                  } else {
                    let err256 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key27 };
                    vErrors === null ? vErrors = [err256] : vErrors.push(err256), errors++;
                  }
                  var valid36 = _errs184 === errors;
                  if (!valid36) {
                    let err257 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/propertyNames", keyword: "propertyNames", params: { propertyName: key27 } };
                    vErrors === null ? vErrors = [err257] : vErrors.push(err257), errors++;
                  }
                }
                for (let key28 in data71) {
                  let data72 = data71[key28];
                  if (typeof data72 == "string") {
                    if (func3(data72) > 256) {
                      let err258 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 256 } };
                      vErrors === null ? vErrors = [err258] : vErrors.push(err258), errors++;
                    }
                    if (!pattern9.test(data72)) {
                      let err259 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$" } };
                      vErrors === null ? vErrors = [err259] : vErrors.push(err259), errors++;
                    }
                  } else {
                    let err260 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/additionalProperties/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err260] : vErrors.push(err260), errors++;
                  }
                }
              } else {
                let err261 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1") + "/tags", schemaPath: "#/properties/permissionSets/additionalProperties/properties/tags/type", keyword: "type", params: { type: "object" } };
                vErrors === null ? vErrors = [err261] : vErrors.push(err261), errors++;
              }
            }
          } else {
            let err262 = { instancePath: instancePath + "/permissionSets/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/permissionSets/additionalProperties/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err262] : vErrors.push(err262), errors++;
          }
        }
      } else {
        let err263 = { instancePath: instancePath + "/permissionSets", schemaPath: "#/properties/permissionSets/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err263] : vErrors.push(err263), errors++;
      }
    }
    if (data.assignments !== void 0) {
      let data73 = data.assignments;
      if (Array.isArray(data73)) {
        let len4 = data73.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data74 = data73[i4];
          if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
            for (let key29 in data74)
              if (!(key29 === "users" || key29 === "groups" || key29 === "permissionSets" || key29 === "accounts" || key29 === "ous")) {
                let err264 = { instancePath: instancePath + "/assignments/" + i4, schemaPath: "#/properties/assignments/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key29 } };
                vErrors === null ? vErrors = [err264] : vErrors.push(err264), errors++;
              }
            if (data74.users !== void 0) {
              let data75 = data74.users;
              if (Array.isArray(data75)) {
                let len5 = data75.length;
                for (let i5 = 0; i5 < len5; i5++) {
                  let data76 = data75[i5];
                  if (typeof data76 == "string") {
                    if (func3(data76) > 128) {
                      let err265 = { instancePath: instancePath + "/assignments/" + i4 + "/users/" + i5, schemaPath: "#/properties/assignments/items/properties/users/items/maxLength", keyword: "maxLength", params: { limit: 128 } };
                      vErrors === null ? vErrors = [err265] : vErrors.push(err265), errors++;
                    }
                    if (func3(data76) < 1) {
                      let err266 = { instancePath: instancePath + "/assignments/" + i4 + "/users/" + i5, schemaPath: "#/properties/assignments/items/properties/users/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err266] : vErrors.push(err266), errors++;
                    }
                  } else {
                    let err267 = { instancePath: instancePath + "/assignments/" + i4 + "/users/" + i5, schemaPath: "#/properties/assignments/items/properties/users/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err267] : vErrors.push(err267), errors++;
                  }
                }
              } else {
                let err268 = { instancePath: instancePath + "/assignments/" + i4 + "/users", schemaPath: "#/properties/assignments/items/properties/users/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err268] : vErrors.push(err268), errors++;
              }
            }
            if (data74.groups !== void 0) {
              let data77 = data74.groups;
              if (Array.isArray(data77)) {
                let len6 = data77.length;
                for (let i6 = 0; i6 < len6; i6++) {
                  let data78 = data77[i6];
                  if (typeof data78 == "string") {
                    if (func3(data78) > 1024) {
                      let err269 = { instancePath: instancePath + "/assignments/" + i4 + "/groups/" + i6, schemaPath: "#/properties/assignments/items/properties/groups/items/maxLength", keyword: "maxLength", params: { limit: 1024 } };
                      vErrors === null ? vErrors = [err269] : vErrors.push(err269), errors++;
                    }
                    if (func3(data78) < 1) {
                      let err270 = { instancePath: instancePath + "/assignments/" + i4 + "/groups/" + i6, schemaPath: "#/properties/assignments/items/properties/groups/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err270] : vErrors.push(err270), errors++;
                    }
                  } else {
                    let err271 = { instancePath: instancePath + "/assignments/" + i4 + "/groups/" + i6, schemaPath: "#/properties/assignments/items/properties/groups/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err271] : vErrors.push(err271), errors++;
                  }
                }
              } else {
                let err272 = { instancePath: instancePath + "/assignments/" + i4 + "/groups", schemaPath: "#/properties/assignments/items/properties/groups/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err272] : vErrors.push(err272), errors++;
              }
            }
            if (data74.permissionSets !== void 0) {
              let data79 = data74.permissionSets;
              if (Array.isArray(data79)) {
                let len7 = data79.length;
                for (let i7 = 0; i7 < len7; i7++) {
                  let data80 = data79[i7];
                  if (typeof data80 == "string") {
                    if (func3(data80) > 32) {
                      let err273 = { instancePath: instancePath + "/assignments/" + i4 + "/permissionSets/" + i7, schemaPath: "#/properties/assignments/items/properties/permissionSets/items/maxLength", keyword: "maxLength", params: { limit: 32 } };
                      vErrors === null ? vErrors = [err273] : vErrors.push(err273), errors++;
                    }
                    if (func3(data80) < 1) {
                      let err274 = { instancePath: instancePath + "/assignments/" + i4 + "/permissionSets/" + i7, schemaPath: "#/properties/assignments/items/properties/permissionSets/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err274] : vErrors.push(err274), errors++;
                    }
                  } else {
                    let err275 = { instancePath: instancePath + "/assignments/" + i4 + "/permissionSets/" + i7, schemaPath: "#/properties/assignments/items/properties/permissionSets/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err275] : vErrors.push(err275), errors++;
                  }
                }
              } else {
                let err276 = { instancePath: instancePath + "/assignments/" + i4 + "/permissionSets", schemaPath: "#/properties/assignments/items/properties/permissionSets/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err276] : vErrors.push(err276), errors++;
              }
            }
            if (data74.accounts !== void 0) {
              let data81 = data74.accounts;
              if (Array.isArray(data81)) {
                let len8 = data81.length;
                for (let i8 = 0; i8 < len8; i8++) {
                  let data82 = data81[i8];
                  if (typeof data82 == "string") {
                    if (func3(data82) > 50) {
                      let err277 = { instancePath: instancePath + "/assignments/" + i4 + "/accounts/" + i8, schemaPath: "#/properties/assignments/items/properties/accounts/items/maxLength", keyword: "maxLength", params: { limit: 50 } };
                      vErrors === null ? vErrors = [err277] : vErrors.push(err277), errors++;
                    }
                    if (func3(data82) < 1) {
                      let err278 = { instancePath: instancePath + "/assignments/" + i4 + "/accounts/" + i8, schemaPath: "#/properties/assignments/items/properties/accounts/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err278] : vErrors.push(err278), errors++;
                    }
                  } else {
                    let err279 = { instancePath: instancePath + "/assignments/" + i4 + "/accounts/" + i8, schemaPath: "#/properties/assignments/items/properties/accounts/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err279] : vErrors.push(err279), errors++;
                  }
                }
              } else {
                let err280 = { instancePath: instancePath + "/assignments/" + i4 + "/accounts", schemaPath: "#/properties/assignments/items/properties/accounts/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err280] : vErrors.push(err280), errors++;
              }
            }
            if (data74.ous !== void 0) {
              let data83 = data74.ous;
              if (Array.isArray(data83)) {
                let len9 = data83.length;
                for (let i9 = 0; i9 < len9; i9++) {
                  let data84 = data83[i9];
                  if (typeof data84 == "string") {
                    if (func3(data84) > 700) {
                      let err281 = { instancePath: instancePath + "/assignments/" + i4 + "/ous/" + i9, schemaPath: "#/properties/assignments/items/properties/ous/items/maxLength", keyword: "maxLength", params: { limit: 700 } };
                      vErrors === null ? vErrors = [err281] : vErrors.push(err281), errors++;
                    }
                    if (func3(data84) < 1) {
                      let err282 = { instancePath: instancePath + "/assignments/" + i4 + "/ous/" + i9, schemaPath: "#/properties/assignments/items/properties/ous/items/minLength", keyword: "minLength", params: { limit: 1 } };
                      vErrors === null ? vErrors = [err282] : vErrors.push(err282), errors++;
                    }
                  } else {
                    let err283 = { instancePath: instancePath + "/assignments/" + i4 + "/ous/" + i9, schemaPath: "#/properties/assignments/items/properties/ous/items/type", keyword: "type", params: { type: "string" } };
                    vErrors === null ? vErrors = [err283] : vErrors.push(err283), errors++;
                  }
                }
              } else {
                let err284 = { instancePath: instancePath + "/assignments/" + i4 + "/ous", schemaPath: "#/properties/assignments/items/properties/ous/type", keyword: "type", params: { type: "array" } };
                vErrors === null ? vErrors = [err284] : vErrors.push(err284), errors++;
              }
            }
          } else {
            let err285 = { instancePath: instancePath + "/assignments/" + i4, schemaPath: "#/properties/assignments/items/type", keyword: "type", params: { type: "object" } };
            vErrors === null ? vErrors = [err285] : vErrors.push(err285), errors++;
          }
        }
      } else {
        let err286 = { instancePath: instancePath + "/assignments", schemaPath: "#/properties/assignments/type", keyword: "type", params: { type: "array" } };
        vErrors === null ? vErrors = [err286] : vErrors.push(err286), errors++;
      }
    }
  } else {
    let err287 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err287] : vErrors.push(err287), errors++;
  }
  return validate10.errors = vErrors, errors === 0;
}
export {
  stdin_default as default,
  validate
};
