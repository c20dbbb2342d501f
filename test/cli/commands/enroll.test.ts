import { describe, expect, it } from '@jest/globals';
import type { BucketNotification } from '../../../core/buckets/bucket-notification.ts';
import { run } from '../made/door.ts';

const QUEUE = { Id: 'q', QueueArn: 'arn:q' };
const OFF: BucketNotification = {
  topics: [{ Id: 't1' }, { Id: 't2' }],
  queues: [QUEUE],
  functions: [],
  eventBridge: false,
};
const EMPTY: BucketNotification = { topics: [], queues: [], functions: [], eventBridge: false };
const ON: BucketNotification = { ...OFF, eventBridge: true };

describe('sealward enroll', () => {
  it('prints the difference, writes nothing, and exits with 1 while a bucket is not enrolled', async () => {
    const notifications = { 'payroll-eu': OFF, invoices: ON, plain: EMPTY };
    const ran = await run({ notifications }, 'enroll', 'payroll-eu', 's3://invoices/', 'plain');
    expect(ran.out).toEqual([
      'due         payroll-eu',
      '  keeps       2 topics, 1 queue',
      '  +           EventBridgeConfiguration',
      'already     invoices',
      'due         plain',
      '  keeps       nothing: no notifications were configured',
      '  +           EventBridgeConfiguration',
      'nothing was changed: run it again with `--apply`',
    ]);
    expect(ran).toMatchObject({ exitCode: 1, err: [] });
    expect(notifications['payroll-eu']).toBe(OFF);
  });

  it('exits with 0 where every bucket is enrolled already', async () => {
    const ran = await run({ notifications: { invoices: ON } }, 'enroll', 'invoices');
    expect(ran).toMatchObject({ exitCode: 0, out: ['already     invoices'] });
  });

  it('writes the difference with --apply, and reads it back', async () => {
    const notifications = { 'payroll-eu': OFF };
    const ran = await run({ notifications }, 'enroll', 'payroll-eu', '--apply');
    expect(ran.out).toEqual([
      'enrolled    payroll-eu',
      '  keeps       2 topics, 1 queue',
      '  +           EventBridgeConfiguration',
      'S3 takes about five minutes until the first events come',
    ]);
    expect(ran.exitCode).toBe(0);
    expect(ran.asked).toEqual([
      'GetBucketNotification payroll-eu',
      'PutBucketNotification payroll-eu',
      'GetBucketNotification payroll-eu',
    ]);
    expect(notifications['payroll-eu']).toEqual(ON);
  });

  it('goes on after a bucket that fails, and exits with 2', async () => {
    const ran = await run({ notifications: { invoices: ON } }, 'enroll', 'nowhere', 'invoices');
    expect(ran.out).toEqual([
      'failed      nowhere',
      '  E_BUCKET_NOT_FOUND  bucket `nowhere` does not exist: check its name and the account you are signed in to (AWS said: NoSuchBucket: no such bucket)',
      'already     invoices',
    ]);
    expect(ran.exitCode).toBe(2);
  });

  it('prints JSON with what was there before', async () => {
    const ran = await run({ notifications: { plain: EMPTY } }, 'enroll', 'plain', 'none', '--json');
    expect(ran.out.map((line) => JSON.parse(line))).toEqual([
      { kind: 'bucket', bucket: 'plain', enrolment: 'due', before: EMPTY },
      {
        kind: 'bucket',
        bucket: 'none',
        enrolment: 'failed',
        error: { code: 'E_BUCKET_NOT_FOUND', message: expect.stringContaining('does not exist') },
      },
    ]);
  });

  it('asks each bucket once, however often it is named', async () => {
    const ran = await run({ notifications: { plain: ON } }, 'enroll', 'plain', 's3://plain');
    expect(ran.asked).toEqual(['GetBucketNotification plain']);
  });

  it('refuses what is no bucket name', async () => {
    const ran = await run({}, 'enroll', 'a bucket');
    expect(ran).toMatchObject({
      exitCode: 2,
      err: ['error E_USAGE: `a bucket` is not a bucket name'],
    });
  });

  it('expects the account that it is told', async () => {
    const ran = await run(
      { notifications: { plain: ON } },
      'enroll',
      'plain',
      '--account',
      '444455556666',
    );
    expect(ran.connected).toEqual([{ account: '444455556666' }]);
  });

  it('exits with 2 and names what differs where somebody else wrote at the same time', async () => {
    const notifications: Record<string, BucketNotification> = {};
    const reads = [OFF, { ...ON, queues: [], functions: [{ Id: 'theirs' }] }];
    Object.defineProperty(notifications, 'payroll-eu', {
      get: () => (reads.length > 1 ? reads.shift() : reads[0]),
      set: () => {},
    });
    const ran = await run({ notifications }, 'enroll', 'payroll-eu', '--apply');
    expect(ran.out).toEqual([
      'unverified  payroll-eu',
      '  missing     queue q',
      '  unexpected  function theirs',
      '  next        someone else may have changed it at the same time: compare with them, then run again',
    ]);
    expect(ran.exitCode).toBe(2);
  });
});
