import { describe, expect, it } from '@jest/globals';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { ClosedIntent } from '../../../../core/ledger/sealward-detail.ts';
import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import { saveBucket } from '../../../../local/model/s3/scope.ts';
import { beginUpload, complete, copyInput, head, keep, put, read, ref, remove } from './acts.ts';
import { makeRecord } from '../ledger/made-record.ts';
import { dataSurvives } from './data-survives.ts';
import {
  altering,
  COPIER,
  createStage,
  type Input,
  invocation,
  JUDGE,
  KEY,
  KEYS,
  MOVER,
  QUARANTINE,
  type Stage,
  UPDATER,
} from './stage.ts';

const LONG = '0123456789abcdef';
const RICH = {
  Metadata: { a: 'b' },
  Tagging: 't=1',
  ContentType: 'text/csv',
  StorageClass: 'STANDARD_IA',
  WebsiteRedirectLocation: '/x',
};
const CARRIED = { StorageClass: 'STANDARD_IA', WebsiteRedirectLocation: '/x' };

const tagging = (tags: Readonly<Record<string, string>>): Input => ({
  Tagging: { TagSet: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
});
const marked = (tags: Readonly<Record<string, string>> = {}): Input =>
  tagging({ ...tags, 'sealward-isolated': 'rule' });
const update = (stage: Stage, place: Input, change?: Partial<StoredObject>): void => {
  const input = {
    ...place,
    ObjectEncryption: { SSEKMS: { KMSKeyArn: KEYS.main, BucketKeyEnabled: true } },
  };
  const tamper = altering(String(place['Bucket']), change ?? {});
  stage.call(UPDATER, 'UpdateObjectEncryption', input, change === undefined ? {} : { tamper });
};
const annotate = (stage: Stage, by: Parameters<Stage['call']>[0], place: Input, text: string) =>
  stage.call(by, 'PutObjectAnnotation', {
    ...place,
    AnnotationName: 'n',
    AnnotationPayload: Buffer.from(text),
  });
const CLOSED: ClosedIntent = { intentId: 'i', outcome: 'failed', rule: 'r' };
const told = (stage: Stage, records: readonly LedgerRecord[] = []) => {
  stage.rest(records);
  return [stage.violations(), stage.windows()];
};
const setUp = (bucket: string, input: Input = RICH) => {
  const stage = createStage(dataSurvives);
  put(stage, bucket, LONG, input);
  head(stage, JUDGE, bucket);
  return { stage, place: ref(stage, bucket) };
};

describe('data survives every remedy', () => {
  it.each(['update-on', 'update-off', 'update-suspended'])('holds for updates in %s', (bucket) => {
    const { stage, place } = setUp(bucket);
    update(stage, place);
    expect(told(stage)).toEqual([[], []]);
  });

  it.each(['copy-on', 'copy-off', 'copy-suspended'])('holds for copies in %s', (bucket) => {
    const { stage, place } = setUp(bucket);
    stage.call(COPIER, 'CopyObject', copyInput(place, CARRIED));
    const upload = beginUpload(stage, ref(stage, bucket), RICH);
    complete(stage, bucket, upload);
    stage.call(COPIER, 'AbortMultipartUpload', {
      Bucket: bucket,
      Key: KEY,
      UploadId: beginUpload(stage, ref(stage, bucket), RICH),
    });
    stage.call('user', 'PutObjectTagging', { ...ref(stage, bucket), ...tagging({ t: '2' }) });
    expect(told(stage)).toEqual([[], []]);
  });

  it('holds for a copy with lock and grants', () => {
    const stage = createStage(dataSurvives);
    stage.call('user', 'PutBucketOwnershipControls', {
      Bucket: 'copy-on-lock',
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    });
    const lock = {
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date('2027-01-01'),
      ObjectLockLegalHoldStatus: 'ON',
      ACL: 'public-read',
    };
    put(stage, 'copy-on-lock', LONG, lock);
    stage.call(COPIER, 'CopyObject', copyInput(ref(stage, 'copy-on-lock'), lock));
    expect(told(stage)).toEqual([[], []]);
    stage.call(COPIER, 'CopyObject', copyInput(ref(stage, 'copy-on-lock')));
    expect(stage.violations()).toEqual([
      expect.stringContaining('differs from its source in acl, retention, legalHold'),
    ]);
  });

  it.each(['move-on', 'move-off'])('holds for a move in %s', (bucket) => {
    const { stage, place } = setUp(bucket);
    const { etag } = stage.current(bucket);
    keep(stage, bucket, { WebsiteRedirectLocation: '/x' });
    remove(stage, place, etag);
    expect(told(stage)).toEqual([[], []]);
  });

  it('lets our marker come and go beside all other tags', () => {
    const { stage, place } = setUp('isolate-on');
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...marked({ t: '1' }) });
    stage.call('user', 'PutObjectTagging', { ...place, ...marked({ t: '2' }) });
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...tagging({ t: '2' }) });
    expect(told(stage)).toEqual([[], []]);
  });

  it('follows users, whatever they do', () => {
    const { stage, place } = setUp('copy-on');
    put(stage, 'copy-on', 'newer');
    stage.call('user', 'DeleteObject', place);
    stage.call('user', 'DeleteObject', { Bucket: 'copy-on', Key: KEY });
    put(stage, 'copy-off', 'x');
    put(stage, 'copy-off', 'y');
    expect(told(stage)).toEqual([[], []]);
  });
});

