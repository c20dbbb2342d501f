import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createReadCallerAccount } from '../../aws/caller-account.ts';

const stsMock = mockClient(STSClient);
const readCallerAccount = createReadCallerAccount(new STSClient({ region: 'eu-west-1' }));

beforeEach(() => {
  stsMock.reset();
  stsMock.onAnyCommand().rejects('unstubbed call');
});

describe('createReadCallerAccount', () => {
  it('is the account that signs the calls', async () => {
    stsMock.on(GetCallerIdentityCommand).resolves({ Account: '111122223333' });
    expect(await readCallerAccount()).toBe('111122223333');
  });

  it('does not go on without an account', async () => {
    stsMock.on(GetCallerIdentityCommand).resolves({});
    await expect(readCallerAccount()).rejects.toThrow('without an account');
  });
});
