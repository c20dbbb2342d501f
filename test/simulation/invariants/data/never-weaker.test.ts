import { describe, expect, it } from '@jest/globals';
import type { StoredEncryption } from '../../../../local/model/s3/stored-object.ts';
import { beginUpload, complete, copyInput, head, keep, put, read, ref } from './acts.ts';
import { neverWeaker } from './never-weaker.ts';
import {
  altering,
  COPIER,
  createStage,
  type Input,
  JUDGE,
  KEYS,
  MOVER,
  QUARANTINE,
  type Stage,
  underKms,
  UPDATER,
} from './stage.ts';

const LONG = '0123456789abcdef';
const DUAL = { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: KEYS.main };
const AWS_MANAGED = { ServerSideEncryption: 'aws:kms' };

const update = (stage: Stage, Bucket: string, BucketKeyEnabled = true): void => {
  stage.call(UPDATER, 'UpdateObjectEncryption', {
    ...ref(stage, Bucket),
    ObjectEncryption: { SSEKMS: { KMSKeyArn: KEYS.main, BucketKeyEnabled } },
  });
};

describe('encryption never gets weaker', () => {
  it.each<[string, string, Input]>([
    ['SSE-S3', 'tagged-on', {}],
    ['the key of AWS', 'tagged-on', AWS_MANAGED],
    ['a key that the rule lists', 'update-on', underKms(KEYS.old)],
    [
      'the same key, to be given a bucket key',
      'update-off',
      { ...underKms(KEYS.main), BucketKeyEnabled: false },
    ],
  ])('lets an update re-key %s', (_title, Bucket, encryption) => {
    const stage = createStage(neverWeaker);
    put(stage, Bucket, 'x', encryption);
    update(stage, Bucket);
    expect([stage.violations(), stage.windows()]).toEqual([[], []]);
  });

  it.each<[string, string, Input]>([
    ['a key that no rule lists', 'update-on', underKms(KEYS.foreign)],
    ['a listed key where another rule governs', 'tagged-on', underKms(KEYS.old)],
    ['a key of another account', 'update-on', underKms(KEYS.elsewhere)],
  ])('fails where an update gives up %s', (_title, Bucket, encryption) => {
    const stage = createStage(neverWeaker);
    put(stage, Bucket, 'x', encryption);
    head(stage, JUDGE, Bucket);
    update(stage, Bucket);
    expect(stage.violations()).toEqual([expect.stringContaining('was given up')]);
  });

  it('fails where a bucket key that the rule asks for is not there', () => {
    const stage = createStage(neverWeaker);
    put(stage, 'update-on', 'x');
    update(stage, 'update-on', false);
    expect(stage.violations()).toEqual([expect.stringContaining('bucket key')]);
  });

  it.each<[string, StoredEncryption]>([
    ['SSE-S3', { kind: 'sse-s3' }],
    ['nothing', { kind: 'none' }],
    ['what cannot be compared', { kind: 'sse-c', keyMd5: 'x' }],
  ])('fails where SSE-KMS becomes %s', (_title, encryption) => {
    const stage = createStage(neverWeaker);
    put(stage, 'update-on', 'x', underKms(KEYS.old));
    const tamper = altering('update-on', { encryption });
    const input = { ...ref(stage, 'update-on'), ObjectEncryption: {} };
    stage.call(UPDATER, 'UpdateObjectEncryption', input, { tamper });
    expect(stage.violations()).toEqual([expect.stringMatching(/became|cannot become/)]);
  });

  it('counts a customer key that somebody chose since the verdict as a window', () => {
    const stage = createStage(neverWeaker);
    put(stage, 'update-off', 'x');
    head(stage, JUDGE, 'update-off');
    put(stage, 'update-off', 'y', underKms(KEYS.foreign));
    update(stage, 'update-off');
    expect([stage.violations(), stage.windows()]).toEqual([[], ['key-changed-before-write']]);
  });
});

