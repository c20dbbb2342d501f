import { PutObjectCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { describe, expect, it, jest } from '@jest/globals';
import { allCases } from '../../../../local/demo/cases/all-cases.ts';
import { isolatedCases } from '../../../../local/demo/cases/isolated-cases.ts';
import type { DemoResult } from '../../../../local/demo/run/demo-result.ts';
import { isAsExpected } from '../../../../local/demo/run/demo-result.ts';
import { runDemo } from '../../../../local/demo/run/run-demo.ts';
import { problemsOf } from '../../../../local/demo/show/summary.ts';
import { withWorld } from '../with-world.ts';
import { sabotaged, signal } from './sabotaged.ts';

jest.setTimeout(120_000); // what failed comes back after seconds

const OBJECTS = 105; // more than are put one after the other
/** All but those that ask for the command, whose processes take longer than all the rest: it meets no faults. */
const CASES = allCases.filter((one) => one.releases !== true && !isolatedCases.includes(one));

const play = async (faults?: number): Promise<DemoResult> =>
  withWorld(
    async (world) => runDemo(world, { cases: CASES, objects: OBJECTS, signal }),
    faults === undefined ? {} : { faults },
  );

/** How every object ended, and what its key holds: all that may not depend on what went wrong. */
const endOf = ({ cases }: DemoResult): readonly string[] =>
  cases
    .flatMap(({ demoCase, uploads }) =>
      uploads.map(({ upload, ending, problems }, index) => {
        // either of two endings is right for what is deleted right after its PUT
        const how = demoCase.id === 'deleted' ? 'gone or judged before' : ending;
        return JSON.stringify([upload.bucket, upload.key, index, how, problems]);
      }),
    )
    .toSorted();

describe('the demo under faults, in one process', () => {
  it('ends as without them, whatever the seed', async () => {
    const [plain, ...results] = await Promise.all([undefined, 1, 3].map(play));
    const without = plain && endOf(plain);
    expect(without).toHaveLength(OBJECTS);
    for (const result of results) {
      const { faults, ...numbers } = result.numbers;
      expect({ seed: faults?.seed, problems: problemsOf(result) }).toMatchObject({ problems: [] });
      expect(isAsExpected(result)).toBe(true);
      expect(numbers).toMatchObject({ strays: 0, intentsOpen: 0, dlq: 0 });
      expect(endOf(result)).toEqual(without);
      // they were really dealt, in fair weather too
      const { calls, events } = faults ?? { calls: undefined, events: {} };
      expect([
        calls?.['slow-down'],
        calls?.['internal-error'],
        calls?.['request-lost'],
        calls?.['answer-lost'],
        calls?.late,
      ]).not.toContain(0);
      expect(Object.values(events)).not.toContain(0);
    }
  });

  it('fails where something was changed that no fault explains', async () => {
    const TagSet = [{ Key: 'stray', Value: '1' }];
    const result = await sabotaged(
      { objects: 2 },
      async ({ s3 }) => {
        const name = { Bucket: 'payroll', Key: 'statements/sse-s3-0001.pdf' };
        await s3.send(new PutObjectTaggingCommand({ ...name, Tagging: { TagSet } }));
        await s3.send(new PutObjectCommand({ Bucket: 'evidence', Key: 'nobodys', Body: 'x' }));
      },
      undefined,
      { faults: 7 },
    );
    expect(result.asExpected).toBe(false);
    expect(result.problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/sse-s3-0001\.pdf tags changed$/),
        'evidence/nobodys is there, and nobody put it',
      ]),
    );
  });
});
