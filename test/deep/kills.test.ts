import { expect, test } from "vitest";
import { bigCases, type Case, randomCases, scenarioCases, type Undisturbed, undisturbed } from "./cases.ts";
import { figure, tell } from "./figures.ts";
import { type Death, deathOf, dieAndRunAgain } from "./kills.ts";
import { DEEP, LONG, randomFrom, sample, sizeOf } from "./sizes.ts";
import { MOMENTS } from "./wire.ts";

const PAUSES = [0, 0, 700, 30_000, 3_600_000];

interface Point {
  readonly of: Case;
  readonly calm: Undisturbed;
  readonly deaths: readonly Death[];
}

const all = [...(await bigCases()), ...(await randomCases(sizeOf("killedAtRandom"))), ...(await scenarioCases())];
// Short runs take the scenarios in turn, from one that depends on nothing.
const cases: { of: Case; calm: Undisturbed }[] = [];
for (const of of sample(all, sizeOf("killed"))) cases.push({ of, calm: await undisturbed(of) });

async function make(points: readonly Point[]): Promise<number> {
  let died = 0;
  const wrong: string[] = [];
  for (const { of, calm, deaths } of points) {
    try {
      died += await dieAndRunAgain(of, calm, deaths);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      wrong.push(`${of.name}: ${deaths.map(deathOf).join("; then ")}: ${message}`);
      tell(wrong.at(-1) ?? "");
    }
  }
  expect(wrong).toEqual([]);
  return died;
}

test(
  "killed at any moment of any write: the same command again makes the same end",
  async () => {
    const points = cases.flatMap(({ of, calm }) =>
      Array.from({ length: calm.writes }, (_, write) =>
        MOMENTS.map((moment, turn): Point => {
          const index = write * MOMENTS.length + turn;
          const wire = index % 2 === 0 ? {} : { wire: index };
          const pauseMs = PAUSES[index % PAUSES.length] ?? 0;
          return { of, calm, deaths: [{ write: write + 1, moment, pauseMs, ...wire }] };
        }),
      ).flat(),
    );
    const chosen = sample(points, sizeOf("kills"));
    const died = await make(chosen);
    // Only after the answer to the last write there may be nothing more to die at.
    expect(died).toBeGreaterThanOrEqual(chosen.length - cases.length);
    if (DEEP) expect(died).toBeGreaterThanOrEqual(1_500);
    expect(cases.length).toBeGreaterThanOrEqual(12);
    figure("kill points in process", died, `over ${cases.length} scenarios; each converges to the same end`);
  },
  LONG,
);

test(
  "killed twice, the second time while it recovers: the third run makes the same end",
  async () => {
    const wanted = sizeOf("pairsOfKills");
    let pairs = 0;
    let tries = 0;
    for (; pairs < wanted && tries < 2 * wanted; tries++) {
      const random = randomFrom(tries);
      const one = cases[Math.floor(random() * cases.length)];
      if (one === undefined || one.calm.writes < 2) continue;
      const first = 1 + Math.floor(random() * (one.calm.writes - 1));
      const second = 1 + Math.floor(random() * (one.calm.writes - first));
      const deaths = [first, second].map((write): Death => {
        const wire = random() < 0.5 ? {} : { wire: Math.floor(random() * 1e6) };
        return {
          write,
          moment: MOMENTS[Math.floor(random() * MOMENTS.length)] ?? "before its answer",
          pauseMs: PAUSES[Math.floor(random() * PAUSES.length)] ?? 0,
          ...wire,
        };
      });
      if ((await make([{ ...one, deaths }])) === 2) pairs += 1;
    }
    expect(pairs).toBe(wanted);
    figure("pairs of kills", pairs, "the second during recovery; all within three runs");
  },
  LONG,
);

test("a new unit whose making is cut off before it has the policies of the old one gets them, at every moment", async () => {
  const of = all.find(({ name }) => name === "unit-moved-with-policies");
  if (of === undefined) throw new Error("the scenario is gone");
  const calm = await undisturbed(of);
  const deaths = Array.from({ length: calm.writes }, (_, write) =>
    MOMENTS.map((moment): Death => ({ write: write + 1, moment, pauseMs: 700 })),
  );
  expect(await make(deaths.flat().map((death) => ({ of, calm, deaths: [death] })))).toBeGreaterThanOrEqual(
    3 * calm.writes - 1,
  );
});
