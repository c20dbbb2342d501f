import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';

/**
 * The 12-digit account of whoever calls: no permission is needed for it, and none can take it away.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const createReadCallerAccount = (sts: STSClient) => async (): Promise<string> => {
  const { Account } = await sts.send(new GetCallerIdentityCommand({}));
  if (Account === undefined) {
    throw new Error('GetCallerIdentity answered without an account');
  }
  return Account;
};
