import { createHash } from 'node:crypto';
import type { Ending } from '../check/ending.ts';
import type { World } from '../world/world.ts';
import { announce } from './announce.ts';
import { type DemoCase, numbered } from './demo-case.ts';
import { putAnnotated } from './put-annotated.ts';
import { ANNOTATIONS, grantsFor, RICH, tagging } from './rich.ts';
import { bodyOf, type PutInput, putObject } from './upload.ts';

const QUARANTINED: Ending = { how: 'quarantined', rule: 'evidence', requirement: 'encryption' };
const COMPLIANT: Ending = { how: 'compliant', rule: 'evidence' };

const right = ({ keys }: World): PutInput => ({
  ServerSideEncryption: 'aws:kms',
  SSEKMSKeyId: keys.payroll,
  BucketKeyEnabled: true,
});

/** Objects that go to quarantine, and come back only by a person. */
export const movedCases: readonly DemoCase[] = [
  {
    id: 'moved-current',
    title: 'metadata, tags, headers, class, ACL; older versions below stay hidden',
    releases: true,
    uploads: 2,
    key: numbered('case-7/statement', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'evidence', key, { Body: bodyOf('older'), ...right(world) }),
      putAnnotated(world, 'evidence', key, ANNOTATIONS, {
        ...RICH,
        Tagging: tagging(9),
        ...grantsFor(world.account),
      }),
    ],
    ends: [],
    endsEach: [COMPLIANT, QUARANTINED],
  },
  {
    id: 'moved-older',
    title: 'an older version; the current one stays',
    uploads: 2,
    key: numbered('case-1/older', '.pdf'),
    place: async (world, key) => {
      const older = await putObject(world, 'evidence-old', key, { Body: bodyOf('older') });
      const newer = await putObject(world, 'evidence-old', key, right(world));
      await announce(world, [older, newer]);
      return [older, newer];
    },
    ends: [],
    endsEach: [QUARANTINED, COMPLIANT],
  },
  {
    id: 'moved-plain',
    title: 'a bucket that never had versioning',
    key: numbered('case-8/photo', '.raw'),
    place: async (world, key) => [await putObject(world, 'evidence-plain', key)],
    ends: [QUARANTINED],
  },
  {
    id: 'moved-query',
    title: 'a query in its key',
    key: (n) => `case-9/page?versionId=${createHash('md5').update(`${n}`).digest('hex')}&x=%2F ü`,
    place: async (world, key) => [await putObject(world, 'evidence', key)],
    ends: [QUARANTINED],
  },
];
