import { isObject, type JsonObject } from "../../model/json.ts";
import type { Complaint } from "../../model/doctor.ts";
import { type Check, listed, ok, skipped, unchecked, verdictOf } from "../check.ts";
import { documentsWith, WORKFLOWS } from "../repository.ts";

const OURS = "orgsync/orgsync/.github/workflows/";
const SIGNS_IN = "aws-actions/configure-aws-credentials";

export const githubWorkflow: Check = {
  name: "github-workflow",
  title: "the GitHub workflows can sign in to AWS, and nobody else's code runs in them",
  why: "a job without id-token: write gets no credentials; one that runs what a stranger wrote gives them away",
  async run(context) {
    const { names } = context;
    const files = await documentsWith("orgsync", WORKFLOWS, context);
    const complaints: Complaint[] = [];
    const unread: string[] = [];
    let calling = 0;
    for (const { path, value } of files) {
      const place = names.name(path);
      if (!isObject(value)) {
        unread.push(place);
        continue;
      }
      const jobs = jobsOf(value).filter(({ job }) => callsOrgsync(job));
      if (jobs.length === 0) continue;
      calling++;
      if (eventsOf(value["on"]).includes("pull_request_target"))
        complaints.push({
          what: `${place} runs on pull_request_target: with the rights of this repository, on what anybody proposes`,
          fix: "write instead",
          copy: "on: pull_request",
        });
      for (const { name, job } of jobs) {
        const which = `job ${names.name(name)} in ${place}`;
        if (signsIn(job) && !mayHaveToken(job["permissions"] ?? value["permissions"]))
          complaints.push({
            what: `${which} signs in to AWS without the permission for it`,
            fix: "write under permissions: of the job",
            copy: "id-token: write",
          });
        const used = typeof job["uses"] === "string" ? job["uses"] : "";
        if (used.startsWith(OURS) && !/@(?:[0-9a-f]{40}|v\d+\.\d+\.\d+)$/.test(used))
          complaints.push({
            what: `${which} uses orgsync at ${names.name(used.slice(used.lastIndexOf("@") + 1))}, which may be another one tomorrow`,
            fix: "move the file away, and have it written anew with a commit or a version",
            copy: "orgsync init --github",
          });
      }
    }
    const [first] = unread;
    if (calling === 0 && first === undefined)
      return skipped("no workflow here calls orgsync: orgsync init --github writes them");
    return verdictOf(
      complaints,
      first === undefined
        ? ok(`${calling} ${calling === 1 ? "workflow calls" : "workflows call"} orgsync`)
        : unchecked({
            what: `${listed(unread)} cannot be read as YAML`,
            fix: "see what GitHub says of it, under Actions",
          }),
    );
  },
};

const jobsOf = ({ jobs }: JsonObject): { name: string; job: JsonObject }[] =>
  Object.entries(isObject(jobs) ? jobs : {}).flatMap(([name, job]) => (isObject(job) ? [{ name, job }] : []));

const stepsOf = ({ steps }: JsonObject): JsonObject[] => (Array.isArray(steps) ? steps.filter(isObject) : []);

function callsOrgsync(job: JsonObject): boolean {
  const words = [job["uses"], ...stepsOf(job).flatMap(({ run, uses }) => [run, uses])];
  return words.some((word) => typeof word === "string" && /(?:^|[\s/])orgsync(?:[\s/@]|$)/m.test(word));
}

function signsIn(job: JsonObject): boolean {
  const used = [job["uses"], ...stepsOf(job).map(({ uses }) => uses)];
  return used.some(
    (word) =>
      typeof word === "string" &&
      (word.startsWith(OURS) || word.startsWith(SIGNS_IN) || word.includes("/orgsync/.github/actions/")),
  );
}

const mayHaveToken = (permissions: unknown): boolean =>
  permissions === "write-all" || (isObject(permissions) && permissions["id-token"] === "write");

function eventsOf(on: unknown): string[] {
  if (typeof on === "string") return [on];
  if (Array.isArray(on)) return on.filter((one) => typeof one === "string");
  return isObject(on) ? Object.keys(on) : [];
}

const ISSUER = "token.actions.githubusercontent.com";
const ROLES = "https://console.aws.amazon.com/iam/home#/roles";
const REWRITE = "orgsync's examples/github/iam.yaml";

