import { ListAccountsCommand } from "@aws-sdk/client-organizations";
import { describe, expect, test } from "vitest";
import { forEachOf, listAll } from "../../src/aws/paging.ts";
import { edge, mockedOrganizations } from "./edge.ts";

const organizations = mockedOrganizations();
const accounts = (...ids: string[]) => ids.map((Id) => ({ Id }));

/** What a list is that AWS answers with these pages, one after the other. */
function listed(pages: readonly object[], options?: { readonly mayRepeat: boolean }) {
  let command = organizations.on(ListAccountsCommand);
  for (const page of pages) command = command.resolvesOnce(page);
  command.rejects(new Error("one page too many"));
  return listAll(edge().aws.organizations.listAccounts, { MaxResults: 20 }, "Accounts", options);
}

const asked = () => organizations.commandCalls(ListAccountsCommand).map(({ args: [{ input }] }) => input);

const unbelieved = (what: string) => ({
  code: "ORG0505",
  message: `organizations:ListAccounts answered with ${what}`,
  hint: expect.stringContaining("nothing was changed"),
});

describe("a list", () => {
  test("is read to its end over short and empty pages, and what is asked for stays the same", async () => {
    const all = await listed([
      { Accounts: accounts("1", "2"), NextToken: "a" },
      { Accounts: [], NextToken: "b" },
      { Accounts: accounts("3"), NextToken: "" },
    ]);
    expect(all).toEqual(accounts("1", "2", "3"));
    expect(asked()).toEqual([
      { MaxResults: 20 },
      { MaxResults: 20, NextToken: "a" },
      { MaxResults: 20, NextToken: "b" },
    ]);
  });

  test("that is empty is empty", async () => {
    expect(await listed([{ Accounts: [] }])).toEqual([]);
    expect(asked()).toHaveLength(1);
  });

  test("with a page token that comes twice is not believed", async () => {
    const pages = ["a", "b", "a"].map((NextToken, index) => ({ Accounts: accounts(`${index}`), NextToken }));
    await expect(listed(pages)).rejects.toMatchObject(unbelieved("the same page token twice"));
  });

  test("whose later page lacks the list is not taken for one that has ended", async () => {
    const pages = [{ Accounts: accounts("1"), NextToken: "a" }, {}];
    await expect(listed(pages)).rejects.toMatchObject(unbelieved("an answer without Accounts"));
  });

  const twice = [{ Accounts: accounts("1"), NextToken: "a" }, { Accounts: accounts("1") }];

  test("that names one thing twice, on different pages, is not believed", async () => {
    await expect(listed(twice)).rejects.toMatchObject(unbelieved("the same entry of Accounts twice"));
  });

  test("that may name one thing twice is", async () => {
    expect(await listed(twice, { mayRepeat: true })).toEqual(accounts("1", "1"));
  });

  test("of which one page fails fails", async () => {
    await expect(listed([{ Accounts: accounts("1"), NextToken: "a" }])).rejects.toThrow("one page too many");
  });
});

describe("work on many items", () => {
  test("gives results in the order of the items, however long each takes", async () => {
    const { clock } = edge();
    const results = await forEachOf([3, 1, 2], async (seconds) => {
      await clock.sleep(seconds * 1_000);
      return seconds * 10;
    });
    expect(results).toEqual([30, 10, 20]);
  });

  test("begins nothing after a failure, ends what was begun, and throws the first failure", async () => {
    const { clock } = edge();
    const begun: number[] = [];
    const ended: number[] = [];
    const work = forEachOf(
      Array.from({ length: 100 }, (_, index) => index),
      async (index) => {
        begun.push(index);
        await clock.sleep(index === 3 ? 10 : 1_000 + index);
        if (index === 3) throw new Error("the fourth");
        ended.push(index);
        if (index === 5) throw new Error("later");
      },
    );
    await expect(work).rejects.toThrow("the fourth");
    expect(begun.length).toBeLessThan(100);
    expect(ended.length).toBe(begun.length - 1);
  });
});