describe('an update', () => {
  it.each<[string, Partial<StoredObject>]>([
    ['bytes', { bytes: Buffer.from('z') }],
    ['etag', { etag: 'z' }],
    ['lastModified', { lastModified: 1 }],
    ['storageClass', { storageClass: 'GLACIER' }],
  ])('fails where it changes %s', (name, change) => {
    const { stage, place } = setUp('update-on');
    update(stage, place, change);
    expect(stage.violations()).toEqual([expect.stringContaining(name)]);
  });

  it('fails where it names no version of several', () => {
    const { stage } = setUp('update-on');
    update(stage, { Bucket: 'update-on', Key: KEY });
    expect(stage.violations()).toEqual([expect.stringContaining('did not name')]);
  });

  it('fails where the upload was never judged, and is a window where it came since', () => {
    const stage = createStage(dataSurvives);
    put(stage, 'update-off', 'x');
    update(stage, ref(stage, 'update-off'));
    expect(stage.violations()).toEqual([expect.stringContaining('never judged')]);
    head(stage, JUDGE, 'update-off');
    put(stage, 'update-off', 'y');
    update(stage, ref(stage, 'update-off'));
    expect(told(stage)).toEqual([[expect.anything()], ['newer-object-re-keyed']]);
  });

  it('is a window where versioning was turned on since', () => {
    const { stage, place } = setUp('update-off');
    stage.call('user', 'PutBucketVersioning', {
      Bucket: 'update-off',
      VersioningConfiguration: { Status: 'Enabled' },
    });
    put(stage, 'update-off', 'y');
    update(stage, place);
    expect(told(stage)).toEqual([[], ['versioning-enabled-before-write']]);
  });
});

