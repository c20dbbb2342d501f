import { describe, expect, it } from '@jest/globals';
import { removeVersion } from '../../../../local/model/s3/version-stack.ts';
import { saveBucket } from '../../../../local/model/s3/scope.ts';
import {
  beginUpload,
  complete,
  copyInput,
  head,
  keep,
  MOVED,
  put,
  read,
  ref,
  remove,
} from './acts.ts';
import { neverResurrected } from './never-resurrected.ts';
import {
  COPIER,
  createStage,
  KEY,
  KEYS,
  MOVER,
  QUARANTINE,
  type Stage,
  underKms,
  UPDATER,
} from './stage.ts';

const LONG = '0123456789abcdef';
const versionId = (stage: Stage, bucket: string) => stage.current(bucket).versionId;

describe('older data never becomes current', () => {
  it('holds for updates, copies at once and in parts, and moves', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'copy-on', 'older');
    put(stage, 'copy-on', LONG);
    stage.call(UPDATER, 'UpdateObjectEncryption', {
      ...ref(stage, 'copy-on'),
      ObjectEncryption: { SSEKMS: { KMSKeyArn: KEYS.main } },
    });
    stage.call(COPIER, 'CopyObject', copyInput(ref(stage, 'copy-on')));
    complete(stage, 'copy-on', beginUpload(stage, ref(stage, 'copy-on')));
    for (const bucket of ['move-on', 'move-off']) {
      put(stage, bucket, 'older');
      put(stage, bucket, 'newer');
      keep(stage, bucket);
      remove(stage, ref(stage, bucket), stage.current(bucket).etag);
    }
    expect([stage.violations(), stage.windows()]).toEqual([[], []]);
  });

  it('fails where the current version is deleted without a marker on top', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'move-on', 'older');
    put(stage, 'move-on', 'newer');
    const place = ref(stage, 'move-on');
    head(stage, MOVER, 'move-on');
    stage.call(MOVER, 'DeleteObject', place);
    expect(stage.violations()).toEqual([expect.stringContaining('older, became current')]);
  });

  it('fails where a delete marker is removed', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'move-on', 'older');
    stage.call('user', 'DeleteObject', { Bucket: 'move-on', Key: KEY });
    const marker = stage.model().buckets.get('move-on')?.versions.get(KEY)?.last()?.versionId;
    stage.call(MOVER, 'DeleteObject', { Bucket: 'move-on', Key: KEY, VersionId: marker });
    expect(stage.violations()).toEqual([expect.stringContaining('became current')]);
  });

  it('fails where an older version is copied over a newer one, at once and in parts', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'copy-on', LONG);
    const older = ref(stage, 'copy-on');
    const upload = beginUpload(stage, older);
    put(stage, 'copy-on', 'newer');
    read(stage, COPIER, older);
    stage.call(COPIER, 'CopyObject', copyInput(older));
    put(stage, 'copy-on', 'newest');
    read(stage, COPIER, older);
    complete(stage, 'copy-on', upload);
    expect(stage.violations()).toEqual([
      expect.stringContaining('CopyObject'),
      expect.stringContaining('CompleteMultipartUpload'),
    ]);
  });

  it('fails where a copy comes onto a delete marker, or from another key', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'copy-on', 'x');
    const place = ref(stage, 'copy-on');
    stage.call('user', 'DeleteObject', { Bucket: 'copy-on', Key: KEY });
    stage.call(COPIER, 'CopyObject', copyInput(place));
    stage.call(COPIER, 'CopyObject', { ...copyInput(ref(stage, 'copy-on')), Key: 'other' });
    expect(stage.violations()).toEqual([
      expect.stringContaining('placed over'),
      expect.stringContaining('its own key'),
    ]);
  });

  it('fails where parts of two uploads are put together', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'copy-off', LONG);
    const upload = beginUpload(stage, ref(stage, 'copy-off'));
    put(stage, 'copy-off', LONG.toUpperCase());
    stage.call(COPIER, 'UploadPartCopy', {
      ...copyInput(ref(stage, 'copy-off')),
      UploadId: upload,
      PartNumber: 2,
      CopySourceRange: 'bytes=8-15',
    });
    complete(stage, 'copy-off', upload);
    expect(stage.violations()).toEqual([expect.stringContaining('not made from one version')]);
  });

  it('fails where a quarantined copy is written over with other bytes', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'move-on', 'one');
    keep(stage, 'move-on');
    keep(stage, 'move-on'); // again: another delivery of the same order
    expect(stage.violations()).toEqual([]);
    stage.call(MOVER, 'PutObject', {
      Bucket: QUARANTINE,
      Key: MOVED('move-on'),
      Body: Buffer.from('two'),
      ...underKms(KEYS.quarantine),
    });
    expect(stage.violations()).toEqual([expect.stringContaining('quarantined copy')]);
  });

  it('fails where an update brings an older version up', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'update-on', 'older');
    put(stage, 'update-on', 'newer');
    const id = versionId(stage, 'update-on');
    stage.call(UPDATER, 'UpdateObjectEncryption', ref(stage, 'update-on'), {
      tamper: (state) => {
        const bucket = state.buckets.get('update-on');
        return bucket === undefined ? state : saveBucket(state, removeVersion(bucket, KEY, id));
      },
    });
    expect(stage.violations()).toEqual([expect.stringContaining('became current')]);
  });
});

