import { describe, expect, it } from '@jest/globals';
import { saveBucket } from '../../../../local/model/s3/scope.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import {
  beginUpload,
  copyInput,
  head,
  keep,
  MANIFEST,
  MOVED,
  put,
  read,
  ref,
  remove,
} from './acts.ts';
import { deletedOnlyByMove } from './deleted-only-by-move.ts';
import {
  COPIER,
  createStage,
  type Input,
  invocation,
  KEY,
  MOVER,
  QUARANTINE,
  type Stage,
} from './stage.ts';

const OTHER = invocation('quarantine-object', 9);
const VARIANTS = ['move-on', 'move-off'] as const;
const TAGS = { Tagging: { TagSet: [{ Key: 'late', Value: '1' }] } };

const setUp = (bucket: string, input: Input = {}) => {
  const stage = createStage(deletedOnlyByMove);
  put(stage, bucket, 'x', { Metadata: { a: 'b' }, Tagging: 't=1', ...input });
  return { stage, place: ref(stage, bucket), etag: stage.current(bucket).etag };
};
const suspend = (stage: Stage, Status: string): void => {
  const input = { Bucket: 'move-on', VersioningConfiguration: { Status } };
  stage.call('user', 'PutBucketVersioning', input);
};

describe('nothing is deleted but by a move', () => {
  it.each(VARIANTS)('lets a move in %s delete what it has kept', (bucket) => {
    const { stage, place, etag } = setUp(bucket);
    read(stage, MOVER, place);
    keep(stage, bucket);
    read(stage, MOVER, place);
    remove(stage, place, etag);
    expect([stage.violations(), stage.windows()]).toEqual([[], []]);
    expect(stage.model().buckets.get(bucket)?.versions.get(KEY)?.size).toBe(
      bucket === 'move-on' ? 1 : undefined,
    );
  });

  it.each(VARIANTS)('fails in %s where nothing was kept before', (bucket) => {
    const { stage, place, etag } = setUp(bucket);
    remove(stage, place, etag);
    expect(stage.violations()[0]).toContain('no copy of it');
  });

  it.each<[string, Input]>([
    ['its tags', { TaggingDirective: 'REPLACE', Tagging: 't=2' }],
    ['its metadata', { MetadataDirective: 'REPLACE', Metadata: { a: 'c' } }],
    ['its storage class', { StorageClass: 'STANDARD_IA' }],
  ])('fails where the copy does not have %s', (_title, changed) => {
    const { stage, place, etag } = setUp('move-off');
    keep(stage, 'move-off', changed);
    read(stage, MOVER, place);
    remove(stage, place, etag);
    expect(stage.violations()).toEqual([expect.stringContaining('differs in')]);
  });

  it.each<[string, (manifest: Record<string, unknown>) => object]>([
    ['another copy', (manifest) => ({ ...manifest, copyEtag: 'x' })],
    ['another kind', (manifest) => ({ ...manifest, kind: 'isolate' })],
    [
      'another version',
      (manifest) => ({ ...manifest, source: { ...source(manifest), ref: { bucket: 'move-on' } } }),
    ],
    ['another ETag', (manifest) => ({ ...manifest, source: { ...source(manifest), etag: 'x' } })],
  ])('fails where the manifest names %s', (_title, change) => {
    const { stage, place, etag } = setUp('move-on');
    keep(stage, 'move-on');
    const text = Buffer.from(stage.current(QUARANTINE, MANIFEST('move-on')).bytes).toString();
    stage.call(MOVER, 'PutObject', {
      Bucket: QUARANTINE,
      Key: MANIFEST('move-on'),
      Body: Buffer.from(JSON.stringify(change(JSON.parse(text) as Record<string, unknown>))),
    });
    remove(stage, place, etag);
    expect(stage.violations()).toEqual([
      expect.stringContaining('was written over'),
      expect.stringContaining('was written over'),
    ]);
  });

  it('fails where a manifest is not JSON', () => {
    const { stage, place, etag } = setUp('move-off');
    keep(stage, 'move-off');
    const input = { Bucket: QUARANTINE, Key: MANIFEST('move-off'), Body: Buffer.from('{') };
    stage.call(MOVER, 'PutObject', input);
    remove(stage, place, etag);
    expect(stage.violations().length).toBe(1);
  });

  it.each<[string, string, Input]>([
    ['names no version and no ETag', 'move-on', { VersionId: undefined }],
    ['names the version where there are none', 'move-off', { VersionId: 'null' }],
    ['bypasses a lock', 'move-on', { BypassGovernanceRetention: true }],
  ])('fails for a delete that %s', (_title, bucket, input) => {
    const { stage, place } = setUp(bucket);
    keep(stage, bucket);
    stage.call(MOVER, 'DeleteObject', { ...place, ...input });
    expect(stage.violations().length).toBe(1);
  });

  it('fails for deletes by any other function, of many, and in the buckets of the stack', () => {
    const { stage, place } = setUp('move-on');
    keep(stage, 'move-on');
    stage.call(COPIER, 'DeleteObject', place);
    stage.call(MOVER, 'DeleteObjects', { Bucket: 'move-on', Delete: { Objects: [{ Key: KEY }] } });
    const VersionId = stage.current(QUARANTINE, MOVED('move-on')).versionId;
    stage.call(MOVER, 'DeleteObject', { Bucket: QUARANTINE, Key: MOVED('move-on'), VersionId });
    expect(stage.violations().map((words) => words.split(': ').at(-1))).toEqual([
      'only a move may delete',
      'only one version at a time may be deleted',
      'nothing is deleted from buckets of the stack',
      `version ${VersionId} is gone`,
    ]);
  });

  it('fails where another version goes than the one named, and where a marker goes', () => {
    const { stage, place } = setUp('move-on');
    keep(stage, 'move-on');
    put(stage, 'move-on', 'newer');
    const tamper = (state: AwsModel): AwsModel => {
      const bucket = state.buckets.get('move-on');
      return bucket === undefined
        ? state
        : saveBucket(state, { ...bucket, versions: bucket.versions.delete(KEY) });
    };
    stage.call(MOVER, 'DeleteObject', place, { tamper });
    put(stage, 'move-on', 'x');
    stage.call('user', 'DeleteObject', { Bucket: 'move-on', Key: KEY });
    const VersionId = stage.model().buckets.get('move-on')?.versions.get(KEY)?.last()?.versionId;
    stage.call(MOVER, 'DeleteObject', { Bucket: 'move-on', Key: KEY, VersionId });
    expect(stage.violations()).toEqual([
      expect.stringContaining('another version'),
      expect.stringContaining('delete marker'),
    ]);
  });

  it('fails where a marker hides something else than what is moved', () => {
    const { stage } = setUp('move-on');
    keep(stage, 'move-on');
    put(stage, 'move-on', 'newer');
    const { etag } = stage.current('move-on');
    stage.call(MOVER, 'DeleteObject', { Bucket: 'move-on', Key: KEY, IfMatch: `"${etag}"` });
    expect(stage.violations()).toEqual([expect.stringContaining('no copy of it')]);
  });

  it('fails where a write makes an older version go', () => {
    const { stage, place } = setUp('move-on');
    put(stage, 'move-on', 'newer');
    const tamper = (state: AwsModel): AwsModel => {
      const bucket = state.buckets.get('move-on');
      const versions = bucket?.versions.update(KEY, (list) => list?.shift() ?? list);
      return bucket === undefined || versions === undefined
        ? state
        : saveBucket(state, { ...bucket, versions });
    };
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...TAGS }, { tamper });
    expect(stage.violations()).toEqual([expect.stringContaining('is gone')]);
  });

  it('lets uploads be aborted by those who began them alone', () => {
    const { stage } = setUp('copy-on');
    put(stage, 'copy-on', '0123456789abcdef');
    const ours = beginUpload(stage, ref(stage, 'copy-on'));
    stage.call('user', 'CreateMultipartUpload', { Bucket: 'copy-on', Key: KEY });
    const theirs = stage.model().buckets.get('copy-on')?.uploads.keySeq().last();
    for (const UploadId of [ours, 'gone', theirs]) {
      stage.call(COPIER, 'AbortMultipartUpload', { Bucket: 'copy-on', Key: KEY, UploadId });
    }
    expect(stage.violations()).toEqual([expect.stringContaining('somebody else')]);
  });

  it('leaves to invariant 1 what a copy replaces', () => {
    const { stage, place } = setUp('copy-off');
    stage.call(COPIER, 'CopyObject', copyInput(place));
    expect(stage.violations()).toEqual([]);
  });
});

