import { describe, expect, it } from '@jest/globals';
import { toEventBridgeEnvelope } from '../../../../local/model/events/event-bridge-envelope.ts';
import type { S3Event } from '../../../../local/model/events/model-event.ts';
import { BUCKET, bytesOf, createBucketWorld, createWorld, NOW, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const notify = (world: World, NotificationConfiguration: object) =>
  world.s3('PutBucketNotificationConfiguration', { Bucket: BUCKET, NotificationConfiguration });

const listening = (versioning?: 'Enabled' | 'Suspended'): World => {
  const world = createBucketWorld(versioning);
  notify(world, { EventBridgeConfiguration: {} });
  return world;
};

const only = (world: World): S3Event => {
  const [event, ...more] = world.events();
  if (event?.kind !== 's3-event' || more.length > 0) throw new Error('not exactly one S3 event');
  return event;
};

const hearing = (world: World): readonly string[] =>
  world.events().flatMap((event) => event.destinations.map(({ kind }) => kind));

const changes: readonly (readonly [string, string | undefined, (world: World) => unknown])[] = [
  ['Object Created', 'PutObject', (world) => put(world, 'b')],
  [
    'Object Created',
    'CopyObject',
    (world) => world.s3('CopyObject', { Bucket: BUCKET, Key: 'b', CopySource: `${BUCKET}/a` }),
  ],
  [
    'Object Created',
    'CompleteMultipartUpload',
    (world) => {
      const { UploadId } = world.s3('CreateMultipartUpload', OBJECT);
      const part = { ...OBJECT, UploadId, PartNumber: 1, Body: bytesOf('x') };
      const Parts = [{ PartNumber: 1, ETag: world.s3('UploadPart', part).ETag }];
      world.s3('CompleteMultipartUpload', { ...OBJECT, UploadId, MultipartUpload: { Parts } });
    },
  ],
  ['Object Deleted', 'DeleteObject', (world) => world.s3('DeleteObject', OBJECT)],
  ['Object Deleted', 'Lifecycle Expiration', (world) => world.stage('ExpireObject', OBJECT)],
  [
    'Object Tags Added',
    undefined,
    (world) => world.s3('PutObjectTagging', { ...OBJECT, Tagging: { TagSet: [] } }),
  ],
  ['Object Tags Deleted', undefined, (world) => world.s3('DeleteObjectTagging', OBJECT)],
  [
    'Object Annotation Created',
    'PutObjectAnnotation',
    (world) =>
      world.s3('PutObjectAnnotation', {
        ...OBJECT,
        AnnotationName: 'n',
        AnnotationPayload: bytesOf('x'),
      }),
  ],
  [
    'Object ACL Updated',
    undefined,
    (world) => world.s3('PutObjectAcl', { ...OBJECT, ACL: 'bucket-owner-full-control' }),
  ],
  [
    'Object Storage Class Changed',
    undefined,
    (world) => world.stage('TransitionObject', { ...OBJECT, StorageClass: 'GLACIER' }),
  ],
  [
    'Object Access Tier Changed',
    undefined,
    (world) =>
      world.stage('TransitionObject', {
        ...OBJECT,
        StorageClass: 'INTELLIGENT_TIERING',
        ArchiveStatus: 'ARCHIVE_ACCESS',
      }),
  ],
];

describe('what EventBridge hears', () => {
  it('EventBridge hears nothing until the bucket turns it on, then everything [event/off-by-default]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    expect(hearing(world)).toStrictEqual([]);
    notify(world, { EventBridgeConfiguration: {} });
    expect(world.events()).toStrictEqual([]);
    put(world, 'a');
    expect(hearing(world)).toStrictEqual(['eventbridge']);
    world.s3('DeleteObject', OBJECT);
    expect(hearing(world)).toStrictEqual(['eventbridge']);
    notify(world, {});
    put(world, 'a');
    expect(hearing(world)).toStrictEqual([]);
  });

  it.each(changes)(
    'each change has its detail-type and reason [event/reasons]: %s, %s',
    (detailType, reason, change) => {
      const world = listening();
      put(world, 'a');
      change(world);
      const envelope = toEventBridgeEnvelope(only(world));
      expect(envelope['detail-type']).toBe(detailType);
      expect(envelope.detail['reason']).toBe(reason);
    },
  );

  it('each change has its detail-type and reason [event/reasons]: a restore has two', () => {
    const world = listening();
    put(world, 'a', 'x', { StorageClass: 'GLACIER' });
    world.s3('RestoreObject', { ...OBJECT, RestoreRequest: { Days: 1 } });
    const told = world.events().map((event) => toEventBridgeEnvelope(event as S3Event));
    expect(told.map((envelope) => envelope['detail-type'])).toStrictEqual([
      'Object Restore Initiated',
      'Object Restore Completed',
    ]);
    expect(told[1]?.detail).toMatchObject({
      'source-storage-class': 'GLACIER',
      'restore-expiry-time': expect.stringMatching(/T00:00:00Z$/),
    });
  });

  it('each change has its detail-type and reason [event/reasons]: a retention tells mode and date', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectLockEnabledForBucket: true });
    notify(world, { EventBridgeConfiguration: {} });
    put(world, 'a');
    const RetainUntilDate = new Date(NOW + 86_400_000);
    world.s3('PutObjectRetention', {
      ...OBJECT,
      Retention: { Mode: 'COMPLIANCE', RetainUntilDate },
    });
    const envelope = toEventBridgeEnvelope(only(world));
    expect(envelope['detail-type']).toBe('Object Retention Updated');
    expect(envelope.detail['object-retention-event-data']).toStrictEqual({
      mode: 'COMPLIANCE',
      'retain-until-date': RetainUntilDate.toISOString(),
    });
  });
});