describe('a copy', () => {
  it.each<[string, Input]>([
    ['tags', { TaggingDirective: 'REPLACE' }],
    ['metadata, system', { MetadataDirective: 'REPLACE', Metadata: { a: 'c' } }],
    ['storageClass', { StorageClass: 'STANDARD' }],
    ['websiteRedirect', { WebsiteRedirectLocation: '/y' }],
    ['annotations', { AnnotationDirective: 'EXCLUDE' }],
  ])('fails where it does not carry %s', (names, input) => {
    const { stage, place } = setUp('copy-on');
    annotate(stage, 'user', place, 'text');
    stage.call(COPIER, 'CopyObject', copyInput(place, { ...CARRIED, ...input }));
    expect(stage.violations()).toEqual([expect.stringContaining(`in ${names}`)]);
  });

  it.each<[string, Partial<StoredObject>]>([
    ['bytes', { bytes: Buffer.from('z') }],
    ['hiddenMetadata', { hiddenMetadata: 1 }],
    ['eventHold', { eventHold: { days: 1 } }],
  ])('fails where it has other %s', (name, change) => {
    const { stage, place } = setUp('copy-on');
    const input = copyInput(place, CARRIED);
    stage.call(COPIER, 'CopyObject', input, { tamper: altering('copy-on', change) });
    expect(stage.violations()).toEqual([expect.stringContaining(`in ${name}`)]);
  });

  it('in parts fails where it does not carry what was said again', () => {
    const { stage, place } = setUp('copy-on');
    complete(stage, 'copy-on', beginUpload(stage, place, { ...RICH, Tagging: 't=2' }));
    expect(stage.violations()).toEqual([expect.stringContaining('in tags')]);
  });

  it('fails where it is made from parts of nothing of ours', () => {
    const { stage } = setUp('copy-on');
    stage.call('user', 'CreateMultipartUpload', { Bucket: 'copy-on', Key: KEY });
    const upload = stage.model().buckets.get('copy-on')?.uploads.keySeq().first() ?? '';
    const part = { Bucket: 'copy-on', Key: KEY, UploadId: upload, PartNumber: 1 };
    stage.call('user', 'UploadPart', { ...part, Body: Buffer.from('x') });
    complete(stage, 'copy-on', upload);
    expect(stage.violations()).toEqual([
      expect.stringContaining('changed upload'),
      expect.stringContaining('made from one version'),
    ]);
  });

  it.each([
    ['since we asked, as a window', true],
    ['before, as a violation', false],
  ])('counts an older null version that it overwrites, suspended %s', (_title, isSince) => {
    const stage = createStage(dataSurvives);
    const set = (Status: string) =>
      stage.call('user', 'PutBucketVersioning', {
        Bucket: 'copy-suspended',
        VersioningConfiguration: { Status },
      });
    put(stage, 'copy-suspended', 'null version');
    set('Enabled');
    put(stage, 'copy-suspended', LONG);
    const place = ref(stage, 'copy-suspended');
    if (!isSince) set('Suspended');
    stage.call(COPIER, 'GetBucketVersioning', { Bucket: 'copy-suspended' });
    if (isSince) set('Suspended');
    stage.call(COPIER, 'CopyObject', copyInput(place));
    const [violations, windows] = told(stage);
    expect([violations?.length, windows]).toEqual(
      isSince ? [0, ['versioning-suspended-before-write']] : [1, []],
    );
  });

  it('is a window where class and redirect were changed since they were read', () => {
    const { stage, place } = setUp('copy-on');
    read(stage, COPIER, place);
    const moved = { ...place, StorageClass: 'GLACIER_IR' };
    stage.call('user', 'TransitionObject', moved, { service: 'model' });
    stage.call(COPIER, 'CopyObject', copyInput(place, CARRIED));
    expect(told(stage)).toEqual([[], ['attributes-changed-before-copy']]);
  });

  it('is no window where it was never so', () => {
    const { stage, place } = setUp('copy-on');
    read(stage, COPIER, place);
    stage.call('user', 'PutObjectTagging', { ...place, ...tagging({ t: '3' }) });
    stage.call(COPIER, 'CopyObject', copyInput(place));
    expect(told(stage)).toEqual([[expect.stringContaining('storageClass')], []]);
  });

  it.each([
    ['the last read, as a window', true],
    ['an earlier one, as a violation', false],
  ])('in parts counts tags changed since %s', (_title, isLast) => {
    const { stage, place } = setUp('copy-on');
    read(stage, COPIER, place);
    const upload = beginUpload(stage, place, RICH);
    stage.call('user', 'PutObjectTagging', { ...place, ...tagging({ t: '3' }) });
    if (!isLast) read(stage, COPIER, place);
    complete(stage, 'copy-on', upload);
    expect([stage.violations().length, stage.windows()]).toEqual(
      isLast ? [0, ['attributes-changed-before-copy']] : [1, []],
    );
  });

  it('in parts counts the same bytes uploaded since the last look as a window', () => {
    const { stage, place } = setUp('copy-off');
    const upload = beginUpload(stage, place, RICH);
    read(stage, COPIER, place);
    put(stage, 'copy-off', LONG, { Metadata: { a: 'newer' } });
    complete(stage, 'copy-off', upload);
    expect(told(stage)).toEqual([[], ['equal-etags']]);
  });
});

