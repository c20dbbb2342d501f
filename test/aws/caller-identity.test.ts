import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createReadCaller } from '../../aws/caller-identity.ts';

const sts = mockClient(STSClient);
const read = createReadCaller(new STSClient({ region: 'eu-west-1' }));

beforeEach(() => {
  sts.reset();
  sts.onAnyCommand().rejects('unstubbed call');
});

describe('createReadCaller', () => {
  it('names who calls', async () => {
    const Arn = 'arn:aws:sts::111122223333:assumed-role/release/jane';
    sts
      .on(GetCallerIdentityCommand)
      .resolves({ Account: '111122223333', Arn, UserId: 'AROA:jane' });
    expect(await read()).toEqual({ arn: Arn, userId: 'AROA:jane', account: '111122223333' });
  });

  it('does not go on without an ARN', async () => {
    sts.on(GetCallerIdentityCommand).resolves({ Account: '111122223333' });
    await expect(read()).rejects.toThrow('without an account or an ARN');
  });
});
