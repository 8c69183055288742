import { expect, test } from "vitest";
import { samePolicy } from "../../src/kinds/policyDocument.ts";

const policy = (statement: object): object => ({ Version: "2012-10-17", Statement: [statement] });

test.each([
  ["a value and a list of one", { Action: "s3:*" }, { Action: ["s3:*"] }],
  ["the order of actions", { Action: ["a:b", "c:d"] }, { Action: ["c:d", "a:b"] }],
  ["the order of keys", { Effect: "Allow", Action: "s3:*" }, { Action: "s3:*", Effect: "Allow" }],
  ["a boolean and its text", { Condition: { Bool: { x: true } } }, { Condition: { Bool: { x: "true" } } }],
  [
    "the order of a condition's values",
    { Condition: { StringEquals: { x: ["a", "b"] } } },
    { Condition: { StringEquals: { x: ["b", "a"] } } },
  ],
  ["one principal and a list of it", { Principal: { AWS: "1" } }, { Principal: { AWS: ["1"] } }],
])("%s mean the same", (_, left, right) => {
  expect(samePolicy(policy(left), policy(right))).toBe(true);
});

test("one statement and a list of it mean the same", () => {
  expect(samePolicy({ Statement: { Effect: "Allow" } }, { Statement: [{ Effect: "Allow" }] })).toBe(true);
});

test.each([
  ["effect", { Effect: "Allow" }, { Effect: "Deny" }],
  ["an action more", { Action: ["a:b"] }, { Action: ["a:b", "c:d"] }],
  ["action and not action", { Action: ["a:b"] }, { NotAction: ["a:b"] }],
  ["a statement's name", { Sid: "One" }, { Sid: "Two" }],
  ["a condition's operator", { Condition: { StringEquals: { x: "a" } } }, { Condition: { StringLike: { x: "a" } } }],
])("%s makes a difference", (_, left, right) => {
  expect(samePolicy(policy(left), policy(right))).toBe(false);
});

test("no policy is not an empty one", () => {
  expect(samePolicy(null, policy({}))).toBe(false);
  expect(samePolicy(null, null)).toBe(true);
});

test("the order of statements makes no difference, whatever the order of their keys", () => {
  const allow = { Effect: "Allow", Action: "s3:*", Resource: "*" };
  const turned = { Resource: "*", Action: "s3:*", Effect: "Allow" };
  const deny = { Effect: "Deny", Action: "iam:*", Resource: "*" };
  expect(samePolicy({ Statement: [allow, deny] }, { Statement: [deny, turned] })).toBe(true);
  expect(samePolicy({ Statement: [allow, deny] }, { Statement: [deny, deny] })).toBe(false);
});
