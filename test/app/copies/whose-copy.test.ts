import { expect, it } from '@jest/globals';
import { type Whose, whoseCopy } from '../../../app/copies/whose-copy.ts';
import { beginProgress } from '../../../core/copies/begin-progress.ts';
import type { CopyProgress } from '../../../core/copies/copy-progress.ts';
import type { Checksum, ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import { sseKms } from '../../made/facts.ts';
import { makeAttributes, makeTask } from '../../core/copies/made-attributes.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const checksum: Checksum = { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'AAAAAA==' };
const annotations = [{ name: 'n', etag: 'e', size: 1 }];
const upload = { uploadId: 'u', partBytes: 12, parts: 1, done: 1 };
const parts = { count: 1, firstBytes: 12 };
const made = 'e v2';

type Case = {
  readonly source?: Partial<ObjectAttributes>;
  readonly copy?: Partial<ObjectAttributes>;
  readonly note?: Partial<CopyProgress>;
  readonly uploadIsThere?: true;
};

it.each<[string, Case, Whose]>([
  ['takes what was copied at once', {}, 'ours'],
  ['with its annotations', { source: { annotations }, copy: { annotations } }, 'ours'],
  [
    'not without them, whatever its checksum: CopyObject brings them along',
    { source: { annotations, checksum }, copy: { checksum } },
    'foreign',
  ],
  ['takes what was copied in parts', { copy: { parts }, note: { upload } }, 'ours'],
  [
    'not while its upload is there',
    { copy: { parts }, note: { upload }, uploadIsThere: true },
    'foreign',
  ],
  [
    'without annotations, if its checksum proves it',
    { source: { annotations, checksum }, copy: { parts, checksum }, note: { upload } },
    'ours',
  ],
  [
    'knows not whose it is without annotations, if nothing proves it: they would be written onto it',
    { source: { annotations }, copy: { parts }, note: { upload } },
    'unproven',
  ],
  [
    'not even that while its upload is there',
    { source: { annotations }, copy: { parts }, note: { upload }, uploadIsThere: true },
    'foreign',
  ],
  [
    'without annotations, if S3 said that this was made',
    { source: { annotations }, copy: { parts }, note: { upload, made } },
    'ours',
  ],
])('%s', async (_title, { source, copy, note, uploadIsThere }, expected) => {
  const task = makeTask(source);
  const uploads = {
    listParts: async () =>
      Promise.resolve(
        uploadIsThere === true
          ? ({ kind: 'parts', parts: [] } as const)
          : ({ kind: 'no-upload' } as const),
      ),
  } as never;
  const attributes = makeAttributes({
    ref: { bucket: 'payroll', key: 'k', versionId: 'v2' },
    etag: 'e',
    lastModified: NOW,
    encryption: sseKms('target'),
    ...copy,
  });
  const whole = { ...beginProgress(task, NOW), ...note };
  expect(await whoseCopy({ uploads }, task, whole, attributes)).toBe(expected);
});
