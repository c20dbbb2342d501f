import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { operatorRecord } from '../../core/operator/operator-record.ts';
import { connectStack } from '../../runtime/connect-stack.ts';
import { CONTEXT, RESUME } from '../core/operator/made.ts';
import { ACCOUNT } from '../made/facts.ts';

const cloudFormation = mockClient(CloudFormationClient);
const sts = mockClient(STSClient);
const firehose = mockClient(FirehoseClient);

const connect = async () =>
  connectStack({ stack: 'sealward-prod', region: 'eu-west-1' }, {}, () => Promise.resolve());

const failing = (name: string) =>
  new CloudFormationServiceException({ name, message: 'no', $fault: 'client', $metadata: {} });

beforeEach(() => {
  cloudFormation.reset();
  cloudFormation.onAnyCommand().rejects('unstubbed call');
  sts.reset();
  sts.onAnyCommand().rejects('unstubbed call');
  firehose.reset();
  firehose.onAnyCommand().rejects('unstubbed call');
  sts.on(GetCallerIdentityCommand).resolves({ Account: ACCOUNT });
});

describe('connectStack', () => {
  it('finds the stack, whose it is and what it says of itself', async () => {
    const Outputs = [{ OutputKey: 'Mode', OutputValue: 'observe' }];
    cloudFormation.on(DescribeStacksCommand).resolves({ Stacks: [{ Outputs } as never] });
    expect(await connect()).toMatchObject({
      kind: 'stack',
      name: 'sealward-prod',
      account: ACCOUNT,
      region: 'eu-west-1',
      outputs: { Mode: 'observe' },
    });
  });

  it('writes to the ledger that it is told, and says whether the record is there', async () => {
    cloudFormation.on(DescribeStacksCommand).resolves({ Stacks: [{} as never] });
    const stack = await connect();
    if (stack.kind !== 'stack') throw new Error(stack.kind);
    const record = operatorRecord(RESUME, { kind: 'intended' }, CONTEXT);
    firehose
      .on(PutRecordBatchCommand, { DeliveryStreamName: 'ledger' })
      .resolvesOnce({ FailedPutCount: 0, RequestResponses: [{ RecordId: 'r' }] })
      .resolves({ FailedPutCount: 1, RequestResponses: [{ ErrorCode: 'ServiceUnavailable' }] });
    expect(await stack.recordIn('ledger')(record)).toBe(true);
    expect(await stack.recordIn('ledger')(record)).toBe(false);
  });

  it('says where there is none, and where', async () => {
    cloudFormation.on(DescribeStacksCommand).rejects(failing('ValidationError'));
    expect(await connect()).toEqual({
      kind: 'no-such-stack',
      words: 'no',
      account: ACCOUNT,
      region: 'eu-west-1',
    });
  });

  it('says why AWS does not tell', async () => {
    cloudFormation.on(DescribeStacksCommand).rejects(failing('AccessDenied'));
    expect(await connect()).toMatchObject({ kind: 'aws-problem', cause: 'access-denied' });
    sts
      .on(GetCallerIdentityCommand)
      .rejects(Object.assign(new Error('x'), { name: 'ExpiredToken' }));
    expect(await connect()).toMatchObject({ kind: 'aws-problem', cause: 'expired-credentials' });
  });
});
