import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { toEventBridgeEnvelope } from '../../../../local/model/events/event-bridge-envelope.ts';
import type { S3Event } from '../../../../local/model/events/model-event.ts';
import { ACCOUNT, BUCKET, createBucketWorld, OTHER_ACCOUNT, put, type World } from '../world.ts';

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

const sampleOf = (name: string) => {
  const url = new URL(`../../../../events/s3-eventbridge/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as { detail: { object: object } };
};

const idOf = (world: World) => {
  put(world, 'a');
  return only(world).versionId;
};

describe('what EventBridge is told', () => {
  it('the envelope has the raw key, the sequencer and the version id, no encryption [event/envelope]', () => {
    const world = listening('Enabled');
    const { VersionId } = put(world, 'reports/2026 Q4/résumé & plan+final.pdf');
    const event = only(world);
    const sample = sampleOf('object-created-put-unicode-key');
    expect(toEventBridgeEnvelope(event)).toStrictEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: ACCOUNT,
      time: '2026-11-24T09:00:04Z',
      region: 'eu-west-1',
      resources: [`arn:aws:s3:::${BUCKET}`],
      detail: {
        version: '0',
        'event-version': '1.2',
        bucket: { name: BUCKET },
        object: {
          key: 'reports/2026 Q4/résumé & plan+final.pdf',
          size: 5,
          etag: '5d41402abc4b2a76b9719d911017c592',
          'version-id': VersionId,
          sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
        },
        'request-id': 'REQUEST4',
        requester: ACCOUNT,
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    });
    const { detail } = toEventBridgeEnvelope(event);
    expect(Object.keys(detail['object'] as object)).toStrictEqual(
      Object.keys(sample.detail.object),
    );
  });

  it('the envelope has the raw key, the sequencer and the version id, no encryption [event/envelope]: a copy says whether it has annotations, and who asked', () => {
    const world = listening();
    put(world, 'a');
    const input = { Bucket: BUCKET, Key: 'b', CopySource: `${BUCKET}/a` };
    const caller = { account: OTHER_ACCOUNT, sourceIp: '2001:db8::10' };
    world.s3('CopyObject', input, { caller });
    const { account, detail } = toEventBridgeEnvelope(only(world));
    expect(account).toBe(ACCOUNT);
    expect(detail).toMatchObject({
      requester: OTHER_ACCOUNT,
      'source-ip-address': '2001:db8::10',
      object: { 'has-object-annotation': false },
    });
  });

  it('the version id is absent without versioning and `null` while suspended [event/version-id]', () => {
    expect(idOf(listening())).toBeUndefined();
    expect(idOf(listening('Suspended'))).toBe('null');
  });

  it('a created delete marker has the ETag of nothing and no size [event/delete-marker-etag]', () => {
    const world = listening('Enabled');
    const { VersionId } = world.s3('DeleteObject', OBJECT);
    expect(toEventBridgeEnvelope(only(world)).detail).toMatchObject({
      'deletion-type': 'Delete Marker Created',
      object: { etag: 'd41d8cd98f00b204e9800998ecf8427e', 'version-id': VersionId },
    });
    expect(only(world)).not.toHaveProperty('size');
    world.s3('DeleteObject', { ...OBJECT, VersionId });
    expect(toEventBridgeEnvelope(only(world)).detail['deletion-type']).toBe('Permanently Deleted');
    expect(only(world)).not.toHaveProperty('etag');
  });

  it('lifecycle events name S3 as the requester and no address [event/lifecycle]', () => {
    const world = listening('Enabled');
    const { VersionId } = put(world, 'a');
    world.stage('ExpireObject', { ...OBJECT, VersionId });
    const { detail } = toEventBridgeEnvelope(only(world));
    expect(detail).toMatchObject({ requester: 's3.amazonaws.com', reason: 'Lifecycle Expiration' });
    expect(detail).not.toHaveProperty('source-ip-address');
  });

  it('sequencers grow with the writes; creates, deletes and annotation changes have one [event/sequencer]', () => {
    const world = listening('Enabled');
    const sequencers = [
      () => put(world, 'a'),
      () => put(world, 'a'),
      () => world.s3('DeleteObject', OBJECT),
    ].map((change) => {
      change();
      return only(world).sequencer ?? '';
    });
    expect(sequencers.toSorted()).toStrictEqual(sequencers);
    expect(new Set(sequencers).size).toBe(3);
    put(world, 'a');
    world.s3('PutObjectTagging', { ...OBJECT, Tagging: { TagSet: [] } });
    expect(only(world)).not.toHaveProperty('sequencer');
  });

  it('a refused call tells nobody [event/failed-call]', () => {
    const world = listening();
    world.s3Refuses('PutObject', { ...OBJECT, IfMatch: '"0"' });
    expect(world.events()).toStrictEqual([]);
  });
});
