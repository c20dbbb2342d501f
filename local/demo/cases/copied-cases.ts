import type { Ending } from '../check/ending.ts';
import { announce } from './announce.ts';
import { type DemoCase, numbered } from './demo-case.ts';
import { putUnencrypted } from './put-unencrypted.ts';
import { grantsFor, RICH, tagging } from './rich.ts';
import { type PutInput, putObject } from './upload.ts';

const copied = (rule = 'scans', order: 'copy' | 'copy-in-parts' = 'copy'): Ending => ({
  how: 'copied',
  rule,
  requirement: 'encryption',
  order,
});
const reported = (because: 'archived' | 'not-current'): Ending => ({
  how: 'reported',
  rule: 'scans',
  requirement: 'encryption',
  because,
});

const found = (
  id: string,
  title: string,
  bucket: string,
  put: (account: string) => Parameters<typeof putUnencrypted>[3],
  ending: Ending,
): DemoCase => ({
  id,
  title,
  key: numbered(`2019/${id}`, '.tif'),
  place: async (world, key) => {
    const upload = putUnencrypted(world, bucket, key, put(world.account));
    await announce(world, [upload]); // no event tells of what is from before 2023
    return [upload];
  },
  ends: [ending],
});

const RIGHT = (keyArn: string): PutInput => ({
  ServerSideEncryption: 'aws:kms',
  SSEKMSKeyId: keyArn,
  BucketKeyEnabled: true,
});

const MANY = Buffer.alloc(11 * 1024 ** 2, 'eleven MiB of a scan ');

/** Objects that S3 does not update, and that a rule allows to be copied onto themselves. */
export const copiedCases: readonly DemoCase[] = [
  found(
    'old-rich',
    'not encrypted, with metadata, tags, headers, class, ACL: the old version stays',
    'scans',
    (account) => ({ ...RICH, Tagging: tagging(10), ...grantsFor(account) }),
    copied(),
  ),
  found('old-plain', 'not encrypted, never versioned', 'scans-plain', () => ({}), copied()),
  {
    ...found(
      'old-large',
      'not encrypted, 11 MiB, where more than 10 go in parts',
      'scans',
      () => ({ Body: MANY, Metadata: { pages: '212' }, Tagging: 'kept=yes' }),
      copied('scans', 'copy-in-parts'),
    ),
    atMost: 1,
  },
  found(
    'old-glacier',
    'not encrypted, and archived',
    'scans',
    () => ({ StorageClass: 'GLACIER' }),
    reported('archived'),
  ),
  {
    ...found('old-query', 'not encrypted, a query in its key', 'scans', () => ({}), copied()),
    key: (n) => `2019/page?versionId=null&acl#${n}`,
  },
  {
    id: 'old-older',
    title: 'not encrypted, and no longer the current version',
    uploads: 2,
    key: numbered('2019/old-older', '.tif'),
    place: async (world, key) => {
      const older = putUnencrypted(world, 'scans', key);
      const newer = await putObject(world, 'scans', key, RIGHT(world.keys.payroll));
      await announce(world, [older]);
      return [older, newer];
    },
    ends: [],
    endsEach: [reported('not-current'), { how: 'compliant', rule: 'scans' }],
  },
  {
    id: 'dsse-wanted',
    title: 'SSE-S3, where the rule wants DSSE-KMS',
    key: numbered('deeds/dsse-wanted', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'vault', key, { ...RICH, Tagging: 'a=1' }),
    ],
    ends: [copied('vault')],
  },
];
