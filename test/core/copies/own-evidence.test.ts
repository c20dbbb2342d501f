import { describe, expect, it } from '@jest/globals';
import { beginProgress } from '../../../core/copies/begin-progress.ts';
import type { CopyProgress } from '../../../core/copies/copy-progress.ts';
import type { Checksum, ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import { isAnnotatedAs, ownEvidence } from '../../../core/copies/own-evidence.ts';
import { sseKms } from '../../made/facts.ts';
import { makeAttributes, makeTask } from './made-attributes.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const CRC: Checksum = { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'AAAAAA==' };
const upload = { uploadId: 'u', partBytes: 5, parts: 3, done: 3 };
const CUT = { parts: { count: 3, firstBytes: 5 } };
const COPY = {
  ref: { bucket: 'payroll', key: 'k', versionId: 'v2' },
  etag: 'e',
  lastModified: NOW,
};

const evidence = (
  copy: Partial<ObjectAttributes>,
  note: Partial<CopyProgress> = {},
  source: Partial<ObjectAttributes> = {},
) => {
  const task = makeTask(source);
  return ownEvidence(makeAttributes({ ...COPY, encryption: sseKms('target'), ...copy }), task, {
    ...beginProgress(task, NOW),
    ...note,
  });
};

describe('of a copy', () => {
  it.each([
    ['that its checksum proves', 'proven', { checksum: CRC }, {}, { checksum: CRC }],
    [
      'whose checksum is over its parts, and so proves nothing',
      'likely',
      { checksum: { ...CRC, type: 'COMPOSITE', value: 'x-1' } },
      {},
      { checksum: CRC },
    ],
    ['of which nothing more can tell', 'likely', {}, {}, {}],
    ['that was cut as its upload was', 'likely', CUT, { upload }, {}],
    ['in parts, proven', 'proven', { ...CUT, checksum: CRC }, { upload }, { checksum: CRC }],
    ['cut otherwise', 'none', { parts: { count: 2, firstBytes: 6 } }, { upload }, {}],
    [
      'in as many parts of another size',
      'none',
      { parts: { count: 3, firstBytes: 4 } },
      { upload },
      {},
    ],
    ['in one piece, of an upload', 'none', {}, { upload }, {}],
    ['in parts, of no upload', 'none', CUT, {}, {}],
    ['in one piece, of an upload that is to be begun anew', 'none', {}, { restarts: 1 }, {}],
    ['of other tags', 'none', { tags: {} }, {}, {}],
  ] as const)('%s: %s', (_title, expected, copy, note, source) => {
    expect(evidence(copy, note, source)).toBe(expected);
  });
});

describe('once S3 has said what was made', () => {
  const note = { upload, made: 'e v2' };
  it.each([
    ['it is that, whatever was done to it since', 'proven', { tags: {} }],
    ['it is no other version', 'none', { ref: { ...COPY.ref, versionId: 'v3' } }],
    ['it is nothing with another ETag', 'none', { etag: 'f' }],
    ['it is nothing that is encrypted otherwise', 'none', { encryption: sseKms('other') }],
  ] as const)('%s', (_title, expected, copy) => {
    expect(evidence(copy, note)).toBe(expected);
  });
});

describe('the annotations', () => {
  const one = { name: 'n', etag: 'e', size: 1 };
  it.each([
    ['are all there', [one], [{ ...one, etag: 'another, of another key' }], true],
    ['are there, with others', [one], [one, { ...one, name: 'm' }], true],
    ['are not there', [one], [], false],
    ['are not there whole', [one], [{ ...one, size: 2 }], false],
    ['are none', [], [], true],
  ] as const)('%s', (_title, source, copy, expected) => {
    expect(isAnnotatedAs({ annotations: copy }, { annotations: source })).toBe(expected);
  });
});