export const githubRole: Check = {
  name: "github-role",
  title: "the roles for GitHub Actions trust this repository's jobs, and nobody else's",
  why: "whoever a trust policy lets in can do all that the role may: with a wildcard that is every branch, or every repository on GitHub",
  async run(context) {
    const { names } = context;
    const templates = (await documentsWith(ISSUER, ".", context)).map(({ path, value }) => ({
      place: names.name(path),
      trusts: trustsIn(value),
    }));
    const found = templates.flatMap(({ place, trusts }) => trusts.map((trust) => ({ place, ...trust })));
    const live = "the roles as they are in AWS were not looked at: orgsync has no call that reads them";
    if (found.length === 0) {
      const callers = await documentsWith("orgsync", WORKFLOWS, context);
      return callers.length === 0
        ? skipped("no workflow here calls orgsync, and no template makes a role for one")
        : unchecked({
            what: "no CloudFormation template here makes the roles, and orgsync has no call that reads them",
            fix: "look at the trust policies of the two roles",
            copy: ROLES,
          });
    }
    const forms = found.flatMap(({ subjects }) => subjects).filter((subject) => subject.startsWith("repo:"));
    const hasIds = forms.some((subject) => /^repo:[^/]+@[^/]+\/[^:]+@[^:]+:/.test(subject));
    return verdictOf(
      found.flatMap(({ place, ...trust }) => complaintsOn(place, trust, (text) => names.name(text))),
      ok(`${found.length} trust ${found.length === 1 ? "policy names" : "policies name"} the jobs that they are for`, [
        ...(hasIds
          ? []
          : [
              "a repository made, renamed or transferred since 15 July 2026 has ids in its subject claim (repo:OWNER@ID/NAME@ID:...), which these do not trust; its ids: gh api repos/OWNER/NAME --jq '.owner.id, .id'",
            ]),
        live,
      ]),
    );
  },
};

/** Whom one statement of a trust policy lets in. */
interface Trust {
  readonly subjects: readonly string[];
  /** Whether a star in a subject stands for anything. */
  readonly byPattern: boolean;
  readonly hasAudience: boolean;
  /** Whether the role may change the organization. */
  readonly writes: boolean;
}

/** Every statement for GitHub's identity provider, in whatever a template has around it. */
function trustsIn(value: unknown, writes = false): Trust[] {
  if (Array.isArray(value)) return value.flatMap((item) => trustsIn(item, writes));
  if (!isObject(value)) return [];
  const isWriter =
    writes ||
    (value["AssumeRolePolicyDocument"] !== undefined &&
      /organizations:(?:\*|CreateAccount)|AdministratorAccess/.test(JSON.stringify(value)));
  const { Condition: condition } = value;
  const isTrust = [value["Action"]].flat().some((action) => action === "sts:AssumeRoleWithWebIdentity");
  if (!isTrust) return Object.values(value).flatMap((member) => trustsIn(member, isWriter));
  const tests = Object.entries(isObject(condition) ? condition : {});
  const of = (claim: string) =>
    tests.flatMap(([operator, keys]) => {
      const found = isObject(keys) ? keys[`${ISSUER}:${claim}`] : undefined;
      return found === undefined ? [] : [{ operator, values: stringsIn(found) }];
    });
  return [
    {
      subjects: of("sub").flatMap(({ values }) => values),
      byPattern: of("sub").some(({ operator }) => /like/i.test(operator)),
      hasAudience: of("aud").length > 0,
      writes: isWriter,
    },
  ];
}

/** The texts in a value, such as those of Fn::If and Fn::Sub, but for the names of conditions. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return /[:*?]/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isObject(value) ? Object.values(value).flatMap(stringsIn) : [];
}

function complaintsOn(
  place: string,
  { subjects, byPattern, hasAudience, writes }: Trust,
  name: (text: string) => string,
): Complaint[] {
  const anew = { fix: "name the jobs one by one, as this does", copy: REWRITE };
  if (subjects.length === 0)
    return [{ what: `${place} trusts every job of every repository on GitHub: no condition names a subject`, ...anew }];
  const wide = subjects.filter((subject) => /[*?]/.test(subject));
  return [
    ...wide.map((subject) => ({
      what: byPattern
        ? `${place} trusts ${name(subject)}, which is more than one job`
        : `${place} compares the subject with ${name(subject)} letter by letter, which no job has`,
      ...anew,
    })),
    ...(hasAudience
      ? []
      : [
          {
            what: `${place} has no condition on the audience`,
            fix: "write beside the subject",
            copy: `${ISSUER}:aud: sts.amazonaws.com`,
          },
        ]),
    ...(writes
      ? subjects
          .filter((subject) => subject.endsWith(":pull_request"))
          .map((subject) => ({
            what: `${place} lets a pull request that nobody has reviewed change the organization: ${name(subject)}`,
            fix: "trust an environment instead",
            copy: name(subject.replace(/:pull_request$/, ":environment:orgsync")),
          }))
      : []),
  ];
}
