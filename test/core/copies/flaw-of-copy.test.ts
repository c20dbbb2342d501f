import { expect, it } from '@jest/globals';
import type { Checksum } from '../../../core/copies/object-attributes.ts';
import { flawOfCopy } from '../../../core/copies/flaw-of-copy.ts';
import { keyArn, sseKms } from '../../made/facts.ts';
import { makeTask } from './made-attributes.ts';

const crc = (value: string, type: Checksum['type'] = 'FULL_OBJECT'): Checksum => ({
  algorithm: 'CRC32',
  type,
  value,
});
const KMS = { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: true } as const;
const DSSE = { algorithm: 'aws:kms:dsse', keyArn: keyArn('target'), bucketKey: false } as const;
const S3 = { algorithm: 'AES256' } as const;
const dsse = { kind: 'dsse-kms', keyArn: keyArn('target') } as const;

it.each([
  ['is none', KMS, sseKms('target'), 12, crc('a'), undefined],
  [
    'is none with another algorithm of checksum',
    KMS,
    sseKms('target'),
    12,
    { ...crc('b'), algorithm: 'SHA1' },
    undefined,
  ],
  [
    'is none with a checksum over parts',
    KMS,
    sseKms('target'),
    12,
    crc('b-2', 'COMPOSITE'),
    undefined,
  ],
  ['is none without a checksum', KMS, sseKms('target'), 12, undefined, undefined],
  ['is none under DSSE-KMS', DSSE, dsse, 12, crc('a'), undefined],
  ['is none under SSE-S3', S3, { kind: 'sse-s3' }, 12, crc('a'), undefined],
  ['is a byte too few', KMS, sseKms('target'), 11, crc('a'), /11 bytes, its source 12/],
  ['is another key', KMS, sseKms('other'), 12, crc('a'), /encrypted as .*other/],
  ['is another bucket-key flag', KMS, sseKms('target', false), 12, crc('a'), /"bucketKey":false/],
  ['is a weaker algorithm', DSSE, sseKms('target'), 12, crc('a'), /sse-kms/],
  ['is the default of the bucket', S3, sseKms('target'), 12, crc('a'), /AES256/],
  [
    'is another checksum',
    KMS,
    sseKms('target'),
    12,
    crc('b'),
    /CRC32 b, that of its source CRC32 a/,
  ],
] as const)('the flaw of a copy %s', (_title, encryption, found, size, checksum, expected) => {
  const task = makeTask({ checksum: crc('a') }, { encryption });
  const copy = { size, encryption: found, ...(checksum && { checksum }) };
  const flaw = flawOfCopy(task, copy);
  if (expected === undefined) expect(flaw).toBeUndefined();
  else expect(flaw).toMatch(expected);
});