describe('annotations of a copy in parts', () => {
  const copied = () => {
    const { stage, place } = setUp('copy-on', {});
    annotate(stage, 'user', place, 'text');
    complete(stage, 'copy-on', beginUpload(stage, place));
    return { stage, place, copy: ref(stage, 'copy-on') };
  };

  it('are carried once it is there', () => {
    const { stage, copy } = copied();
    annotate(stage, COPIER, copy, 'text');
    annotate(stage, COPIER, copy, 'text');
    expect(told(stage)).toEqual([[], []]);
  });

  it('may not be missing at rest', () => {
    const { stage } = copied();
    expect(told(stage)).toEqual([[expect.stringContaining('lacks 1 annotations')], []]);
  });

  it.each<[string, ClosedIntent, boolean]>([
    ['the writer gave up', { ...CLOSED, outcome: 'failed' }, true],
    ['it is not proven to be ours', { ...CLOSED, outcome: 'refused', code: 'CopyUnproven' }, true],
    ['AWS refused', { ...CLOSED, outcome: 'refused', code: 'AccessDenied' }, false],
    ['it is done', { ...CLOSED, outcome: 'applied' }, false],
  ])('may be missing only where the ledger says it: %s', (_title, closes, isSaid) => {
    const { stage, place } = copied();
    const about = { bucket: 'copy-on', key: KEY, version: String(place['VersionId']) };
    const record = makeRecord({ ...about, kind: 'violation', closes }, 0, 'u');
    const other = makeRecord({ ...about, version: 'other', kind: 'failed', closes }, 0, 'v');
    expect(told(stage, [other, record])).toEqual(
      isSaid
        ? [[], ['annotations-left-with-their-source']]
        : [[expect.stringContaining('lacks 1 annotations')], []],
    );
  });

  it('are lost with their source where a user deletes it: a window', () => {
    const { stage, place } = copied();
    stage.call('user', 'DeleteObject', place);
    expect(told(stage)).toEqual([[], ['annotations-gone-with-their-source']]);
  });

  it('are not ours to bring back where a user took them off', () => {
    const { stage, copy } = copied();
    annotate(stage, COPIER, copy, 'text');
    stage.call('user', 'DeleteObjectAnnotation', { ...copy, AnnotationName: 'n' });
    expect(told(stage)).toEqual([[], []]);
  });

  it('fail with another text, and onto what is no copy in parts', () => {
    const { stage, copy, place } = copied();
    annotate(stage, COPIER, copy, 'other');
    annotate(stage, COPIER, place, 'text');
    expect(stage.violations()).toEqual([
      expect.stringContaining('not the text of its source'),
      expect.stringContaining('onto our own copy'),
    ]);
  });

  it('are a window where a user wrote between our read and our write', () => {
    const { stage, copy, place } = copied();
    stage.call(COPIER, 'GetObjectAnnotation', { ...place, AnnotationName: 'n' });
    annotate(stage, 'user', place, 'newer');
    annotate(stage, COPIER, copy, 'text');
    expect(stage.windows()).toEqual(['annotations-changed-before-carried']);
    expect(stage.violations()).toEqual([]);
  });

  it.each([
    ['since they were listed: a window', true],
    ['before: a violation', false],
  ])("may not replace a user's own, written %s", (_title, isSince) => {
    const { stage, copy, place } = copied();
    if (isSince) stage.call(COPIER, 'ListObjectAnnotations', copy);
    annotate(stage, 'user', copy, 'of the user');
    if (!isSince) stage.call(COPIER, 'ListObjectAnnotations', copy);
    stage.call(COPIER, 'GetObjectAnnotation', { ...place, AnnotationName: 'n' });
    annotate(stage, COPIER, copy, 'text');
    expect([stage.violations().length, stage.windows().length]).toEqual(isSince ? [0, 1] : [1, 0]);
  });
});

