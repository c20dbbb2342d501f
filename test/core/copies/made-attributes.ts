import type { CopyTask } from '../../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import { keyArn } from '../../made/facts.ts';

/** A plain object of 12 bytes, as its attributes were read. */
export const makeAttributes = (facts: Partial<ObjectAttributes> = {}): ObjectAttributes => ({
  ref: { bucket: 'payroll', key: 'a/b ü.txt', versionId: 'v1' },
  etag: '6f5902ac237024bdd0c176cb93063dc4',
  lastModified: new Date('2026-11-20T09:15:02Z'),
  size: 12,
  encryption: { kind: 'none' },
  headers: { contentType: 'text/plain' },
  metadata: { owner: 'hr' },
  missingMetadata: 0,
  storageClass: 'STANDARD',
  archived: false,
  tags: { pii: 'yes' },
  acl: {
    owner: 'me',
    grants: [{ grantee: { kind: 'user', id: 'me' }, permission: 'FULL_CONTROL' }],
  },
  annotations: [],
  ...facts,
});

export const TARGET = keyArn('target');

/** A copy of it onto itself, under the target key. */
export const makeTask = (
  facts: Partial<ObjectAttributes> = {},
  task: Partial<CopyTask> = {},
): CopyTask => {
  const attributes = makeAttributes(facts);
  return {
    id: 'intent',
    attributes,
    to: { bucket: attributes.ref.bucket, key: attributes.ref.key },
    encryption: { algorithm: 'aws:kms', keyArn: TARGET, bucketKey: true },
    onlyIf: { kind: 'etag', etag: attributes.etag },
    acl: 'carry',
    lock: 'carry',
    ...task,
  };
};
