import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Caller } from '../core/operator/operator-act.ts';

/**
 * Who calls, by the ARN that CloudTrail names too.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const createReadCaller = (sts: STSClient) => async (): Promise<Caller> => {
  const { Account, Arn, UserId } = await sts.send(new GetCallerIdentityCommand({}));
  if (Account === undefined || Arn === undefined) {
    throw new Error('GetCallerIdentity answered without an account or an ARN');
  }
  return { arn: Arn, userId: UserId ?? '', account: Account };
};
