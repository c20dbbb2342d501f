import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createReadStackOutputs } from '../../aws/read-stack-outputs.ts';

const cloudFormation = mockClient(CloudFormationClient);
const read = createReadStackOutputs(new CloudFormationClient({ region: 'eu-west-1' }));

const failing = (name: string, message: string) =>
  new CloudFormationServiceException({ name, message, $fault: 'client', $metadata: {} });

beforeEach(() => {
  cloudFormation.reset();
  cloudFormation.onAnyCommand().rejects('unstubbed call');
});

describe('createReadStackOutputs', () => {
  it('reads the outputs of the one stack', async () => {
    const Outputs = [
      { OutputKey: 'Mode', OutputValue: 'enforce' },
      { OutputKey: 'QuarantineBucketName', OutputValue: 'q' },
    ];
    cloudFormation
      .on(DescribeStacksCommand, { StackName: 'sealward-prod' })
      .resolves({ Stacks: [{ Outputs } as never] });
    expect(await read('sealward-prod')).toEqual({
      kind: 'stack',
      outputs: { Mode: 'enforce', QuarantineBucketName: 'q' },
    });
  });

  it('says where there is none', async () => {
    cloudFormation
      .on(DescribeStacksCommand)
      .rejects(failing('ValidationError', 'Stack with id x does not exist'));
    expect(await read('x')).toEqual({
      kind: 'no-such-stack',
      words: 'Stack with id x does not exist',
    });
  });

  it('throws what is no answer', async () => {
    cloudFormation.on(DescribeStacksCommand).rejects(failing('AccessDenied', 'no'));
    await expect(read('x')).rejects.toThrow('no');
  });
});