describe('of copies', () => {
  it('lets them go from SSE-S3 to SSE-KMS, and from SSE-KMS to DSSE-KMS under the same key', () => {
    const stage = createStage(neverWeaker);
    put(stage, 'copy-on', LONG);
    stage.call(COPIER, 'CopyObject', copyInput(ref(stage, 'copy-on')));
    put(stage, 'dual-on', LONG, underKms(KEYS.main));
    complete(stage, 'dual-on', beginUpload(stage, ref(stage, 'dual-on'), DUAL));
    expect(stage.violations()).toEqual([]);
  });

  it.each<[string, Input, string]>([
    ['DSSE-KMS becomes SSE-KMS', DUAL, 'dsse-kms'],
    ['a customer key is given up', underKms(KEYS.old), 'given up'],
  ])('fails where %s, at once and in parts', (_title, encryption, words) => {
    const stage = createStage(neverWeaker);
    put(stage, 'copy-on', LONG, encryption);
    const place = ref(stage, 'copy-on');
    read(stage, COPIER, place);
    const upload = beginUpload(stage, place);
    stage.call(COPIER, 'CopyObject', copyInput(place));
    complete(stage, 'copy-on', upload);
    expect(stage.violations()).toEqual([
      expect.stringContaining(words),
      expect.stringContaining(words),
    ]);
  });

  it('fails where a copy is given to more than its source', () => {
    const stage = createStage(neverWeaker);
    stage.call('user', 'PutBucketOwnershipControls', {
      Bucket: 'copy-on',
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    });
    put(stage, 'copy-on', LONG, { ACL: 'public-read' });
    const place = ref(stage, 'copy-on');
    read(stage, COPIER, place);
    stage.call(COPIER, 'CopyObject', copyInput(place, { ACL: 'public-read' }));
    expect(stage.violations()).toEqual([]);
    stage.call(COPIER, 'CopyObject', copyInput(place, { ACL: 'public-read-write' }));
    expect(stage.violations()).toEqual([]); // WRITE means nothing on an object
    stage.call(COPIER, 'CopyObject', copyInput(place, { ACL: 'authenticated-read' }));
    expect(stage.violations()).toEqual([expect.stringContaining('gives more')]);
  });

  it('counts an ACL that a user narrowed since it was read as a window', () => {
    const stage = createStage(neverWeaker);
    stage.call('user', 'PutBucketOwnershipControls', {
      Bucket: 'copy-on',
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    });
    put(stage, 'copy-on', LONG, { ACL: 'public-read' });
    const place = ref(stage, 'copy-on');
    read(stage, COPIER, place);
    stage.call('user', 'PutObjectAcl', { ...place, ACL: 'private' });
    stage.call(COPIER, 'CopyObject', copyInput(place, { ACL: 'public-read' }));
    expect([stage.violations(), stage.windows()]).toEqual([[], ['attributes-changed-before-copy']]);
  });

  it('fails where anything else is written', () => {
    const stage = createStage(neverWeaker);
    put(stage, 'copy-on', LONG);
    stage.call(COPIER, 'PutObject', { Bucket: 'copy-on', Key: 'new', Body: Buffer.from('x') });
    const acl = { canned: 'public-read', grants: undefined };
    const input = { ...ref(stage, 'copy-on'), Tagging: { TagSet: [] } };
    stage.call(MOVER, 'PutObjectTagging', input, { tamper: altering('copy-on', { acl }) });
    expect(stage.violations()).toEqual([
      expect.stringContaining('neither an update nor a copy'),
      expect.stringContaining('an ACL was written'),
    ]);
  });
});

describe('into quarantine', () => {
  it('lets any customer key be given up for that of the quarantine', () => {
    const stage = createStage(neverWeaker);
    put(stage, 'move-on', 'x', underKms(KEYS.foreign));
    keep(stage, 'move-on');
    expect(stage.violations()).toEqual([]);
  });

  it.each<[string, Input, Input, string]>([
    ['another key', {}, underKms(KEYS.main), 'key of the quarantine'],
    ['weaker', DUAL, {}, 'dsse-kms'],
  ])('fails where the copy is under %s', (_title, source, copy, words) => {
    const stage = createStage(neverWeaker);
    put(stage, 'move-on', 'x', source);
    keep(stage, 'move-on', copy);
    expect(stage.violations()).toEqual([expect.stringContaining(words)]);
    expect(stage.model().buckets.get(QUARANTINE)?.versions.size).toBe(2);
  });
});
