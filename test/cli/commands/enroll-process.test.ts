import {
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ACCOUNT, REGION } from '../../made/facts.ts';
import { type PayrollWorld, startPayrollWorld } from '../made/payroll-world.ts';

jest.setTimeout(30_000); // each test starts processes

let world: PayrollWorld;
beforeAll(async () => {
  world = await startPayrollWorld();
});
afterAll(() => world.stop());

const QUEUE = {
  Id: 'mine',
  QueueArn: `arn:aws:sqs:${REGION}:${ACCOUNT}:mine`,
  Events: ['s3:ObjectCreated:*' as const],
  Filter: { Key: { FilterRules: [{ Name: 'Prefix', Value: 'in/ü+%20 ' } as never] } },
};

it('enrolls a bucket, and keeps what it notifies to the letter', async () => {
  const { s3, sealward } = world;
  const Bucket = 'invoices';
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: { QueueConfigurations: [QUEUE] },
      SkipDestinationValidation: true,
    }),
  );
  expect(await sealward(['enroll', Bucket])).toMatchObject({ code: 1 });
  expect(await sealward(['enroll', Bucket, '--apply'])).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^enrolled {4}invoices\n {2}keeps {7}1 queue\n/),
  });
  expect(await sealward(['enroll', Bucket, '--json'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('"enrolment":"already"'),
  });
  const after = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect(after.QueueConfigurations).toEqual([QUEUE]);
  expect(after.EventBridgeConfiguration).toEqual({});
});
