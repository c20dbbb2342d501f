import {
  DeleteObjectAnnotationCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it, jest } from '@jest/globals';
import { movedCases } from '../../../../local/demo/cases/moved-cases.ts';
import type { World } from '../../../../local/demo/world/world.ts';
import { sabotaged } from './sabotaged.ts';

jest.setTimeout(60_000); // each release starts the command four times

const MOVED = { Bucket: 'evidence', Key: 'case-7/statement-0001.pdf' };
const TagSet = [{ Key: 'stray', Value: '1' }];

/** One that its rule has nothing against, or it would be moved as well. */
const putNewer = async ({ s3, keys }: World) =>
  s3.send(
    new PutObjectCommand({
      ...MOVED,
      Body: 'newer',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keys.payroll,
    }),
  );

describe('the demo, releasing', () => {
  const cases = movedCases.filter((one) => one.releases);

  it.each([
    [
      'has another tag',
      new PutObjectTaggingCommand({ ...MOVED, Tagging: { TagSet } }),
      'tags is not as it was: 1',
    ],
    [
      'has lost an annotation',
      new DeleteObjectAnnotationCommand({ ...MOVED, AnnotationName: 'summary' }),
      'annotations is not as it was: 1',
    ],
  ])('fails where what came back %s', async (_title, command, problem) => {
    const result = await sabotaged(
      { cases },
      async () => Promise.resolve(),
      (world) => ({
        ...world,
        sealward: async (args) => {
          const finished = await world.sealward(args);
          if (args.includes('--apply')) await world.s3.send(command as PutObjectTaggingCommand);
          return finished;
        },
      }),
    );
    expect(result).toMatchObject({ asExpected: false, unexpected: 0, released: 1 });
    expect(result.problems).toEqual([`released: ${problem}`]);
  });

  it('fails where the command refuses, since something newer is there', async () => {
    const result = await sabotaged(
      { cases },
      async () => Promise.resolve(),
      (world) => ({
        ...world,
        sealward: async (args) => {
          if (args.includes('list')) await putNewer(world);
          return world.sealward(args);
        },
      }),
    );
    expect(result.asExpected).toBe(false);
    expect(result.problems.join('\n')).toMatch(
      /released: `sealward quarantine release .* answered 2/,
    );
  });
});