describe('a tag write', () => {
  it('fails where it replaces other tags', () => {
    const { stage, place } = setUp('isolate-on');
    stage.call(MOVER, 'GetObjectTagging', place);
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...marked() });
    expect(stage.violations()).toEqual([expect.stringContaining('other than its marker')]);
  });

  it.each([
    ['since they were read: a window', true],
    ['before: a violation', false],
  ])('loses tags that a user wrote %s', (_title, isSince) => {
    const { stage, place } = setUp('isolate-on');
    const late = () =>
      stage.call('user', 'PutObjectTagging', { ...place, ...tagging({ t: '1', late: '' }) });
    if (!isSince) late();
    stage.call(MOVER, 'GetObjectTagging', place);
    if (isSince) late();
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...marked({ t: '1' }) });
    const [violations, windows] = told(stage);
    expect([violations?.length, windows]).toEqual(
      isSince ? [0, ['tags-lost-between-read-and-write']] : [1, []],
    );
  });

  it.each([
    ['since our last look: a window', true],
    ['before it: a violation', false],
  ])('marks a newer object that came %s', (_title, isSince) => {
    const { stage, place } = setUp('isolate-off');
    stage.call(MOVER, 'GetObjectTagging', place);
    if (isSince) head(stage, MOVER, 'isolate-off');
    put(stage, 'isolate-off', 'newer');
    if (!isSince) head(stage, MOVER, 'isolate-off');
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...marked({ t: '1' }) });
    const [violations, windows] = told(stage);
    expect([violations?.length, windows]).toEqual(
      isSince ? [0, ['marker-on-newer-object']] : [1, []],
    );
  });

  it('fails where it marks an upload that nobody judged, though all tags stay', () => {
    const { stage, place } = setUp('isolate-off', {});
    head(stage, MOVER, 'isolate-off');
    put(stage, 'isolate-off', 'newer');
    stage.call(MOVER, 'GetObjectTagging', place);
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...marked() });
    expect(stage.violations()).toEqual([expect.stringContaining('never judged')]);
  });

  it('fails where it changes what a marker says', () => {
    const { stage, place } = setUp('isolate-on');
    stage.call('user', 'PutObjectTagging', { ...place, ...tagging({ 'sealward-isolated': 'x' }) });
    stage.call(MOVER, 'PutObjectTagging', { ...place, ...marked() });
    expect(stage.violations()).toEqual([expect.stringContaining('other than its marker')]);
  });
});

describe('anything else', () => {
  const places: readonly [string, Parameters<Stage['call']>[0], string, Input][] = [
    ['a write by the reader', JUDGE, 'PutObjectTagging', marked({ t: '1' })],
    ['a write by who closes dead letters', invocation('close-dead-letter'), 'PutObject', {}],
    [
      'an update by the copier',
      COPIER,
      'UpdateObjectEncryption',
      {
        ObjectEncryption: { SSEKMS: { KMSKeyArn: KEYS.main } },
      },
    ],
    ['an upload', COPIER, 'PutObject', { Body: Buffer.from('x') }],
    ['an ACL', COPIER, 'PutObjectAcl', { ACL: 'bucket-owner-full-control' }],
    [
      'a setting of a bucket',
      MOVER,
      'PutBucketVersioning',
      {
        VersioningConfiguration: { Status: 'Suspended' },
      },
    ],
    [
      'a bucket',
      MOVER,
      'CreateBucket',
      {
        Bucket: 'new-bucket',
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      },
    ],
  ];
  it.each(places)('fails for %s', (_title, by, name, input) => {
    const { stage, place } = setUp('copy-on');
    stage.call(by, name, { ...place, ...input });
    expect(stage.violations()).toEqual([expect.stringContaining('no function of its kind')]);
  });

  it('fails where a read changes something, another bucket, or another key', () => {
    const { stage, place } = setUp('copy-on');
    put(stage, 'copy-off', 'x');
    const tamper = altering('copy-on', { legalHold: true });
    stage.call(COPIER, 'HeadObject', place, { tamper });
    stage.call(COPIER, 'HeadObject', place, { tamper: altering('copy-off', { etag: 'x' }) });
    stage.call(UPDATER, 'UpdateObjectEncryption', { ...place, Key: 'other' }, { tamper });
    expect(stage.violations().length).toBe(3);
  });

  it('lets the stack write into its own buckets', () => {
    const { stage } = setUp('copy-on');
    stage.call(MOVER, 'PutObject', { Bucket: QUARANTINE, Key: 'k', Body: Buffer.from('x') });
    expect(told(stage)).toEqual([[], []]);
  });

  it('fails at rest where a version or a quarantined copy is gone without a trace', () => {
    const { stage, place } = setUp('move-off');
    const { etag } = stage.current('move-off');
    keep(stage, 'move-off', { WebsiteRedirectLocation: '/x' });
    remove(stage, place, etag);
    put(stage, 'copy-on', 'x');
    stage.call(MOVER, 'DeleteObject', ref(stage, 'copy-on'));
    const bucket = stage.model().buckets.get(QUARANTINE);
    stage.call(
      'user',
      'HeadBucket',
      { Bucket: QUARANTINE },
      {
        tamper: (state) =>
          bucket === undefined
            ? state
            : saveBucket(state, { ...bucket, versions: bucket.versions.clear() }),
      },
    );
    expect(told(stage)).toEqual([
      [expect.stringContaining('it is gone'), expect.stringContaining('quarantined copy')],
      [],
    ]);
  });
});
