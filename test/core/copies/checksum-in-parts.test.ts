import { expect, it } from '@jest/globals';
import { checksumInParts } from '../../../core/copies/checksum-in-parts.ts';

it.each([
  ['CRC32', 'FULL_OBJECT', { algorithm: 'CRC32', type: 'FULL_OBJECT' }],
  ['CRC32C', 'COMPOSITE', { algorithm: 'CRC32C', type: 'COMPOSITE' }],
  ['CRC64NVME', 'FULL_OBJECT', { algorithm: 'CRC64NVME', type: 'FULL_OBJECT' }],
  ['CRC32C', 'FULL_OBJECT', { algorithm: 'CRC32C', type: 'FULL_OBJECT' }],
  ['SHA1', 'FULL_OBJECT', { algorithm: 'SHA1', type: 'COMPOSITE' }],
  ['XXHASH3', 'COMPOSITE', { algorithm: 'XXHASH3', type: 'COMPOSITE' }],
  ['SHA256', 'FULL_OBJECT', { algorithm: 'SHA256', type: 'COMPOSITE' }],
  ['SHA1', 'COMPOSITE', { algorithm: 'SHA1', type: 'COMPOSITE' }],
  ['XXHASH3', 'FULL_OBJECT', { algorithm: 'XXHASH3' }],
] as const)('asks for %s %s as far as parts can have it', (algorithm, type, expected) => {
  expect(checksumInParts({ algorithm, type, value: 'x' })).toEqual(expected);
});