describe('what AWS leaves open', () => {
  it.each(VARIANTS)('counts tags written since the last read in %s as a window', (bucket) => {
    const { stage, place, etag } = setUp(bucket);
    keep(stage, bucket);
    read(stage, MOVER, place);
    stage.call('user', 'PutObjectTagging', { ...place, ...TAGS });
    remove(stage, place, etag);
    expect(stage.violations()).toEqual([]);
    expect(new Set(stage.windows())).toEqual(new Set(['changed-before-delete']));
  });

  it('is no window where nothing was read again after the copy', () => {
    const { stage, place, etag } = setUp('move-off');
    read(stage, MOVER, place);
    keep(stage, 'move-off');
    stage.call('user', 'PutObjectTagging', { ...place, ...TAGS });
    remove(stage, place, etag);
    expect([stage.violations().length, stage.windows()]).toEqual([1, []]);
  });

  it('is no window where the read already told it', () => {
    const { stage, place, etag } = setUp('move-off');
    keep(stage, 'move-off');
    stage.call('user', 'PutObjectTagging', { ...place, ...TAGS });
    read(stage, MOVER, place);
    remove(stage, place, etag);
    expect([stage.violations().length, stage.windows()]).toEqual([1, []]);
  });

  it.each(VARIANTS)('counts a newer upload of the same bytes in %s as a window', (bucket) => {
    const { stage, place, etag } = setUp(bucket);
    keep(stage, bucket);
    read(stage, MOVER, place);
    put(stage, bucket, 'x', { Metadata: { a: 'newer' } });
    stage.call(MOVER, 'DeleteObject', { Bucket: bucket, Key: KEY, IfMatch: `"${etag}"` });
    expect([stage.violations(), stage.windows()]).toEqual([[], ['newer-upload-of-same-bytes']]);
  });

  it('counts an annotation that was changed and changed back during the copy as a window', () => {
    const { stage, place, etag } = setUp('move-off');
    const annotate = (text: string) =>
      stage.call('user', 'PutObjectAnnotation', {
        ...place,
        AnnotationName: 'n',
        AnnotationPayload: Buffer.from(text),
      });
    annotate('one');
    read(stage, MOVER, place);
    annotate('two');
    keep(stage, 'move-off');
    annotate('one');
    read(stage, MOVER, place);
    remove(stage, place, etag);
    expect([stage.violations(), stage.windows()]).toEqual([[], ['annotation-changed-and-back']]);
  });

  it('counts what another delivery wrote over copy and manifest as a window', () => {
    const { stage, place, etag } = setUp('move-off');
    keep(stage, 'move-off');
    read(stage, MOVER, place);
    keep(stage, 'move-off', { by: OTHER, TaggingDirective: 'REPLACE' });
    remove(stage, place, etag);
    expect([stage.violations(), stage.windows()]).toEqual([[], ['two-deliveries-of-one-move']]);
  });

  it('is no window where this very invocation wrote over them', () => {
    const { stage, place, etag } = setUp('move-off');
    keep(stage, 'move-off');
    read(stage, MOVER, place);
    keep(stage, 'move-off', { TaggingDirective: 'REPLACE' });
    remove(stage, place, etag);
    expect([stage.violations().length, stage.windows()]).toEqual([1, []]);
  });

  it.each([
    ['since we asked, as a window', true],
    ['before we asked, as a violation', false],
  ])('counts versioning that was suspended %s', (_title, isSince) => {
    const stage = createStage(deletedOnlyByMove);
    suspend(stage, 'Suspended');
    put(stage, 'move-on', 'x');
    if (isSince) suspend(stage, 'Enabled');
    keep(stage, 'move-on');
    stage.call(MOVER, 'GetBucketVersioning', { Bucket: 'move-on' });
    if (isSince) suspend(stage, 'Suspended');
    head(stage, MOVER, 'move-on');
    const { etag } = stage.current('move-on');
    stage.call(MOVER, 'DeleteObject', { Bucket: 'move-on', Key: KEY, IfMatch: `"${etag}"` });
    const window = 'versioning-suspended-before-write';
    expect([stage.violations().length, stage.windows()]).toEqual(isSince ? [0, [window]] : [1, []]);
  });
});

const source = (manifest: Record<string, unknown>): object => manifest['source'] as object;