describe('what AWS leaves open', () => {
  it.each([
    ['the version that our last look had on top', false],
    ['the marker that we put on top', true],
  ])('counts it as a window where a user deletes %s', (_title, isMarked) => {
    const stage = createStage(neverResurrected);
    put(stage, 'move-on', 'older');
    put(stage, 'move-on', 'moved');
    const place = ref(stage, 'move-on');
    const { etag } = stage.current('move-on');
    if (!isMarked) put(stage, 'move-on', 'newer');
    head(stage, MOVER, 'move-on');
    if (isMarked) {
      stage.call(MOVER, 'DeleteObject', { Bucket: 'move-on', Key: KEY, IfMatch: `"${etag}"` });
    }
    const top = stage.model().buckets.get('move-on')?.versions.get(KEY)?.last()?.versionId;
    stage.call('user', 'DeleteObject', { Bucket: 'move-on', Key: KEY, VersionId: top });
    stage.call(MOVER, 'DeleteObject', place);
    expect([stage.violations(), stage.windows()]).toEqual([[], ['current-deleted-before-version']]);
  });

  it('is no window where another invocation looked, or the answer was lost', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'move-on', 'older');
    put(stage, 'move-on', 'moved');
    const place = ref(stage, 'move-on');
    put(stage, 'move-on', 'newer');
    head(stage, COPIER, 'move-on');
    stage.call(MOVER, 'HeadObject', { Bucket: 'move-on', Key: KEY }, { answered: false });
    stage.call('user', 'DeleteObject', ref(stage, 'move-on'));
    stage.call(MOVER, 'DeleteObject', place);
    expect([stage.violations().length, stage.windows()]).toEqual([1, []]);
  });

  it('counts a newer upload of the same bytes as a window, if it came since our last look', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'copy-on', 'same');
    const place = ref(stage, 'copy-on');
    read(stage, COPIER, place);
    put(stage, 'copy-on', 'same', { Metadata: { a: 'b' } });
    stage.call(COPIER, 'CopyObject', copyInput(place));
    expect([stage.violations(), stage.windows()]).toEqual([[], ['equal-etags']]);
  });

  it('is no window where we could have seen it', () => {
    const stage = createStage(neverResurrected);
    put(stage, 'copy-on', 'same');
    const place = ref(stage, 'copy-on');
    put(stage, 'copy-on', 'same', { Metadata: { a: 'b' } });
    head(stage, COPIER, 'copy-on');
    stage.call(COPIER, 'CopyObject', copyInput(place));
    expect([stage.violations().length, stage.windows()]).toEqual([1, []]);
  });
});
