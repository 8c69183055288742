import { assert, boolean, integer, nat, option, property } from "fast-check";
import { expect, test } from "vitest";
import type { Context } from "../../src/sandbox/operation.ts";
import { AwsError } from "../../src/sandbox/operation.ts";
import { page } from "../../src/sandbox/paging.ts";
import { start } from "./harness.ts";

interface Page {
  readonly Things: number[];
  readonly NextToken?: string;
}

const badToken = () => new AwsError("InvalidInputException", "bad", { Reason: "INVALID_NEXT_TOKEN" });

function ask(
  items: readonly number[],
  size: number,
  raggedPages: boolean,
  input: { MaxResults?: number; NextToken?: string },
) {
  const context = { raggedPages } as Context;
  return page(context, { member: "Things", items, input, size, badToken }) as Page;
}

function all(items: readonly number[], size: number, raggedPages: boolean, most: { MaxResults?: number }): Page[] {
  const pages = [ask(items, size, raggedPages, most)];
  for (let token = pages[0]!.NextToken; token !== undefined; token = pages.at(-1)!.NextToken) {
    pages.push(ask(items, size, raggedPages, { ...most, NextToken: token }));
  }
  return pages;
}

const lists = nat(300).map((length) => Array.from({ length }, (_, index) => index));

test("however ragged its pages, a list gives each item exactly once, in order, and ends", () => {
  assert(
    property(
      lists,
      integer({ min: 1, max: 100 }),
      boolean(),
      option(integer({ min: 1, max: 100 })),
      (items, size, ragged, most) => {
        const pages = all(items, size, ragged, most === null ? {} : { MaxResults: most });
        expect(pages.flatMap(({ Things }) => Things)).toEqual(items);
        const limit = Math.min(size, most ?? size);
        expect(Math.max(...pages.map(({ Things }) => Things.length))).toBeLessThanOrEqual(limit);
        const tokens = pages.flatMap(({ NextToken }) => NextToken ?? []);
        expect(new Set(tokens).size).toBe(tokens.length);
      },
    ),
  );
});

test("pages are full unless they are asked to be ragged", () => {
  const items = Array.from({ length: 45 }, (_, index) => index);
  expect(all(items, 20, false, {}).map(({ Things }) => Things.length)).toEqual([20, 20, 5]);
});

test("some ragged pages are short, and some are empty and have a token", () => {
  const items = Array.from({ length: 400 }, (_, index) => index);
  const sizes = all(items, 20, true, {}).map(({ Things }) => Things.length);
  expect(sizes).toContain(0);
  expect(sizes.some((size) => size > 0 && size < 20)).toBe(true);
  expect(sizes.some((size, index) => size === 0 && sizes[index + 1] === 0)).toBe(false);
  expect(all(items, 20, true, {}).map(({ Things }) => Things.length)).toEqual(sizes);
});

test("a token that the list did not give out is the service's own error", () => {
  const items = Array.from({ length: 40 }, (_, index) => index);
  const token = ask(items, 20, false, {}).NextToken!;
  const other = page({} as Context, { member: "Others", items, input: {}, size: 20, badToken }) as {
    NextToken: string;
  };
  for (const NextToken of ["", "20", `${token}A`, token.slice(1), `${token}=`, other.NextToken]) {
    expect(() => ask(items, 20, false, { NextToken })).toThrow(
      expect.objectContaining({ name: "InvalidInputException" }),
    );
  }
});

test("over the wire, ragged lists are whole", async () => {
  const { store, IdentityStoreId } = start({ raggedPages: true, throttle: false });
  const made = [];
  for (let index = 0; index < 60; index += 1) {
    made.push((await store.createGroup({ IdentityStoreId, DisplayName: `group-${index}` })).GroupId);
  }
  const found = [];
  const sizes = [];
  let NextToken: string | undefined;
  do {
    const answer = await store.listGroups({ IdentityStoreId, NextToken, MaxResults: 10 });
    found.push(...answer.Groups!.map(({ GroupId }) => GroupId));
    sizes.push(answer.Groups!.length);
    NextToken = answer.NextToken;
  } while (NextToken !== undefined);
  expect(found).toEqual(made);
  expect(sizes).toContain(0);
});
