import { describe, expect, it } from '@jest/globals';
import { enrollBucket } from '../../app/enroll-bucket.ts';
import type { BucketNotification } from '../../core/buckets/bucket-notification.ts';

const QUEUE = { Id: 'q', QueueArn: 'arn:q' };
const OFF: BucketNotification = { topics: [], queues: [QUEUE], functions: [], eventBridge: false };
const ON = { ...OFF, eventBridge: true };

/** A bucket whose reads are answered one after the other, the last one for good. */
const makePorts = (...reads: readonly [BucketNotification, ...BucketNotification[]]) => {
  const calls: unknown[] = [];
  const left = [...reads];
  return {
    calls,
    readNotification: (bucket: string) => {
      calls.push(['read', bucket]);
      return Promise.resolve((left.length > 1 ? left.shift() : left[0]) ?? OFF);
    },
    writeNotification: (bucket: string, to: BucketNotification) => {
      calls.push(['write', bucket, to]);
      return Promise.resolve();
    },
    pause: (milliseconds: number) => {
      calls.push(['pause', milliseconds]);
      return Promise.resolve();
    },
  };
};

describe('enrollBucket', () => {
  it('has nothing to do where delivery is on', async () => {
    const ports = makePorts(ON);
    expect(await enrollBucket(ports, 'b', { apply: true })).toEqual({
      kind: 'already',
      before: ON,
    });
    expect(ports.calls).toEqual([['read', 'b']]);
  });

  it('writes nothing in a dry run', async () => {
    const ports = makePorts(OFF);
    expect(await enrollBucket(ports, 'b', { apply: false })).toEqual({ kind: 'due', before: OFF });
    expect(ports.calls).toEqual([['read', 'b']]);
  });

  it('adds the delivery to what is there, then reads it back', async () => {
    const ports = makePorts(OFF, ON);
    expect(await enrollBucket(ports, 'b', { apply: true })).toEqual({
      kind: 'enrolled',
      before: OFF,
    });
    expect(ports.calls).toEqual([
      ['read', 'b'],
      ['write', 'b', ON],
      ['read', 'b'],
    ]);
  });

  it('waits until the write shows', async () => {
    const ports = makePorts(OFF, OFF, ON);
    expect(await enrollBucket(ports, 'b', { apply: true })).toMatchObject({ kind: 'enrolled' });
    expect(ports.calls.slice(2)).toEqual([
      ['read', 'b'],
      ['pause', 1_000],
      ['read', 'b'],
    ]);
  });

  it('says what differs where someone else wrote at the same time', async () => {
    const ports = makePorts(OFF, { ...ON, queues: [], topics: [{ Id: 'theirs' }] });
    expect(await enrollBucket(ports, 'b', { apply: true })).toEqual({
      kind: 'unverified',
      before: OFF,
      drift: { missing: ['queue q'], unexpected: ['topic theirs'] },
    });
    expect(ports.calls.filter((call) => Array.isArray(call) && call[0] === 'write')).toHaveLength(
      1,
    );
  });
});
