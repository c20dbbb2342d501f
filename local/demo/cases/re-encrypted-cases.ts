import { CopyObjectCommand } from '@aws-sdk/client-s3';
import type { Ending } from '../check/ending.ts';
import { type DemoCase, numbered } from './demo-case.ts';
import { RICH, tagging } from './rich.ts';
import { uploadInTwoParts } from './upload-in-two-parts.ts';
import { bodyOf, type PutInput, putObject, toUpload } from './upload.ts';

const fixed = (requirement: 'encryption' | 'kms-key' | 'bucket-key', rule = 'payroll'): Ending => ({
  how: 'reencrypted',
  rule,
  requirement,
});

const plain = (
  id: string,
  title: string,
  bucket: string,
  put: PutInput = {},
  ending: Ending = fixed('encryption'),
): DemoCase => ({
  id,
  title,
  key: numbered(`statements/${id}`, '.pdf'),
  place: async (world, key) => [await putObject(world, bucket, key, put)],
  ends: [ending],
});

/** Objects that are mended in place. */
export const reEncryptedCases: readonly DemoCase[] = [
  plain('sse-s3', 'SSE-S3 by default, versioned bucket', 'payroll'),
  plain('unversioned', 'SSE-S3 by default, unversioned bucket', 'payroll-exports'),
  plain('suspended', 'a null version, versioning suspended', 'payroll-suspended'),
  plain('rich', 'metadata, ten tags, headers, STANDARD_IA', 'payroll', {
    ...RICH,
    Tagging: tagging(10),
  }),
  plain('glacier', 'archived in GLACIER', 'payroll', { StorageClass: 'GLACIER' }),
  plain('queue', 'told by S3 to SQS', 'payroll-queue'),
  plain('topic', 'told by S3 to SNS to SQS', 'payroll-topic'),
  plain(
    'aws-s3-key',
    'under the key `aws/s3`',
    'payroll',
    { ServerSideEncryption: 'aws:kms' },
    fixed('kms-key'),
  ),
  plain(
    'tagged',
    'a rule for a tag: `data: personal`',
    'shared',
    { Tagging: 'data=personal' },
    fixed('encryption', 'personal'),
  ),
  {
    ...plain('rekey-from', 'under the old key, which `rekey-from` lists', 'payroll'),
    place: async (world, key) => [
      await putObject(world, 'payroll', key, {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: world.keys['payroll-2019'],
      }),
    ],
    ends: [fixed('kms-key')],
  },
  {
    ...plain('no-bucket-key', 'the right key, without a bucket key', 'payroll'),
    place: async (world, key) => [
      await putObject(world, 'payroll', key, {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: world.keys.payroll,
      }),
    ],
    ends: [fixed('bucket-key')],
  },
  {
    ...plain('two-versions', 'two versions of one key, both wrong', 'payroll'),
    uploads: 2,
    place: async (world, key) => [
      await putObject(world, 'payroll', key, { Body: bodyOf('first') }),
      await putObject(world, 'payroll', key, { Body: bodyOf('second') }),
    ],
  },
  {
    ...plain('multipart', 'uploaded in two parts', 'payroll'),
    atMost: 3, // each holds more than 5 MiB in memory
    place: async (world, key) => [await uploadInTwoParts(world, 'payroll', key)],
  },
  {
    ...plain('copied', 'copied from another object', 'payroll'),
    uploads: 2,
    place: async (world, key) => {
      const source = await putObject(world, 'payroll-exports', key);
      const CopySource = `payroll-exports/${encodeURIComponent(key)}`;
      const { VersionId } = await world.s3.send(
        new CopyObjectCommand({ Bucket: 'payroll', Key: key, CopySource }),
      );
      return [source, toUpload(world, 'payroll', key, VersionId, bodyOf(key))];
    },
  },
];
