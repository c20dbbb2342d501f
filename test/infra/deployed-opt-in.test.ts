import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deployStack, removeStack } from '../../local/deploy-stack.ts';
import { type LocalAws, startLocalAws } from '../../local/start-local-aws.ts';
import { describeWithPython } from '../local/stand-in/python-here.ts';
import { optedIn } from './packaged-stack.ts';

const OF_OPTIONS = [
  'BreakerOrdersPerHour',
  'CopyBuckets',
  'CopyDlqUrl',
  'CopyObjectRoleArn',
  'CopyQueueUrl',
  'QuarantineBucketName',
  'QuarantineBuckets',
  'QuarantineDlqUrl',
  'QuarantineKeyArn',
  'QuarantineObjectRoleArn',
  'QuarantineQueueUrl',
  'ReleaseRoleArn',
  'StateTableName',
];

// Says nothing of IAM, which the local AWS does not judge: that CloudFormation finds an order to make it all in, and
// to take it away.
describeWithPython('a deployed stack', () => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws();
  }, 120_000);
  afterAll(async () => aws.stop());

  it('can be opted in, opted out again and removed', async () => {
    const options = { aws, stage: 'opt-in' };
    const { outputs: more } = await deployStack({ ...options, params: optedIn });
    expect(more).toMatchObject({
      CopyBuckets: 'archive,payroll-*',
      QuarantineBuckets: 'archive,uploads-?',
      BreakerOrdersPerHour: '10000',
    });
    const { outputs: less } = await deployStack(options);
    expect(
      Object.keys(more)
        .filter((name) => less[name] === undefined)
        .toSorted(),
    ).toEqual(OF_OPTIONS);
    await removeStack(options);
  }, 120_000);
});
